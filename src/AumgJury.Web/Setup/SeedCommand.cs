using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Setup;

/// <summary>
/// <c>--seed DIR</c>: opens the call of a seed folder, once. The documents come first, then the file of the personal links, then one
/// line of the journal that holds the call and the sums of its links: a stop between two of them leaves nothing that a second run
/// does not make anew, and no link that nobody has.
/// </summary>
internal sealed class SeedCommand(HouseOptions house, Disk disk, TimeProvider clock, TextWriter output) : SetupCommand(house, disk, output)
{
    private const int ChangesShown = 12;
    private readonly string _seed = Path.GetFullPath(house.Seed ?? ".");

    protected override int Work()
    {
        if (!Directory.Exists(_seed))
        {
            return Refuse(Texts["NoFolder", _seed]);
        }

        if (FolderContent.HoldsDemo(House.DataFolder))
        {
            return Refuse(Texts["HoldsDemo", House.DataFolder]);
        }

        return SeedFolder.Read(_seed) switch
        {
            SeedRead<CallDefinition>.Accepted { Value: var read } => Open(read),
            SeedRead<CallDefinition>.Refused { Problems: var problems } => Refuse([.. problems.Select(p => p.Sentence), Texts["Refused"]]),
            _ => throw new InvalidOperationException("A seed is accepted or refused."),
        };
    }

    /// <param name="read">A demo's start is left out: a call that is opened so follows real time.</param>
    private int Open(CallDefinition read)
    {
        var definition = read with { DemoStart = null };
        if (CallFiles.CallsIn(House.DataFolder).FirstOrDefault(id => id != definition.Id && string.Equals(id, definition.Id, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            return Refuse(Texts["SameName", other, House.DataFolder]);
        }

        var files = new CallFiles(House.DataFolder, definition.Id);
        using var call = CallOnDisk.Open(Disk, files);
        if (call is null)
        {
            return Refuse(Texts["Broken", definition.Id]);
        }

        return call.State.IsOpen ? Compare(call.State, definition, files) : Make(call, read, definition, files);
    }

    private int Make(CallOnDisk call, CallDefinition read, CallDefinition definition, CallFiles files)
    {
        SeedDocuments.Keep(_seed, definition, call.Documents);
        var links = new PersonalLinks(definition);
        Disk.Replace(files.Links, links.Table(House.Address, Texts));
        var now = clock.GetUtcNow();
        if (call.Send(Actor.Setup, "setup", new OpenCall(definition, links.Sums), new Instants(now, now)).Refusal is { } refusal)
        {
            return Refuse(refusal.Name == RefusalName.NotKept ? Texts["NotKept"] : Sentence(refusal));
        }

        Tell(Texts["Opened", definition.Title, definition.Id, House.DataFolder]);
        Say.Zone = CallZone.Find(definition.TimeZone) ?? Say.Zone;
        Tell(Texts["Content", Say.Day(definition.SittingDate), Say.Hour(definition.RunningOrder.Select(s => s.Start).DefaultIfEmpty().Min()), definition.Seats.Count(s => s.Role is Role.Chair or Role.Member), definition.Universities.Length, definition.Dossiers.Length, definition.Dossiers.Sum(d => d.Documents.Length)]);
        Tell(Texts["Links", links.Count, files.Links]);
        Note(read, now);
        return 0;
    }

    /// <summary>What is allowed and yet seldom meant.</summary>
    private void Note(CallDefinition read, DateTimeOffset now)
    {
        string?[] notes =
        [
            read.DemoStart is null ? null : Texts["NoteClock"],
            read.SittingDate < DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Say.Zone).DateTime) ? Texts["NotePast", Say.Day(read.SittingDate)] : null,
            Unfilled(read) is { Length: > 0 } unfilled ? Texts["NoteUnfilled", Mark, string.Join(", ", unfilled)] : null,
            Examples(read) is { Length: > 0 } examples ? Texts["NoteExample", string.Join(", ", examples)] : null,
        ];
        foreach (var note in notes.OfType<string>())
        {
            Tell(note);
        }

        NoteAddress();
    }

    /// <summary>What the model's folder puts where a name belongs, and who or what still bears it: a call is opened so for ever.</summary>
    private const string Mark = "À COMPLÉTER";

    private string[] Unfilled(CallDefinition read) =>
    [
        .. Left(read.Title) ? [Texts["UnfilledTitle"]] : Array.Empty<string>(),
        .. read.Seats.Where(s => Left(s.Name) || Left(s.Capacity)).Select(s => s.Id),
        .. read.Universities.Where(u => Left(u.Name)).Select(u => u.Id),
        .. read.Dossiers.Where(d => Left(d.Nominee) || Left(d.Structure) || Left(d.Summary)).Select(d => d.Id),
    ];

    private static bool Left(string words) => words.Contains(Mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>RFC 2606: names that no mail reaches.</summary>
    private static string[] Examples(CallDefinition read) =>
        [.. read.Seats.Where(s => new[] { "example.org", "example.com", ".example", ".invalid" }.Any(end => s.Email.EndsWith(end, StringComparison.OrdinalIgnoreCase))).Select(s => s.Id)];

    private int Compare(CallState state, CallDefinition definition, CallFiles files)
    {
        var changes = state.ChangesIn(definition);
        Tell(Texts["Exists", definition.Id, House.DataFolder]);
        if (Disk.Read(files.Links) is not null)
        {
            Tell(Texts["LinksLeft", files.Links]);
        }

        if (changes.Length == 0)
        {
            return 0;
        }

        var shown = changes.Take(ChangesShown).Select(SeedFolder.FileOf).Select(c => Texts["ChangedAt", c.File, c.Path.Length > 0 ? c.Path : Texts["WholeFile"]]);
        string[] more = changes.Length > ChangesShown ? [Texts["ChangedMore", changes.Length - ChangesShown]] : [];
        return Refuse([Texts["Changed", _seed, definition.Id], .. shown, .. more, Texts["Frozen"]]);
    }
}
