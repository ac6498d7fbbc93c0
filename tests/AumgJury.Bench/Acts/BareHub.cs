using System.Text.Json;
using Microsoft.AspNetCore.SignalR;

namespace AumgJury.Bench.Acts;

/// <summary>
/// The floor of an act: a hub that decides nothing, keeps nothing and sends bytes of the same length to the same people of its group.
/// </summary>
internal sealed class BareHub(BareHub.Payload payload) : Hub
{
    /// <param name="Frame">What an act brings.</param>
    /// <param name="ToAll">To everybody in the room; else to whoever acts.</param>
    internal sealed record Payload(JsonElement Frame, bool ToAll);

    public static async Task ServeAsync(string[] args)
    {
        var bytes = int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture);
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Information);
        builder.Services.AddSignalR();
        builder.Services.AddSingleton(new Payload(JsonSerializer.SerializeToElement(new { text = new string('x', bytes) }), args[1] == "all"));
        var app = builder.Build();
        app.MapHub<BareHub>("/hub/{room}");
        await app.RunAsync();
    }

    public override Task OnConnectedAsync() => Groups.AddToGroupAsync(Context.ConnectionId, Room);

    public async Task<JsonElement> Send(string id, JsonElement command)
    {
        _ = id;
        await (payload.ToAll ? Clients.Group(Room) : Clients.Caller).SendAsync("view", payload.Frame, command);
        return command;
    }

    private string Room => Context.GetHttpContext()!.Request.RouteValues["room"]!.ToString()!;
}
