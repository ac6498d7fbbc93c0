using AumgJury.Core.Sittings;
using AumgJury.Web.Accounts;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Setup;

/// <summary><c>--new-link SEAT</c>: the way back in when the secretary's own link is lost.</summary>
public sealed class NewLinkCommandTests : IDisposable
{
    private readonly NewHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public void The_seat_gets_a_new_link_shown_once_and_the_earlier_one_ends_with_its_session()
    {
        _house.Seed(_house.NewCall());
        var old = _house.Secrets()["SEC"];
        var session = Secret.Sum("session");
        _house.Opened(call => call.Send(Actor.Access, "s", new OpenSession("SEC", session, false), default));

        var (code, said) = _house.NewLink("SEC", "--address", "https://jury.exemple.fr");
        Assert.Equal(0, code);
        Assert.Contains("Nouveau lien de M. Secrétaire", said, StringComparison.Ordinal);
        var secret = said.Split("https://jury.exemple.fr/entrer#")[1].Split('\n')[0].Trim();
        Assert.NotEqual(old, secret);
        var access = _house.Opened(call => call.State.Access("SEC"));
        Assert.Equal((Secret.Sum(secret), null), (access.Link, access.Session));
        Assert.Equal(_house.Secrets()["M1"], _house.Secrets()["M1"]);
        Assert.Equal(Secret.Sum(_house.Secrets()["M1"]), _house.Opened(call => call.State.Access("M1").Link));
    }

    [Fact]
    public void The_journal_tells_of_it_as_the_machines_act_and_keeps_only_the_sum()
    {
        _house.Seed(_house.NewCall());
        var said = _house.NewLink("SEC").Said;
        var secret = said.Split("/entrer#")[1].Split('\n')[0].Trim();
        var last = File.ReadAllLines(_house.Files().Journal)[^1];
        Assert.Contains("\"actor\":\"machine:access\"", last, StringComparison.Ordinal);
        Assert.Contains(Secret.Sum(secret), last, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, last, StringComparison.Ordinal);
        Assert.Equal(2, Assert.IsType<Verified.Whole>(Journal.Verify(_house.Files().Journal)).Lines);
    }

    [Fact]
    public void With_several_calls_it_asks_which_and_an_unknown_call_or_seat_is_told_what_there_is()
    {
        Assert.Contains("Il n'y a aucun appel", _house.NewLink("SEC").Said, StringComparison.Ordinal);
        _house.Seed(_house.NewCall());
        _house.Seed(_house.NewCall("autre", "autre-appel"));
        var before = _house.Bytes();
        Says("--call : autre-appel, mon-appel", "SEC");
        Says("Appels : autre-appel, mon-appel", "SEC", "--call", "rien");
        Says("SEC (M. Secrétaire", "SECR", "--call", "mon-appel");
        Assert.Equal(before, _house.Bytes());
        Assert.Equal(0, _house.NewLink("SEC", "--call", "autre-appel").Code);
        Assert.Equal(Secret.Sum(_house.Secrets()["SEC"]), _house.Opened(call => call.State.Access("SEC").Link));

        void Says(string words, params string[] asked)
        {
            var (code, said) = _house.NewLink(asked);
            Assert.Equal(1, code);
            Assert.Contains(words, said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_seat_that_was_given_to_somebody_else_gets_no_link_and_nothing_is_written()
    {
        _house.Seed(_house.NewCall());
        _house.Opened(call => call.Send(Actor.Seat("SEC"), "r", new ReplacePresenter("P1", "P9", "Pr Autre", "Directrice", "p9@exemple.fr", "04", "Empêchement"), default));
        var before = _house.Bytes();
        var (code, said) = _house.NewLink("P1");
        Assert.Equal(1, code);
        Assert.Contains("a été donnée à une autre personne", Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Equal(before, _house.Bytes());
        Assert.Equal(0, _house.NewLink("P9").Code);
    }

    [Fact]
    public void While_the_house_is_open_it_refuses_in_one_line()
    {
        _house.Seed(_house.NewCall());
        using var served = FolderLock.Take(_house.Data);
        var (code, said) = _house.NewLink("SEC");
        Assert.Equal(1, code);
        Assert.Contains("est utilisé par un autre programme", Assert.Single(said.Trim().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public void A_journal_that_cannot_be_believed_is_left_as_it_is()
    {
        _house.Seed(_house.NewCall());
        _house.NewLink("SEC");
        var files = _house.Files();
        var bytes = File.ReadAllBytes(files.Journal);
        bytes[100] ^= 1;
        File.WriteAllBytes(files.Journal, bytes);
        var (code, said) = _house.NewLink("SEC");
        Assert.Equal(1, code);
        Assert.Contains("n'est pas celui qui a été écrit", said, StringComparison.Ordinal);
        Assert.Equal(bytes, File.ReadAllBytes(files.Journal));
    }
}
