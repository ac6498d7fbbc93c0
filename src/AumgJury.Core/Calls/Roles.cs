namespace AumgJury.Core.Calls;

/// <summary>What a seat is for. Each role has its own view (domain D).</summary>
public enum Role
{
    Chair,
    Member,
    Presenter,
    Secretary,
    Authority,
}

/// <summary>The bench on which a juror sits; people are listed by it (S1-19, S1-20).</summary>
public enum College
{
    Presidency,
    Universities,
    Federations,
    YoungDoctors,
    Secretariat,
    Presenters,
    Authority,
}

/// <summary>How far a recusal reaches. CE 17/10/2016 n° 386400 knows all three; the default is a setting.</summary>
public enum RecusalScope
{
    Dossier,
    University,
    Sitting,
}

/// <summary>Who rules on a declared link (texts differ, so it is a setting).</summary>
public enum RecusalRuler
{
    Member,
    Chair,
    Jury,
}

/// <summary>When the marks of a dossier may be revealed.</summary>
public enum RevealMoment
{
    InEachClosedRoom,
    AtFinalDeliberation,
}

/// <summary>First recruitment (two years) or one-year renewal (S1-08, S1-09).</summary>
public enum ContractKind
{
    First,
    Renewal,
}

/// <summary>What the administration ruled on a dossier before the sitting.</summary>
public enum Admissibility
{
    Admissible,
    AdmissibleSubjectTo,
    Inadmissible,
    Withdrawn,
}
