using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Accounts;

/// <summary>The demo sitting: seeded once, with its links kept beside it so that a second run prints the same (demo only, mode 600).</summary>
public sealed class DemoCall(HouseOptions house, Calls calls, Disk disk)
{
    public const string CallId = "idf-2021";

    private string LinksPath => Path.Combine(house.DataFolder, "demo-links.json");

    /// <summary>Seeds the demo unless the folder has it; returns why not, in words, when the seed is refused.</summary>
    public async Task<IReadOnlyList<SeedProblem>> Seed(string seedFolder)
    {
        var call = calls.Find(CallId);
        if (call is null && calls.Closed.All(c => c.Id != CallId))
        {
            call = calls.Open(CallId);
        }

        if (call is null || (call.Live.Kept.IsOpen && Links.Count > 0))
        {
            return [];
        }

        if (!call.Live.Kept.IsOpen)
        {
            switch (SeedFolder.Read(seedFolder))
            {
                case SeedRead<CallDefinition>.Refused refused:
                    return refused.Problems;
                case SeedRead<CallDefinition>.Accepted { Value: var definition }:
                    // A document is on disk before the event that names it.
                    SeedDocuments.Keep(seedFolder, definition, call.Documents);
                    // Instants never go backwards: the demo's morning comes before its first line.
                    call.Live.Time.Jump(definition.DemoStart ?? call.Live.Time.Now.Sitting);
                    await Must(call.Live.Send(Actor.Setup, new OpenCall(definition)));
                    break;
            }
        }

        await MakeLinks(call);
        return [];
    }

    /// <summary>Seat to secret.</summary>
    public IReadOnlyDictionary<string, string> Links => File.Exists(LinksPath)
        ? JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(LinksPath)) ?? []
        : new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Who may still come in by their link, with its secret.</summary>
    public IEnumerable<(SeatAccess Access, string Secret)> Open(CallState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Links.Where(l => state.HasSeat(l.Key)).Select(l => (state.Access(l.Key), l.Value)).Where(l => l.Item1 is { Live: true, Ended: false });
    }

    private static async Task Must(Task<Sent> sending)
    {
        if ((await sending).Refusal is { } refusal)
        {
            throw new InvalidOperationException($"The demo was refused: {refusal.Name} {string.Join(", ", refusal.Details)}");
        }
    }

    private async Task MakeLinks(ServedCall call)
    {
        var links = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var seat in call.Live.Kept.Seats.Where(s => call.Live.Kept.Access(s) is { Live: true, Ended: false }))
        {
            links[seat] = Secret.New();
            await Must(call.Live.Send(Actor.Access, new IssueLink(seat, Secret.Sum(links[seat]))));
        }

        disk.Replace(LinksPath, JsonSerializer.SerializeToUtf8Bytes(links));
    }
}
