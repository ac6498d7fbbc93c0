using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>Parts that several views share.</summary>
internal static class Lines
{
    public static SittingLine Sitting(State s) => s.Memory.Sitting.Of((Shared.Of(s), s.Phase, s.Room, s.Suspension, s.ActingChair, s.Current), s, static (s, _) => new(
        s.Call.Title,
        s.Phase,
        Room(s),
        s.Suspension is { } x ? new(x.Cause, x.Since, x.Until, x.Reason) : null,
        s.PresentVoters(),
        s.InOrder.Count(p => p.Definition.Votes),
        s.Call.Rules.Quorum,
        s.ActingChair.Length > 0,
        s.Call.DemoStart is not null,
        s.Call.Phone));

    private static RoomLine Room(State s)
    {
        var h = s.Current;
        var name = h is null || h.Presenter.Length == 0 ? "" : s.PresenterOf(h).Name;
        var inside = h is { PresenterInside: true };
        var entering = h is { Step: HearingStep.Entering };
        return new(
            s.Room.Sign,
            s.Room.Number,
            s.Room.Expected.Length,
            s.Room.Found.Length,
            s.Room.Since,
            s.Room.Means,
            s.Room.Reason,
            inside ? name : "",
            inside ? Decide.UniversityName(s, h!.University) : "",
            entering ? name : "",
            entering ? h!.OpensAt : null);
    }

    public static Me Me(State s, SeatState p) => new(
        p.Id,
        p.Name,
        p.Definition.Capacity,
        p.Role,
        p.Definition.Votes,
        p.Definition.Deputy,
        p.ConfirmedAt is not null,
        p.Attends,
        p.DeclaredNoInterest || DeclaredInterest(s, p),
        p.LeavesAt,
        s.Hands.IndexOf(p.Id) + 1,
        s.Floor == p.Id,
        p.Muted is not null,
        p.Muted == MuteCause.Marking,
        s.BreaksQuorum(p));

    private static bool DeclaredInterest(State s, SeatState p) => s.Interests.Any(i => i.Seat == p.Id);

    /// <summary>Jurors and secretary, and the presenter while inside: those who share the room.</summary>
    public static PersonLine[] People(State s)
    {
        var inside = s.Current is { PresenterInside: true } h ? h.Presenter : null;
        return s.Memory.PeopleLists.Of(new(s.Seats, s.SeatOrder, s.ActingChair, s.Hands, s.Floor, inside), s, static (s, of) =>
            [.. s.InOrder.Where(p => p.ReplacedBy is null && (p.IsJuror || p.Role == Role.Secretary || p.Id == of.Inside)).Select(p => Person(s, p))]);
    }

    private static PersonLine Person(State s, SeatState seat) =>
        s.Memory.People.Of(seat.Id, (seat, seat.Id == s.ActingChair, s.Hands.IndexOf(seat.Id) + 1, s.Floor == seat.Id), s, static (_, of) =>
        {
            var p = of.Seat;
            return new(
                p.Id,
                p.Name,
                p.Definition.Capacity,
                p.Definition.College,
                p.Role,
                Standing(p),
                of.Chairs,
                p.Definition.Deputy,
                p.Definition.Votes,
                of.HandPlace,
                of.HasFloor,
                p.Muted is not null,
                p.ShareStopped,
                p.AudioOnly)
            {
                MutedWhileMarking = p.Muted == MuteCause.Marking,
            };
        });

    private static PersonStanding Standing(SeatState p) => p switch
    {
        { OutRecused: true } => PersonStanding.Recused,
        { Attendance: { Status: AttendanceStatus.Excused } } => PersonStanding.Excused,
        { Attendance: { Status: AttendanceStatus.Late, AdmittedAt: null } } => PersonStanding.Late,
        { SteppedOut: true } => PersonStanding.SteppedOut,
        { Connected: false, LostAt: not null } => PersonStanding.Lost,
        { Connected: true, ConfirmedAt: not null } => PersonStanding.Present,
        { Connected: true } => PersonStanding.Entering,
        _ => PersonStanding.Expected,
    };

    public static HearingLine? Hearing(State s) =>
        s.Current is { } h ? s.Memory.Hearing.Of((s.Call, h, h.Presenter.Length > 0 ? s.PresenterOf(h) : null, s.Outline), s, static (s, of) => Hearing(s, of.Hearing, of.Presenter)) : null;

    private static HearingLine Hearing(State s, HearingState h, SeatState? presenter)
    {
        var dossiers = s.JudgedOf(h.University).Select(d => d.Id).ToArray();
        return new(
            h.University,
            Decide.UniversityName(s, h.University),
            presenter?.Name ?? "",
            h.Presenter,
            presenter?.Definition.Capacity ?? "",
            h.Step,
            h.Dossier,
            h.Dossier is { } d ? Array.IndexOf(dossiers, d) + 1 : 0,
            dossiers,
            h.Step == HearingStep.Marking ? s.AtHand(h.University)?.Id : null,
            Clock(h.Clock),
            presenter?.Connected == true,
            h.PresenterConfirmed,
            h.OnFile,
            h.Recalled,
            h.Calls,
            h.LapsesAt,
            h.InterruptedSeconds,
            h.Held);
    }

    public static ClockLine? Clock(HearingClock? c) => c is null ? null : new(c.AllottedSeconds, Math.Round(c.UsedSeconds, 1), c.RunningSince);

    /// <summary>Every dossier of the call.</summary>
    public static DossierFile[] Files(State s) => s.Memory.FileLists.Or("", [.. s.Call.Dossiers.Select(d => File(s, d))]);

    public static DossierFile File(State s, DossierDefinition raw) => s.Memory.Files.Of(raw.Id, (s.Call, s.Dossiers[raw.Id].Definition), s, static (s, of) =>
    {
        var d = of.Dossier;
        return new(d.Id, d.University, Decide.UniversityName(s, d.University), d.Nominee, d.Structure, d.Department, d.Kind, d.Admissibility, d.AdmissibilityReason, d.Summary, [.. s.Call.Prerequisites.Where(p => d.PrerequisitesMet.Contains(p.Id, StringComparer.Ordinal)).Select(p => p.Label)], Documents(d));
    });

    public static DocumentLine[] Documents(DossierDefinition d) => [.. d.Documents.Select(x => new DocumentLine(x.Id, x.Kind, x.Title, x.Bytes))];

    /// <summary>The end of a thread: a page with thousands of messages would be nobody's to read.</summary>
    public const int ShownMessages = 60;

    public static MessageLine[] Messages(State s, string seat, Func<LineState, bool> which) =>
        [.. s.Lines.Where(which).TakeLast(ShownMessages).Select(l => new MessageLine(l.From == seat, s.Seats[l.From].Name, l.From == seat ? l.To : l.From, l.Ready, l.Text, l.At))];

    public static WaitingDevice[] Devices(State s, SeatState reader) => !s.InOrder.Any(static p => p.PendingSession is not null) ? [] : WaitingDevices(s, reader);

    private static WaitingDevice[] WaitingDevices(State s, SeatState reader) => [.. s.InOrder.Where(p => p.PendingSession is not null)
        .Select(p => new WaitingDevice(p.Id, p.Name, p.LateLink is not null, s.MayAdmit(reader, p) || p.Id == reader.Id, p.Id == reader.Id, p.PendingSession!.DeviceName(), p.PendingSession!.DeviceCode(), p.LinkMaker is { } by ? s.Seats[by].Name : "") { MarksOnly = p.PendingMarks })];

    public static OtherDevice? Other(State s, SeatState p) => p.Marks is { } marks && s.Phase < Phase.Closed ? new(marks.Session.DeviceName(), marks.At) : null;

    public static CheckLine? Check(SeatState p) => p.Check is { } c ? new(c.Camera, c.Microphone, c.Speaker, c.Direct, c.Relay, c.At) : null;

    /// <summary>Late links that nobody was admitted with yet.</summary>
    public static NewLink[] NewLinks(State s) => [.. s.InOrder.SelectMany(p => NewLinks(s, p))];

    /// <summary>This seat's: none or one.</summary>
    public static NewLink[] NewLinks(State s, SeatState of) => of.LateLink is { Used: false } late ? [new(of.Id, of.Name, s.Seats[late.Issuer].Name, late.At)] : [];

    public static IncidentLine[] Incidents(State s) =>
        [.. s.Incidents.Select(i => new IncidentLine(i.Kind, i.Text, i.University is { } u ? Decide.UniversityName(s, u) : null, i.Dossier, i.Seat is { } p ? s.Seats[p].Name : null, i.At))];
}
