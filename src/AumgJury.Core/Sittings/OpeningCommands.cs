using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>What the roll call found of one juror.</summary>
public enum AttendanceStatus
{
    Present,
    Substitute,
    Excused,
    Late,
}

/// <summary>How the chair established who is there (arrêté 22/12/2017 art. 7: members identifiable at all times).</summary>
public enum IdentityMeans
{
    KnownByTheChair,
    CardShown,
    OfficialMail,
    OnSite,
}

/// <summary>Chair: the roll call begins.</summary>
public sealed record OpenSitting : Command;

/// <summary>Chair: one line of the roll call; may be corrected until the hearings start.</summary>
/// <param name="SubstituteName">Required for a substitute, else empty; at most 200 characters.</param>
public sealed record RecordAttendance(string Seat, AttendanceStatus Status, IdentityMeans Identity, string SubstituteName) : Command;

/// <summary>Chair: a late juror sits, and votes from the next University.</summary>
public sealed record AdmitLatecomer(string Seat, IdentityMeans Identity) : Command;

/// <summary>Juror: a link with a dossier, or none at all.</summary>
/// <param name="Dossier">Null declares that there is no link.</param>
/// <param name="Text">The link in the member's words, at most 2,000 characters; empty with no dossier.</param>
public sealed record DeclareInterest(string? Dossier, string Text) : Command;

/// <summary>Whoever the rules name: bars a juror from a dossier, a University or the sitting, with a reason.</summary>
/// <param name="Target">The dossier's or the University's id; empty for the whole sitting.</param>
/// <param name="Recused">False records that the declared link does not bar the member.</param>
public sealed record RuleRecusal(string Seat, RecusalScope Scope, string Target, bool Recused, string Reason) : Command
{
    /// <summary>The revealed dossiers whose result the acting chair knows that this recusal changes; exactly those that it bars from (docs/decisions/0009).</summary>
    public string[] ChangesResultOf { get; init; } = [];
}

/// <summary>Chair: the jury adopts its rules of procedure.</summary>
public sealed record AdoptRules : Command;

/// <summary>Chair: the secretary may press the chair's buttons, journaled under the secretary's seat.</summary>
public sealed record LetSecretaryConduct(bool Allowed) : Command;

/// <summary>Chair: hands the chair over; the sitting is suspended until the deputy takes it.</summary>
public sealed record HandOver : Command;

/// <summary>Deputy, when the chair is lost, recused or has handed over; or the chair coming back; or, when neither can, the voting member whose turn it is.</summary>
public sealed record TakeChair : Command;

/// <summary>The voting member whose turn it is to take the chair: leaves it to the next of the jury's list.</summary>
public sealed record PassChair : Command;

/// <summary>Chair: identities, quorum, recusals and rules are settled; hearings begin.</summary>
public sealed record StartHearings : Command;
