using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Room;
using Bunit;

namespace AumgJury.Web.Tests.Sitting.Chair;

public sealed class RollCallTests : ChairContext
{
    [Fact]
    public void One_press_records_who_is_there_and_goes_to_the_next()
    {
        var room = Room("rollcall");

        Press(room, "Constater l’identité de Pr A. Castellane");

        Assert.Equal(new RecordAttendance("M2", AttendanceStatus.Present, IdentityMeans.KnownByTheChair, ""), Assert.Single(Sent));
        Assert.Equal("Constater l’identité de Pr I. Belhadj-Morel", Primary(room));
    }

    [Fact]
    public void The_open_line_says_what_the_press_records()
    {
        var room = Room("rollcall");
        room.Find("li[data-open] select").Change(nameof(AttendanceStatus.Excused));

        Press(room, "Excuser Pr A. Castellane");

        Assert.Equal(AttendanceStatus.Excused, Assert.IsType<RecordAttendance>(Assert.Single(Sent)).Status);
    }

    [Fact]
    public void A_substitute_needs_a_name()
    {
        var room = Room("rollcall");
        room.Find("li[data-open] select").Change(nameof(AttendanceStatus.Substitute));
        Press(room, "Constater la suppléance de Pr A. Castellane");
        Assert.Empty(Sent);

        room.Find("li[data-open] input").Input("Pr J. Duval");
        Press(room, "Constater la suppléance de Pr A. Castellane");

        Assert.Equal("Pr J. Duval", Assert.IsType<RecordAttendance>(Assert.Single(Sent)).SubstituteName);
    }

    [Fact]
    public void Somebody_who_has_not_entered_is_proposed_as_late()
    {
        var room = Room("rollcall");
        foreach (var _ in Call.Jurors.Skip(1).SkipLast(1))
        {
            Time.Advance(ActPlace.Settling);
            room.Find("[data-primary-act]").Click();
        }

        Assert.Equal("Noter le retard de Dr C. Dujardin-Sow", Primary(room));
    }

    [Fact]
    public void A_line_says_whether_a_link_was_declared_or_none()
    {
        var room = Room("interest");

        Assert.Contains("aucun lien déclaré", room.Find($"li[data-seat={Call.Jurors[1]}]").TextContent, StringComparison.Ordinal);
        Assert.Contains("un lien déclaré", room.Find($"li[data-seat={Call.Jurors[2]}]").TextContent, StringComparison.Ordinal);
        Assert.Contains("liens pas encore dits", room.Find($"li[data-seat={Call.Jurors[3]}]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_can_be_corrected_until_the_hearings_start()
    {
        var room = Room("rollcall");
        Press(room, "Constater ou corriger la présence de H. Vauquelin-Roche");
        room.Find("li[data-seat=M1] select:nth-of-type(1)").Change(nameof(AttendanceStatus.Present));

        Press(room, "Enregistrer");

        Assert.Equal("M1", Assert.IsType<RecordAttendance>(Assert.Single(Sent)).Seat);
        Assert.Equal("Constater l’identité de Pr A. Castellane", Primary(room));
    }

    [Fact]
    public void A_ruling_without_a_reason_is_not_sent_and_says_so()
    {
        var room = Room("interest");
        Press(room, "Statuer sur le lien déclaré par Pr I. Belhadj-Morel");

        room.Find("form.reason").Submit();

        Assert.Empty(Sent);
        Assert.StartsWith("Il manque un motif.", room.Find(".fault").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ruling_starts_from_the_scope_of_the_rules()
    {
        var room = Room("interest");
        Press(room, "Statuer sur le lien déclaré par Pr I. Belhadj-Morel");
        room.Find("form.reason textarea").Input("Lien de travail direct.");

        room.Find("form.reason").Submit();

        Assert.Equal(new RuleRecusal("M3", RecusalScope.University, "U5", true, "Lien de travail direct."), Assert.Single(Sent));
        Assert.Empty(room.FindAll("form.reason"));
        Assert.Contains("Val-de-Bièvre", room.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_may_be_found_not_to_bar()
    {
        var room = Room("interest");
        Press(room, "Statuer sur le lien déclaré par Pr I. Belhadj-Morel");
        room.Find("form.reason textarea").Input("Lien ancien.");

        Press(room, "Le lien n’écarte pas");

        Assert.False(Assert.IsType<RuleRecusal>(Assert.Single(Sent)).Recused);
        Assert.Equal("Adopter le règlement intérieur", Primary(room));
    }
}
