namespace AumgJury.Core.Sittings;

/// <summary>The jury's opinion on one dossier; the decision is the authority's.</summary>
public enum Opinion
{
    Favourable,
    ReserveList,
    Unfavourable,
}

/// <summary>What the authority decides.</summary>
public enum DecisionOutcome
{
    Selected,
    ReserveList,
    NotSelected,
}

public sealed record StartFinalDeliberation : Command;

/// <summary>Chair: puts one dossier en discussion; members recused on it leave first.</summary>
public sealed record Discuss(string Dossier) : Command;

public sealed record EndDiscussion(string Dossier) : Command;

/// <summary>Chair: the jury's opinion with its motive.</summary>
/// <param name="Motive">10 to 4,000 characters.</param>
/// <param name="ReplacementReason">Required when an earlier opinion is replaced.</param>
public sealed record RecordOpinion(string Dossier, Opinion Opinion, string Motive, string ReplacementReason) : Command;

/// <summary>Chair: orders dossiers that the declared tie-breakers leave equal, with a reason.</summary>
/// <param name="Order">The tied dossiers, best first.</param>
public sealed record BreakTie(string[] Order, string Reason) : Command;

/// <summary>Chair: marks, opinions and motives can no longer change.</summary>
public sealed record FixRanking : Command;

public sealed record CloseSitting : Command;

/// <summary>Authority: follows the opinion or departs from it, with a reason.</summary>
/// <param name="Reason">Required when the outcome departs from the opinion, or exceeds the posts or the envelope.</param>
public sealed record DecideDossier(string Dossier, DecisionOutcome Outcome, string Reason) : Command;

/// <summary>Secretary, after a preview: each University's notification goes to the outbox.</summary>
public sealed record ReleaseNotifications : Command;

/// <summary>Machine (outbox): about to hand the mail over.</summary>
public sealed record ReportAttempt(string University, string MessageId) : Command;

/// <summary>Machine (outbox): what the mail server answered.</summary>
public sealed record ReportDelivery(string University, string MessageId, bool Accepted, string Detail) : Command;

/// <summary>Machine (outbox): no mail server is set; the mail is a file that somebody must hand over.</summary>
public sealed record ReportWritten(string University, string MessageId) : Command;

/// <summary>Secretary: an attempt without an outcome was shown as uncertain; send the same message again.</summary>
public sealed record ResendNotification(string University) : Command;

/// <summary>Secretary: the mails that were written as files have reached their Universities by another way.</summary>
/// <param name="Universities">Exactly those whose mail is written and not handed over: refused as stale otherwise.</param>
public sealed record DeclareHandedOver(string[] Universities) : Command;
