using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

/// <summary>A seat that its holder left before the roll call, and a copy of its link (docs/decisions/0007).</summary>
public sealed class SeatLeftTests
{
    private static readonly string Link = new('a', 64);
    private static readonly string First = new('1', 64);
    private static readonly string Second = new('2', 64);
    private static readonly string Third = new('3', 64);

    [Fact]
    public void A_second_entry_by_the_same_link_is_told_and_sees_nothing_of_what_the_first_device_kept()
    {
        var p = Left();
        p.Do(Actor.Access, new OpenSession("M4", Second, false));
        Assert.True(p.State.Access("M4").IsHeldBy(Second));
        foreach (var incidents in (IncidentLine[][])[p.View<ChairView>("M1").Console.Incidents, p.View<SecretaryView>("SEC").Incidents])
        {
            var told = Assert.Single(incidents);
            Assert.Equal(("entered-again", "Quatrième"), (told.Kind, told.SeatName));
        }

        var json = p.Json("M4");
        Assert.DoesNotContain("secret", json, StringComparison.Ordinal);
        Assert.True(Work(p).Aside);
        Assert.Null(Mark(p, "A1").Mark);
    }

    [Fact]
    public void It_comes_back_under_what_was_kept_since_when_the_chair_has_recognised_who_is_there()
    {
        var p = Left();
        p.Do(Actor.Access, new OpenSession("M4", Second, false));
        p.Do("M4", new KeepDraft("D1", 1, "C1", 2, "plus tard", null));
        p.Do("M4", new KeepNote("D1", "ajout"));
        Open(p);
        p.RollCall("M4");
        Assert.Null(Mark(p, "A1").Mark);
        p.Do("M1", new RecordAttendance("M4", AttendanceStatus.Present, IdentityMeans.KnownByTheChair, ""));
        Assert.Equal((4, "secret"), (Mark(p, "A1").Mark, Mark(p, "A1").Comment));
        Assert.Equal((2, "plus tard"), (Mark(p, "C1").Mark, Mark(p, "C1").Comment));
        Assert.Equal("secret de la note\najout", Work(p).Grids.Single(g => g.Dossier == "D1").Note);
        Assert.False(Work(p).Aside);
    }

    [Fact]
    public void A_substitute_does_not_get_it_and_a_latecomer_who_is_admitted_does()
    {
        foreach (var status in (AttendanceStatus[])[AttendanceStatus.Substitute, AttendanceStatus.Late])
        {
            var p = Left();
            p.Do(Actor.Access, new OpenSession("M4", Second, false));
            Open(p);
            p.RollCall("M4");
            p.Do("M1", new RecordAttendance("M4", status, IdentityMeans.CardShown, status == AttendanceStatus.Substitute ? "Remplaçante" : ""));
            p.Do("M1", new AdoptRules());
            p.Do("M1", new StartHearings());
            if (status == AttendanceStatus.Late)
            {
                p.Do("M1", new AdmitLatecomer("M4", IdentityMeans.CardShown));
            }

            Assert.Equal(status == AttendanceStatus.Late ? 4 : null, Mark(p, "A1").Mark);
        }
    }

    [Fact]
    public void A_first_entry_and_the_same_device_that_comes_back_are_no_incident_and_lose_nothing()
    {
        var p = WithWork();
        p.Do(Actor.Access, new OpenSession("M4", First, false));
        Assert.Empty(p.View<ChairView>("M1").Console.Incidents);
        Assert.Equal(4, Mark(p, "A1").Mark);
    }

    [Fact]
    public void A_device_that_opened_the_seat_again_lets_in_no_other_to_what_was_kept()
    {
        var p = Left();
        p.Do(Actor.Access, new OpenSession("M4", Second, false));
        p.Do(Actor.Access, new OpenSession("M4", First, true));
        Assert.Equal(First, p.State.Access("M4").PendingSession);
        p.Do("M4", new AdmitMyDevice(First[..8]));
        Assert.DoesNotContain("secret", p.Json("M4"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_a_stranger_kept_in_between_neither_overwrites_nor_blanks_it(bool takenOver)
    {
        var p = WithWork();
        p.Do("M4", new KeepDraft("D1", 1, "C1", 5, "à moi", null));
        p.Do(Actor.Access, new CloseSession("M4", First));
        p.Do(Actor.Access, new OpenSession("M4", Second, false));
        p.Do("M4", new KeepDraft("D1", 1, "A1", 0, "hostile", null));
        p.Do("M4", new KeepDraft("D1", 1, "C1", null, "", null));
        p.Do("M4", new KeepNote("D1", ""));
        if (takenOver)
        {
            p.Do(Actor.Access, new OpenSession("M4", Third, true));
            p.Do("M4", new AdmitMyDevice(Third[..8]));
        }
        else
        {
            p.Do(Actor.Access, new CloseSession("M4", Second));
            p.Do(Actor.Access, new OpenSession("M4", Third, false));
        }

        Assert.DoesNotContain("hostile", p.Json("M4"), StringComparison.Ordinal);
        Open(p);
        p.RollCall();
        Assert.Equal((4, "secret"), (Mark(p, "A1").Mark, Mark(p, "A1").Comment));
        Assert.Equal((5, "à moi"), (Mark(p, "C1").Mark, Mark(p, "C1").Comment));
        Assert.Equal("secret de la note", Work(p).Grids.Single(g => g.Dossier == "D1").Note);
    }

    [Fact]
    public void The_work_of_the_device_that_is_recognised_comes_first_and_an_empty_field_of_it_hides_nothing()
    {
        var p = Left();
        p.Do(Actor.Access, new OpenSession("M4", Second, false));
        p.Do("M4", new KeepDraft("D1", 1, "A1", 3, "", null));
        Open(p);
        p.RollCall();
        Assert.Equal((3, "secret"), (Mark(p, "A1").Mark, Mark(p, "A1").Comment));
        p.Do("M4", new KeepDraft("D1", 1, "A1", 2, "", null));
        p.Do(Actor.Access, new OpenSession("M4", Third, true));
        p.Do("M4", new AdmitMyDevice(Third[..8]));
        Assert.Equal((2, ""), (Mark(p, "A1").Mark, Mark(p, "A1").Comment));
    }

    private static Play Left()
    {
        var p = WithWork();
        p.Do(Actor.Access, new CloseSession("M4", First));
        return p;
    }

    private static Play WithWork()
    {
        var p = new Play(Small.Call());
        p.Do(Actor.Setup, new IssueLink("M4", Link));
        p.Do(Actor.Access, new OpenSession("M4", First, false));
        p.Do("M4", new KeepDraft("D1", 1, "A1", 4, "secret", null));
        p.Do("M4", new KeepNote("D1", "secret de la note"));
        return p;
    }

    private static void Open(Play p)
    {
        p.Do("SEC", new OpenDoors());
        p.EveryoneConfirms();
        p.Do("M1", new OpenSitting());
    }

    private static JurorWork Work(Play p) => p.View<MemberView>("M4").Work;

    private static MyMark Mark(Play p, string criterion) => Work(p).Grids.Single(g => g.Dossier == "D1").Marks.Single(m => m.Criterion == criterion);
}
