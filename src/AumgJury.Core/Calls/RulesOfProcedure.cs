namespace AumgJury.Core.Calls;

/// <summary>
/// The jury's rules of procedure (règlement intérieur). Everything that neither source document states is a setting here,
/// adopted at the opening, never a constant of the code (domain F).
/// </summary>
public sealed record RulesOfProcedure
{
    /// <summary>Voters who must be present, remote ones counted (CRPA R133-10: half of the members).</summary>
    public int Quorum { get; init; } = 4;

    public bool RecusedCountForQuorum { get; init; }

    public RecusalRuler RecusalRuledBy { get; init; } = RecusalRuler.Chair;

    public RecusalScope DefaultRecusalScope { get; init; } = RecusalScope.University;

    public int PresentationMinutes { get; init; } = 7;

    public int QuestionMinutes { get; init; } = 8;

    public int ClosedRoomMinutes { get; init; } = 5;

    /// <summary>Minutes between two slots.</summary>
    public int TransitionMinutes { get; init; } = 2;

    /// <summary>Minutes an absent University is awaited, from its hour or its first call, the later.</summary>
    public int GraceMinutes { get; init; } = 10;

    /// <summary>Seconds (real ones) after which a call without an answer lapses.</summary>
    public int CallSeconds { get; init; } = 60;

    /// <summary>Seconds counted down before an announced entry opens the room.</summary>
    public int EntrySeconds { get; init; } = 5;

    /// <summary>Seconds of warning before a recused member is moved out.</summary>
    public int RecusalWarningSeconds { get; init; } = 30;

    /// <summary>Seconds of notice before a recused member is brought back.</summary>
    public int ReturnSeconds { get; init; } = 5;

    /// <summary>Seconds after which a lost chair may be replaced by the deputy.</summary>
    public int ChairLostSeconds { get; init; } = 60;

    public RevealMoment Reveal { get; init; } = RevealMoment.InEachClosedRoom;

    /// <summary>Whether the dots of a revealed distribution carry their members' names.</summary>
    public bool NamesOnDots { get; init; }

    /// <summary>Whether every microphone is muted when marking opens, until the chair gives them back.</summary>
    public bool MuteAtMarking { get; init; } = true;

    /// <summary>Score out of 100 under which a dossier is not selected.</summary>
    public int Threshold { get; init; } = 50;

    /// <summary>Whether dossiers past the last post go to a reserve list (liste complémentaire).</summary>
    public bool ReserveList { get; init; }

    /// <summary>Declared before the opening: ids of sub-totals or criteria, compared in this order; then the chair decides with a reason.</summary>
    public string[] TieBreakers { get; init; } = [];

    /// <summary>Whether the chair's voice decides a tie that the breakers leave, if the chair may vote on the dossiers concerned.</summary>
    public bool ChairBreaksLastTie { get; init; } = true;
}
