using AumgJury.Core.Calls;
using AumgJury.Core.Scoring;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>
/// The public record that is stored ready to query (LiteDB). No field of it can hold a mark before its reveal, nor an individual one after it.
/// </summary>
public sealed record Archive(string Call, string Title, string Organisation, string Contact, DateOnly SittingDate, Phase Phase, ArchivedDossier[] Dossiers, ArchivedPerson[] People, ArchivedNotification[] Notifications)
{
    internal static Archive Of(State s) => s.Memory.Archive.Of(new(Shared.Of(s), s.Phase, s.Order, s.Hearings, s.Dossiers, s.Notifications, s.FixedRanking), s, static (s, _) => new(
        s.Call.Id,
        s.Call.Title,
        s.Call.Organisation,
        s.Call.Contact,
        s.Call.SittingDate,
        s.Phase,
        [.. s.Call.Dossiers.Select(d => Dossier(s, s.Dossiers[d.Id]))],
        [.. s.InOrder.Select(p => new ArchivedPerson(p.Id, p.Name, p.Definition.Capacity, p.Role, p.Definition.University, p.Definition.Email, p.ReplacedBy is not null))],
        [.. s.Order.Where(s.Notifications.ContainsKey).Select(u => Notification(s, s.Notifications[u]))]));

    private static ArchivedDossier Dossier(State s, DossierState d)
    {
        var rank = s.FixedRanking.FirstOrDefault(r => r.Dossier == d.Id);
        var score = rank is null ? (decimal?)null : new Rational(rank.ScoreNumerator, rank.ScoreDenominator).Rounded(1);
        return new(
            d.Id,
            d.Definition.University,
            Decide.UniversityName(s, d.Definition.University),
            d.Definition.Nominee,
            d.Definition.Structure,
            d.Definition.Department,
            d.Definition.Kind,
            d.Definition.Admissibility,
            d.Definition.AdmissibilityReason,
            rank?.Rank,
            score,
            rank?.Amount,
            d.Opinion?.Opinion,
            d.Opinion?.Motive ?? "",
            d.Decision?.Outcome,
            d.Decision?.Follows,
            d.Decision?.Reason ?? "");
    }

    private static ArchivedNotification Notification(State s, NotificationState n)
    {
        var h = s.Hearings[n.University];
        var p = h.Presenter.Length > 0 ? s.PresenterOf(h) : null;
        return new(n.University, Decide.UniversityName(s, n.University), p?.Name ?? "", p?.Definition.Email ?? "", n.MessageId, (DeliveryLine)n.Delivery, n.At, n.Attempts);
    }
}

/// <param name="Score">Out of 100, once the ranking is fixed.</param>
public sealed record ArchivedDossier(string Id, string University, string UniversityName, string Nominee, string Structure, string Department, ContractKind Kind, Admissibility Admissibility, string AdmissibilityReason, int? Rank, decimal? Score, decimal? Amount, Opinion? Opinion, string Motive, DecisionOutcome? Outcome, bool? Follows, string Reason);

public sealed record ArchivedPerson(string Seat, string Name, string Capacity, Role Role, string? University, string Email, bool Replaced);

public sealed record ArchivedNotification(string University, string UniversityName, string Recipient, string Email, string MessageId, DeliveryLine Delivery, DateTimeOffset At, int Attempts);
