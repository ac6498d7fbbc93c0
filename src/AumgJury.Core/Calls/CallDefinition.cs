namespace AumgJury.Core.Calls;

/// <summary>A whole call as it is set up: what a seed folder or the administrator's pages hold.</summary>
/// <param name="Id">Short and safe in a file name: letters, digits, hyphen; at most 40.</param>
/// <param name="DemoStart">The instant at which the demo's clock starts; null for a real sitting.</param>
/// <param name="Posts">How many posts are to be filled.</param>
/// <param name="MonthlyAmount">Euros paid per month and per AUMG (S1-23).</param>
/// <param name="Envelope">Euros available.</param>
/// <param name="TimeZone">IANA name, for slots and displayed hours.</param>
/// <param name="Contact">The functional mailbox (S1-42).</param>
/// <param name="Phone">The number to ring when the page does not help.</param>
public sealed record CallDefinition(
    string Id,
    string Title,
    string Organisation,
    int Wave,
    DateTimeOffset? DemoStart,
    DateOnly SittingDate,
    string TimeZone,
    string Contact,
    string Phone,
    int Posts,
    decimal MonthlyAmount,
    decimal Envelope,
    Prerequisite[] Prerequisites,
    Grid Grid,
    RulesOfProcedure Rules,
    University[] Universities,
    SeatDefinition[] Seats,
    DossierDefinition[] Dossiers,
    SlotDefinition[] RunningOrder);

/// <summary>A yes/no condition checked before the sitting; it never adds points (domain E).</summary>
public sealed record Prerequisite(string Id, string Label, string Source);

public sealed record University(string Id, string Name);

/// <summary>One seat: a person, what they are there for, and where they sit.</summary>
/// <param name="University">For presenters, the University they represent; else null.</param>
/// <param name="Deputy">Whether this voting member takes the chair when it is lost.</param>
/// <param name="Votes">Whether the voice is deliberative.</param>
public sealed record SeatDefinition(
    string Id,
    Role Role,
    string Name,
    string Capacity,
    College College,
    string? University,
    bool Deputy,
    bool Votes,
    string Email,
    string Phone);

/// <summary>One dossier. Documents are files of the seed folder, named by their path in it.</summary>
/// <param name="Department">The département's number, such as <c>93</c>.</param>
/// <param name="AdmissibilityReason">Why it is inadmissible, conditional or withdrawn; empty otherwise.</param>
/// <param name="PrerequisitesMet">Ids of the prerequisites that were found met.</param>
/// <param name="Summary">A few lines about the post, shown on the dossier's sheet.</param>
public sealed record DossierDefinition(
    string Id,
    string University,
    string Nominee,
    string Structure,
    string Department,
    ContractKind Kind,
    Admissibility Admissibility,
    string AdmissibilityReason,
    string[] PrerequisitesMet,
    string Summary,
    DocumentDefinition[] Documents);

/// <param name="Kind">cv, letter, university-agreement or structure-agreement (S1-32, S1-33).</param>
/// <param name="Sha256">Of the clear content, 64 lower-case hex digits; it names the stored file. A seed may leave it and the size out: they are then taken from the file.</param>
public sealed record DocumentDefinition(string Id, string Kind, string Title, string File, string Sha256 = "", long Bytes = 0);

/// <summary>When one University is heard (S1-21: one slot a University).</summary>
public sealed record SlotDefinition(string University, DateTimeOffset Start);
