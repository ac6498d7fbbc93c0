using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;
using Microsoft.Extensions.Configuration;

namespace AumgJury.Web.Tests.Setup;

/// <summary><c>--seed DIR</c>: a call of one's own, opened once.</summary>
public sealed class SeedCommandTests : IDisposable
{
    private readonly NewHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public void A_folder_becomes_a_call_with_its_journal_keys_sealed_documents_and_a_link_a_person()
    {
        var seed = _house.NewCall();
        var (code, said) = _house.Seed(seed, "--address", "https://jury.exemple.fr");
        Assert.Equal(0, code);
        Assert.Contains("jeudi 14 mars 2030 à 9 h 00 ; membres du jury : 4, universités : 2, dossiers : 3, documents : 1", said, StringComparison.Ordinal);
        Assert.IsType<Verified.Whole>(Journal.Verify(_house.Files().Journal));

        var secrets = _house.Secrets();
        Assert.Equal(["AUT", "M1", "M2", "M3", "M4", "P1", "P2", "SEC"], secrets.Keys.Order(StringComparer.Ordinal));
        _house.Opened(call =>
        {
            Assert.All(secrets, link => Assert.Equal(Secret.Sum(link.Value), call.State.Access(link.Key).Link));
            var cv = File.ReadAllBytes(Path.Combine(seed, "documents", "D01", "cv.pdf"));
            Assert.Equal(cv, call.Documents.Read(SeedDocuments.KeyOf("D01"), DocumentSum(cv)));
            return 0;
        });
        Assert.All(_house.Bytes().Where(f => f.Key.Contains(".documents/", StringComparison.Ordinal)), f => Assert.DoesNotContain(Convert.ToHexString("%PDF"u8), f.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Whoever_still_bears_the_models_mark_is_named_in_one_line()
    {
        var (code, said) = _house.Seed(_house.NewCall());
        Assert.Equal(0, code);
        var line = Assert.Single(said.Split('\n'), l => l.Contains("À COMPLÉTER", StringComparison.Ordinal) && l.StartsWith("Remarque", StringComparison.Ordinal));
        Assert.Contains("M1, M2, M3, M4, SEC, AUT, P1, P2", line, StringComparison.Ordinal);
        Assert.Contains("D01", line, StringComparison.Ordinal);
    }

    [Fact]
    public void The_links_are_in_one_file_for_this_account_alone_and_nowhere_else_in_clear()
    {
        var (_, said) = _house.Seed(_house.NewCall());
        var files = _house.Files();
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(files.Links));
        Assert.Contains(files.Links, said, StringComparison.Ordinal);
        foreach (var secret in _house.Secrets().Values)
        {
            Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
            Assert.All(_house.Bytes().Where(f => f.Key != files.Links), f => Assert.DoesNotContain(Convert.ToHexString(System.Text.Encoding.ASCII.GetBytes(secret)), f.Value, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void It_follows_real_time_even_when_the_folder_names_a_demo_start()
    {
        var (code, said) = _house.Seed(SeedCopy.Original);
        Assert.Equal(0, code);
        Assert.Contains("demoStart est ignoré", said, StringComparison.Ordinal);
        Assert.Contains("jeudi 6 mai 2021, un jour passé", said, StringComparison.Ordinal);
        Assert.Equal((null, _house.Clock.GetUtcNow()), _house.Opened(call => (call.State.DemoStart, call.State.LastAt), "idf-2021"));
        Assert.False(HouseOptions.From(new ConfigurationBuilder().AddCommandLine(["--data=" + _house.Data]).Build(), development: false).Demo);
    }

    [Fact]
    public void A_second_run_finds_the_call_and_makes_nothing()
    {
        var seed = _house.NewCall();
        _house.Seed(seed);
        var before = _house.Bytes();
        _house.Clock.Advance(TimeSpan.FromDays(1));
        var (code, said) = _house.Seed(seed);
        Assert.Equal(0, code);
        Assert.Contains("existe déjà", said, StringComparison.Ordinal);
        Assert.Equal(before, _house.Bytes());
    }

    [Theory]
    [InlineData("rules.json", "\"quorum\": 2", "\"quorum\": 3", "rules.json : quorum")]
    [InlineData("jury.json", "Dr Deuxième", "Dr Autre", "jury.json : [2].name")]
    [InlineData("dossiers.json", "\"kind\": \"renewal\"", "\"kind\": \"first\"", "dossiers.json : [1].kind")]
    [InlineData("running-order.json", "T09:40", "T09:45", "running-order.json : [1].start")]
    [InlineData("call.json", "\"posts\": 2", "\"posts\": 1", "call.json : posts")]
    public void A_folder_that_changed_since_is_told_where_and_what_is_frozen_and_nothing_changes(string file, string old, string with, string said)
    {
        var seed = _house.NewCall();
        _house.Seed(seed);
        var before = _house.Bytes();
        NewHouse.Change(seed, file, old, with);
        var (code, told) = _house.Seed(seed);
        Assert.Equal(1, code);
        Assert.Contains(said, told, StringComparison.Ordinal);
        Assert.Contains("tout ce que dit son dossier est figé", told, StringComparison.Ordinal);
        Assert.Equal(before, _house.Bytes());
    }

    [Fact]
    public void Another_paper_in_the_place_of_a_document_is_a_change_too()
    {
        var seed = _house.NewCall();
        _house.Seed(seed);
        File.AppendAllText(Path.Combine(seed, "documents", "D01", "cv.pdf"), "\n");
        Assert.Contains("dossiers.json : [0].documents[0].sha256", _house.Seed(seed).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Indian/Reunion", "+04:00")]
    [InlineData("America/Guadeloupe", "-04:00")]
    [InlineData("America/Martinique", "-04:00")]
    [InlineData("America/Cayenne", "-03:00")]
    [InlineData("Indian/Mayotte", "+03:00")]
    public void A_call_has_the_hours_of_its_own_place(string zone, string offset)
    {
        var seed = _house.NewCall();
        NewHouse.Change(seed, "call.json", "Europe/Paris", zone);
        NewHouse.Change(seed, "running-order.json", "+01:00", offset);
        var (code, said) = _house.Seed(seed);
        Assert.Equal(0, code);
        Assert.Contains("Séance du jeudi 14 mars 2030 à 9 h 00", said, StringComparison.Ordinal);
        Assert.Equal(zone, _house.Opened(call => Web.Texts.CallZone.Of(call.State).Id));
    }

    [Fact]
    public void A_folder_that_cannot_be_used_is_refused_whole_with_file_line_and_reason()
    {
        var seed = _house.NewCall();
        NewHouse.Change(seed, "rules.json", "\"quorum\": 2", "\"quorum\": 9");
        NewHouse.Change(seed, "call.json", "Europe/Paris", "Indian/Reunion");
        var (code, said) = _house.Seed(seed);
        Assert.Equal(1, code);
        Assert.Contains("rules.json, ligne 2 : Le quorum (9/4)", said, StringComparison.Ordinal);
        Assert.Contains("running-order.json, ligne 2 : Ce créneau est écrit avec le décalage +01:00, et l'heure de Indian/Reunion est alors +04:00", said, StringComparison.Ordinal);
        Assert.Empty(_house.Bytes());
        Assert.Equal(1, _house.Seed(Path.Combine(seed, "nulle-part")).Code);
    }

    [Fact]
    public void Several_calls_live_in_one_folder_unless_their_ids_differ_by_capitals_alone()
    {
        Assert.Equal(0, _house.Seed(_house.NewCall()).Code);
        Assert.Equal(0, _house.Seed(_house.NewCall("autre", "autre-appel")).Code);
        Assert.Empty(_house.Secrets().Values.Intersect(_house.Secrets("autre-appel").Values));
        var (code, said) = _house.Seed(_house.NewCall("troisieme", "Mon-Appel"));
        Assert.Equal(1, code);
        Assert.Contains("mon-appel", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_demo_and_a_real_call_do_not_share_a_folder()
    {
        var definition = Assert.IsType<SeedRead<CallDefinition>.Accepted>(SeedFolder.Read(SeedCopy.Original)).Value;
        await (await FastStage.Open(new LinuxDisk(), _house.Files("idf-2021"), SeedCopy.Original, definition, definition.DemoStart!.Value))!.DisposeAsync();
        var (code, said) = _house.Seed(_house.NewCall());
        Assert.Equal(1, code);
        Assert.Contains("contient la démonstration", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://jury.exemple.fr")]
    [InlineData("jury.exemple.fr")]
    [InlineData("https://jury.exemple.fr/chemin")]
    public void An_address_that_would_make_dead_links_is_refused_before_anything_is_made(string address)
    {
        var (code, said) = _house.Seed(_house.NewCall(), "--address", address);
        Assert.Equal(1, code);
        Assert.Contains(address, said, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_house.Data));
    }

    [Fact]
    public void Stopped_at_any_change_of_the_disk_a_second_run_ends_with_the_call_and_the_links_that_open_it()
    {
        for (var (changes, done) = (1, false); !done; changes++)
        {
            using var house = new NewHouse();
            var seed = house.NewCall();
            house.Disk = new StoppingDisk(changes);
            done = house.Seed(seed).Code == 0;

            house.Disk = new LinuxDisk();
            var (code, said) = house.Seed(seed);
            Assert.True(code == 0, said);
            var secrets = house.Secrets();
            house.Opened(call =>
            {
                Assert.All(secrets, link => Assert.Equal(Secret.Sum(link.Value), call.State.Access(link.Key).Link));
                return Assert.IsType<SecretaryView>(call.State.View("SEC"));
            });
        }
    }

    private static string DocumentSum(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
}
