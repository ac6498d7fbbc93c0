using AumgJury.Core.Calls;
using AumgJury.Core.Funding;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Notifications;

/// <summary>
/// What a University is told: the decision on each of its own dossiers, its grounds, what follows, and how to appeal. Written from the
/// public record alone, and of it neither score nor rank is read: no mark can slip in, and no other University's dossier.
/// In French whatever the reader's language: it is an administrative act.
/// </summary>
public sealed class NotificationText(NotificationSettings settings)
{
    private static readonly HouseCulture French = new(HouseCulture.French);
    private readonly TextsOf<NotificationTexts> _t = new(French);
    private readonly Say _say = new(French.Culture);

    /// <summary>The notification of one University.</summary>
    /// <exception cref="ArgumentException">No dossier is that University's.</exception>
    public NotificationMail Of(Archive archive, string university)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArchivedDossier[] own = [.. archive.Dossiers.Where(dossier => dossier.University == university)];
        if (own.Length == 0)
        {
            throw new ArgumentException($"The call has no dossier of the University {university}.", nameof(university));
        }

        var subject = _t[own.Length == 1 ? "Subject_One" : "Subject_Many", archive.Title, own[0].UniversityName];
        return NotificationMail.Of(subject, French.Language,
        [
            Line("Dear"),
            Line("Opening", archive.Title, _say.Day(archive.SittingDate), FrenchTypography.WithArticle(archive.Organisation), own[0].UniversityName),
            .. own.SelectMany(Dossier),
            .. own.Any(dossier => dossier.Outcome is DecisionOutcome.Selected) ? Next(archive) : [],
            .. own.Any(IsDecided) ? Appeal(archive) : [],
            Line("Sign_For", FrenchTypography.WithArticle(archive.Organisation)),
            .. archive.People.Where(person => person is { Role: Role.Authority, Replaced: false }).Take(1).Select(person => Line("Sign", person.Name, person.Capacity)),
            Line("Contact", archive.Contact),
        ]);
    }

    private static bool IsDecided(ArchivedDossier dossier) => dossier.Outcome is not null || dossier.Admissibility is Admissibility.Inadmissible;

    private IEnumerable<MailPart> Dossier(ArchivedDossier dossier) =>
    [
        new(MailPartKind.Heading, _t["File", dossier.Id, dossier.Nominee, dossier.Structure, dossier.Department]),
        .. dossier.Admissibility switch
        {
            Admissibility.Inadmissible or Admissibility.Withdrawn => NotJudged(dossier),
            _ => Judged(dossier),
        },
    ];

    private IEnumerable<MailPart> NotJudged(ArchivedDossier dossier)
    {
        yield return Line($"{dossier.Admissibility}");
        if (dossier.AdmissibilityReason.Length > 0)
        {
            yield return Line("Motive", Sentence(dossier.AdmissibilityReason));
        }
    }

    private IEnumerable<MailPart> Judged(ArchivedDossier dossier)
    {
        if (dossier.Outcome is not { } outcome)
        {
            yield return Line("Undecided");
            yield break;
        }

        yield return Line($"{outcome}");
        if (dossier.Opinion is { } opinion)
        {
            yield return Line($"Opinion_{opinion}");
            yield return dossier.Follows == false ? Line("Departs", Sentence(dossier.Reason)) : Line("Follows");
        }

        if (dossier.Motive.Length > 0)
        {
            yield return Line("Motive", Sentence(dossier.Motive));
        }

        if (dossier.Admissibility is Admissibility.AdmissibleSubjectTo && dossier.AdmissibilityReason.Length > 0)
        {
            yield return Line("AdmissibleSubjectTo", Sentence(dossier.AdmissibilityReason));
        }

        if (outcome is DecisionOutcome.Selected && dossier.Amount is { } amount)
        {
            var months = dossier.Kind is ContractKind.First ? Commitment.FirstMonths : Commitment.RenewalMonths;
            yield return Line("Amount", _say.Euros(amount), _say.Euros(amount / months), months);
        }
        else if (outcome is DecisionOutcome.ReserveList)
        {
            yield return Line("Reserve");
        }
    }

    private IEnumerable<MailPart> Next(Archive archive)
    {
        var november = new DateOnly(archive.SittingDate.Year, 11, 1);
        var start = settings.StartOfDuty ?? (november >= archive.SittingDate ? november : november.AddYears(1));
        return
        [
            new(MailPartKind.Heading, _t["Next_Title"]),
            Item("Next_Agreement", FrenchTypography.WithArticle(archive.Organisation)),
            Item("Next_Start", _say.Day(start)),
            Item("Next_Tell", archive.Contact),
        ];
    }

    private IEnumerable<MailPart> Appeal(Archive archive) =>
    [
        new(MailPartKind.Heading, _t["Appeal_Title"]),
        Line("Appeal_Intro"),
        Item("Appeal_Gracious", FrenchTypography.WithArticle(archive.Organisation), archive.Contact),
        Item("Appeal_Court", settings.Court.Length > 0 ? settings.Court : _t["Court_Default", FrenchTypography.WithArticle(archive.Organisation)]),
    ];

    private MailPart Line(string key, params object[] values) => new(MailPartKind.Paragraph, values.Length == 0 ? _t[key] : _t[key, values]);

    private MailPart Item(string key, params object[] values) => new(MailPartKind.Item, _t[key, values]);

    private static string Sentence(string text) => text.TrimEnd() is { Length: > 0 } trimmed ? ".!?…".Contains(trimmed[^1], StringComparison.Ordinal) ? trimmed : trimmed + "." : text;
}
