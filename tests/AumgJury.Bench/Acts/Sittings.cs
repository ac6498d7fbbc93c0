using System.Globalization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Accounts;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Acts;

/// <summary>
/// Data folders of sittings made from the demo's definition: ten seats each share the room (nine jurors and the secretary), and their roll
/// call is under way. They come about by the same commands as people's, played on the fast stage.
/// </summary>
internal static class Sittings
{
    public const string Dossier = "D01";

    /// <summary>Those who share a room.</summary>
    public static readonly string[] Seats = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8", "M9", "SEC"];

    /// <summary>How many of them, the first ones, may mark and raise a hand; the secretary may not.</summary>
    public const int Jurors = 9;

    /// <summary>Those who wait outside.</summary>
    public static readonly string[] Presenters = ["P1", "P2", "P3", "P4", "P5", "P6", "P7"];

    public static string IdOf(int sitting) => string.Create(CultureInfo.InvariantCulture, $"bench-{sitting:0000}");

    /// <summary>Makes them, and gives their links.</summary>
    public static async Task<Entrance> MakeAsync(string folder, int count)
    {
        var secrets = new Dictionary<(string, string), string>();
        for (var i = 0; i < count; i++)
        {
            await using var stage = await OpenAsync(folder, Definition(IdOf(i)));
            foreach (var seat in Seats.Concat(Presenters))
            {
                var secret = secrets[(IdOf(i), seat)] = Secret.New();
                await Must(stage, Actor.Access, new IssueLink(seat, Secret.Sum(secret)));
                await Must(stage, Actor.Presence, new RegainSeat(seat));
            }

            await Must(stage, Actor.Seat("SEC"), new OpenDoors());
            foreach (var seat in Seats.Concat(Presenters))
            {
                await Must(stage, Actor.Seat(seat), new ConfirmPresence());
            }

            await stage.Settled();
            await Must(stage, Actor.Seat("M1"), new OpenSitting());
        }

        return new Entrance(secrets);
    }

    /// <summary>One more call whose journal has this many lines.</summary>
    /// <returns>The journal's path.</returns>
    public static async Task<string> MakeLongAsync(string folder, string id, int lines)
    {
        var definition = Definition(id);
        await using var stage = await OpenAsync(folder, definition);
        foreach (var seat in Seats)
        {
            await Must(stage, Actor.Presence, new RegainSeat(seat));
        }

        await Must(stage, Actor.Seat("SEC"), new OpenDoors());
        foreach (var seat in Seats)
        {
            await Must(stage, Actor.Seat(seat), new ConfirmPresence());
        }

        await stage.Settled();
        await Must(stage, Actor.Seat("M1"), new OpenSitting());

        // Ten acts of one member after the other, mostly marks, as in a sitting.
        var marks = 0;
        for (var i = 0; stage.Lines < lines; i++)
        {
            var (seat, turn) = (Seats[i / 10 % 9], i / 10);
            var dossier = definition.Dossiers[turn / 9 % 3].Id;
            var (actor, command) = (i % 10) switch
            {
                5 => (Actor.Seat(seat), new KeepNote(dossier, $"À demander : la question numéro {i}, et ce qu'en pense le terrain.")),
                6 => (Actor.Seat(seat), new RaiseHand()),
                7 => (Actor.Seat(seat), new LowerHand()),
                8 => (Actor.Presence, new LoseSeat(seat)),
                9 => (Actor.Presence, new RegainSeat(seat)),
                var n => (Actor.Seat(seat), (Command)new KeepDraft(dossier, 1, definition.Grid.Criteria[marks++ % definition.Grid.Criteria.Length].Id, i % 6, n % 2 == 0 ? $"Un commentaire de longueur ordinaire, le {i}e." : "", null)),
            };
            await Must(stage, actor, command);
        }

        return new CallFiles(folder, id).Journal;
    }

    public static async Task Must(FastStage stage, Actor actor, Command command)
    {
        if ((await stage.Send(actor, Guid.NewGuid().ToString("N"), command)).Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{command} was refused: {refusal.Name}");
        }
    }

    public static async Task<FastStage> OpenAsync(string folder, CallDefinition definition) =>
        await FastStage.Open(new LinuxDisk(), new CallFiles(folder, definition.Id), Seed, definition, DateTimeOffset.UtcNow)
        ?? throw new InvalidOperationException($"{folder} holds {definition.Id} already.");

    /// <summary>The demo's call under another name, at today's clock, without documents and with a ninth member.</summary>
    public static CallDefinition Definition(string id)
    {
        var demo = SeedFolder.Read(Seed) is SeedRead<CallDefinition>.Accepted accepted ? accepted.Value : throw new InvalidOperationException("The demo's seed cannot be read.");
        var eighth = demo.Seats.First(s => s.Id == "M8");
        return demo with
        {
            Id = id,
            DemoStart = null,
            Seats = [.. demo.Seats, eighth with { Id = "M9", Name = "Dr N. Neuvième" }],
            Dossiers = [.. demo.Dossiers.Select(d => d with { Documents = [] })],
        };
    }

    public static string Seed => Path.Combine(AppContext.BaseDirectory, "seed-data", DemoCall.CallId);
}
