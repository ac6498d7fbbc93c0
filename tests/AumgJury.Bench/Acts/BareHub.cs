using System.Collections.Concurrent;
using System.Text.Json;
using AumgJury.Web.Storage;
using Microsoft.AspNetCore.SignalR;

namespace AumgJury.Bench.Acts;

/// <summary>
/// The floor of an act: a hub that decides nothing, appends a line to its room's file, flushes it, and sends bytes of the same length to the same people of its group.
/// </summary>
internal sealed class BareHub(BareHub.Payload payload, BareHub.Lines lines) : Hub
{
    /// <param name="Frame">What an act brings.</param>
    /// <param name="ToAll">To everybody in the room; else to whoever acts.</param>
    internal sealed record Payload(JsonElement Frame, bool ToAll);

    /// <summary>The files of the rooms: one line of the journal's length for each act, on disk before it is answered.</summary>
    internal sealed class Lines(string folder) : IDisposable
    {
        private static readonly byte[] Line = new byte[ActLoad.LineBytes];
        private readonly LinuxDisk _disk = new();
        private readonly ConcurrentDictionary<string, (DiskFile File, Lock Gate)> _files = new(StringComparer.Ordinal);

        public void Keep(string room)
        {
            var (file, gate) = _files.GetOrAdd(room, static (room, of) => (of._disk.Open(Path.Combine(of.Folder, room)), new()), this);
            lock (gate)
            {
                file.Write(file.Length, Line);
                file.Flush();
            }
        }

        public void Dispose()
        {
            foreach (var (file, _) in _files.Values)
            {
                file.Dispose();
            }
        }

        private string Folder { get; } = folder;
    }

    public static async Task ServeAsync(string[] args)
    {
        var bytes = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(_ => new Lines(args[2]));
        builder.Services.AddSingleton(new Payload(JsonSerializer.SerializeToElement(new { text = new string('x', bytes) }), args[1] == "all"));
        var app = builder.Build();
        app.MapHub<BareHub>("/hub/{room}");
        await app.RunAsync();
    }

    public override Task OnConnectedAsync() => Groups.AddToGroupAsync(Context.ConnectionId, Room);

    public async Task<JsonElement> Send(string id, JsonElement command)
    {
        _ = id;
        lines.Keep(Room);
        await (payload.ToAll ? Clients.Group(Room) : Clients.Caller).SendAsync("view", payload.Frame, command);
        return command;
    }

    private string Room => Context.GetHttpContext()!.Request.RouteValues["room"]!.ToString()!;
}
