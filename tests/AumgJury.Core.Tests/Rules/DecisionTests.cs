using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Rules;

public sealed class DecisionTests
{
    [Theory]
    [InlineData(Phase.DoorsOpen)]
    [InlineData(Phase.Hearings)]
    [InlineData(Phase.FinalDeliberation)]
    public void The_authority_sees_nothing_before_the_ranking_is_fixed(Phase phase)
    {
        var view = Phases.To(phase).View<AuthorityView>("AUT");
        Assert.True(view is { Board: null, Files: [], Decisions: [], Left: 0, Committed: 0 });
        Phases.To(phase).Refused("AUT", RefusalName.WrongPhase, new DecideDossier("D1", DecisionOutcome.Selected, ""));
    }

    [Fact]
    public void The_authority_follows_or_departs_with_a_reason()
    {
        var p = Phases.To(Phase.RankingFixed);
        var favourable = p.View<AuthorityView>("AUT").Board!.Rows[0].Dossier;
        p.Refused("AUT", RefusalName.ReasonMissing, new DecideDossier(favourable, DecisionOutcome.NotSelected, "Non."));
        p.Do("AUT", new DecideDossier(favourable, DecisionOutcome.NotSelected, "Crédits insuffisants cette année."));
        p.Do("AUT", new DecideDossier(favourable, DecisionOutcome.Selected, ""));
        var decision = p.View<AuthorityView>("AUT").Decisions.Single();
        Assert.True(decision is { Outcome: DecisionOutcome.Selected, Follows: true });
        Assert.Equal(48_000m, p.View<AuthorityView>("AUT").Committed);
        p.Refused("AUT", RefusalName.UnknownDossier, new DecideDossier("D99", DecisionOutcome.Selected, ""));
        p.Refused("M1", RefusalName.NotYourRole, new DecideDossier(favourable, DecisionOutcome.Selected, ""));
    }

    [Fact]
    public void More_selected_than_there_are_posts_or_euros_needs_a_reason_even_when_the_opinion_is_followed()
    {
        var p = Phases.To(Phase.RankingFixed);
        var rows = p.View<AuthorityView>("AUT").Board!.Rows;
        var favourable = rows.Where(r => r.Proposed == Opinion.Favourable).Select(r => r.Dossier).ToArray();
        var other = rows.First(r => r.Proposed != Opinion.Favourable).Dossier;
        Assert.Equal(2, favourable.Length);
        p.Do("AUT", new DecideDossier(other, DecisionOutcome.Selected, "Zone sans aucun autre terrain de stage."));
        p.Do("AUT", new DecideDossier(favourable[0], DecisionOutcome.Selected, ""));
        p.Refused("AUT", RefusalName.ReasonMissing, new DecideDossier(favourable[1], DecisionOutcome.Selected, ""));
        p.Do("AUT", new DecideDossier(favourable[1], DecisionOutcome.Selected, "Un poste de plus est ouvert cette année."));

        // Deciding again on one that is selected adds nobody.
        p.Refused("AUT", RefusalName.ReasonMissing, new DecideDossier(favourable[0], DecisionOutcome.Selected, ""));
        p.Do("AUT", new DecideDossier(other, DecisionOutcome.NotSelected, "Le terrain a été pourvu autrement."));
        p.Do("AUT", new DecideDossier(favourable[0], DecisionOutcome.Selected, ""));
    }

    [Fact]
    public void Notifications_leave_after_every_decision_and_only_once()
    {
        var p = Phases.To(Phase.RankingFixed);
        p.Do("M1", new CloseSitting());
        Assert.Equal(["D1", "D2", "D3", "D4"], p.Refused(Actor.Seat("SEC"), new ReleaseNotifications()).Details);
        foreach (var d in p.Inside.Judged.ToArray())
        {
            p.Do("AUT", new DecideDossier(d.Id, (DecisionOutcome)d.Opinion!.Opinion, ""));
        }

        p.Do("SEC", new ReleaseNotifications());
        p.Refused("SEC", RefusalName.AlreadyReleased, new ReleaseNotifications());
        p.Refused("AUT", RefusalName.AlreadyReleased, new DecideDossier("D1", DecisionOutcome.Selected, ""));
        Assert.Equal(["U1", "U2", "U3"], p.View<SecretaryView>("SEC").Notifications.Select(n => n.University));
    }

    [Fact]
    public void An_attempt_without_an_outcome_is_uncertain_and_resent_under_the_same_message_id()
    {
        var p = Released();
        p.Refused("SEC", RefusalName.NotUncertain, new ResendNotification("U1"));
        p.Do(Actor.Outbox, new ReportAttempt("U1", "<1@demo>"));
        p.Refused(Actor.Outbox, RefusalName.Stale, new ReportAttempt("U1", "<1@demo>"));
        Assert.Equal(DeliveryLine.Attempted, p.View<SecretaryView>("SEC").Notifications[0].Delivery);
        p.Do("SEC", new ResendNotification("U1"));
        p.Refused(Actor.Outbox, RefusalName.Stale, new ReportAttempt("U1", "<2@demo>"));
        p.Do(Actor.Outbox, new ReportAttempt("U1", "<1@demo>"));
        p.Refused(Actor.Outbox, RefusalName.Stale, new ReportDelivery("U1", "<2@demo>", true, ""));
        p.Do(Actor.Outbox, new ReportDelivery("U1", "<1@demo>", true, "250"));
        var sent = p.State.Archive().Notifications[0];
        Assert.Equal((DeliveryLine.Accepted, 2, "<1@demo>"), (sent.Delivery, sent.Attempts, sent.MessageId));
        p.Refused(Actor.Outbox, RefusalName.Stale, new ReportAttempt("U1", "<1@demo>"));
        p.Refused("SEC", RefusalName.NotUncertain, new ResendNotification("U1"));
    }

    [Fact]
    public void A_refused_mail_may_be_tried_again()
    {
        var p = Released();
        p.Do(Actor.Outbox, new ReportAttempt("U1", "<1@demo>"));
        p.Do(Actor.Outbox, new ReportDelivery("U1", "<1@demo>", false, "Boîte inconnue."));
        Assert.Equal((DeliveryLine.Failed, "Boîte inconnue."), (p.View<SecretaryView>("SEC").Notifications[0].Delivery, p.View<SecretaryView>("SEC").Notifications[0].Detail));
        p.Do(Actor.Outbox, new ReportAttempt("U1", "<1@demo>"));
    }

    [Fact]
    public void A_mail_that_was_written_as_a_file_is_delivered_once_the_secretary_says_it_was_handed_over()
    {
        var p = Released();
        foreach (var university in new[] { "U1", "U2" })
        {
            p.Do(Actor.Outbox, new ReportAttempt(university, "<1@demo>"));
            p.Do(Actor.Outbox, new ReportWritten(university, "<1@demo>"));
        }

        p.Do(Actor.Outbox, new ReportAttempt("U3", "<1@demo>"));
        Assert.Equal(DeliveryLine.Written, p.View<SecretaryView>("SEC").Notifications[0].Delivery);
        Assert.Equal(ActName.DeclareHandedOver, p.View<SecretaryView>("SEC").Expected.Act);
        Assert.False(p.View<AuthorityView>("AUT").Delivered);
        p.Refused("SEC", RefusalName.NotUncertain, new ResendNotification("U1"));
        p.Refused("SEC", RefusalName.Stale, new DeclareHandedOver(["U1"]));
        p.Refused("SEC", RefusalName.Stale, new DeclareHandedOver(["U1", "U2", "U3"]));
        p.Refused("M1", RefusalName.NotYourRole, new DeclareHandedOver(["U1", "U2"]));
        p.Do("SEC", new DeclareHandedOver(["U2", "U1"]));
        Assert.Equal(DeliveryLine.HandedOver, p.State.Archive().Notifications[1].Delivery);

        // One is still uncertain: it is neither with a server nor handed over.
        Assert.False(p.View<AuthorityView>("AUT").Delivered);
        p.Do(Actor.Outbox, new ReportWritten("U3", "<1@demo>"));
        p.Do("SEC", new DeclareHandedOver(["U3"]));
        Assert.True(p.View<AuthorityView>("AUT").Delivered);
        p.Refused("SEC", RefusalName.Stale, new DeclareHandedOver([]));
    }

    private static Play Released()
    {
        var p = Phases.To(Phase.Closed);
        p.Do("SEC", new ReleaseNotifications());
        return p;
    }
}
