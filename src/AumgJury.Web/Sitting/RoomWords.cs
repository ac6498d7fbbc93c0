using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting;

/// <summary>From a view's parts to what the window of the room says: its edge, the phase, the proof.</summary>
public sealed class RoomWords(TextsOf<RoomTexts> room, TextsOf<SceneTexts> scene, Say say)
{
    /// <summary>What the edge says. A suspension covers the sign: microphones are off.</summary>
    public static FrameState Frame(SittingLine sitting)
    {
        ArgumentNullException.ThrowIfNull(sitting);
        return sitting switch
        {
            { Phase: Phase.Convened or Phase.Closed } => FrameState.Waiting,
            { Suspension: not null } => FrameState.Suspended,

            // Before the sitting opens nobody deliberates: whoever is there first is not told of a verified closed room.
            { Phase: Phase.DoorsOpen, Room.Sign: RoomSign.ClosedVerified or RoomSign.Closing } => FrameState.Waiting,
            _ => sitting.Room.Sign switch
            {
                RoomSign.None => FrameState.Waiting,
                RoomSign.Open => FrameState.Open,
                RoomSign.Closing => FrameState.Closing,
                RoomSign.ClosedVerified => FrameState.ClosedVerified,
                RoomSign.Attested => FrameState.Attested,
                _ => FrameState.NotSecure,
            },
        };
    }

    /// <summary>The band's title when the edge's own word does not do; else null.</summary>
    public string? Title(SittingLine sitting) => Frame(sitting) == FrameState.Waiting ? scene[$"Phase_{sitting.Phase}"] : null;

    /// <summary>Who hears, or the proof: the line beside the title.</summary>
    /// <param name="hearing">Whose representative may have lost the connection; null between two.</param>
    public string Seal(SittingLine sitting, HearingLine? hearing = null)
    {
        var r = sitting.Room;
        return Frame(sitting) switch
        {
            FrameState.Waiting => scene[sitting.Phase switch { Phase.Closed => "Closed_Seal", Phase.DoorsOpen => "DoorsOpen_Seal", _ => "Convened_Seal" }],
            FrameState.Suspended => sitting.Suspension?.Until is { } until ? room["Seal_Suspended", say.Hour(until)] : scene["Suspended_NoHour"],
            FrameState.Open when hearing is { PresenterConnected: false, OnFile: false } && r.Hears.Length > 0 => scene["Open_Lost", r.Hears],
            FrameState.Open => r.Hears.Length == 0 ? scene["Open_Nobody"] : room["Seal_Open", scene["Presenter", r.Hears, r.HearsFrom]],
            FrameState.ClosedVerified when r.Expected == 0 => scene["Verified_Empty", Since(r)],
            FrameState.ClosedVerified => room["Seal_ClosedVerified", room.Count("Seal_Expected", r.Expected), room.Count("Seal_Found", r.Found), Since(r)],
            FrameState.Attested => room["Seal_Attested", Since(r), r.Reason],
            FrameState.Closing => room["Seal_Closing"],
            _ => room["Seal_NotSecure"],
        };
    }

    /// <summary>Where the sitting is: "Présentation D01", "Appel nominal".</summary>
    /// <param name="marked">The dossier that is marked or revealed now; null when there is none.</param>
    public string Step(SittingLine sitting, HearingLine? hearing, Submissions? marked = null) => hearing switch
    {
        null => scene[$"Phase_{sitting.Phase}"],
        { Step: HearingStep.Marking } when marked is { Revealed: true } => scene["Step_Revealed", marked.Dossier],
        { OnFile: true } => scene["Step_OnFile", hearing.UniversityName],
        { Step: HearingStep.Presentation or HearingStep.Questions } => scene[$"Step_{hearing.Step}", hearing.Dossier ?? hearing.UniversityName],
        { Step: HearingStep.Marking } => scene[marked is { Round: > 1 } ? "Step_SecondRound" : "Step_Marking", hearing.AtHand ?? hearing.UniversityName],
        { Step: HearingStep.Waiting or HearingStep.Done } => scene[$"Phase_{sitting.Phase}"],
        { Step: HearingStep.Called or HearingStep.Entering } => scene[$"Step_{hearing.Step}", hearing.UniversityName],
        _ => scene[$"Step_{hearing.Step}", hearing.Presenter.Length > 0 ? hearing.Presenter : hearing.UniversityName],
    };

    /// <summary>The window's tab after its state: "Paris-Lutèce", or the sitting's title.</summary>
    public static string Tab(SittingLine sitting, HearingLine? hearing) => hearing?.UniversityName ?? sitting.Title;

    /// <summary>The whole sign in one sentence, for whoever comes back.</summary>
    public string Spoken(SittingLine sitting, HearingLine? hearing, Submissions? marked = null) =>
        $"{Title(sitting) ?? room[$"State_{Frame(sitting)}"]}. {Seal(sitting, hearing).TrimEnd('.')}. {Step(sitting, hearing, marked)}.";

    /// <summary>The whole sign with the dossier's time left, for whoever asks by F8.</summary>
    /// <param name="now">The sitting's instant.</param>
    public string Spoken(SittingLine sitting, HearingLine? hearing, DateTimeOffset now, Submissions? marked = null) =>
        $"{Spoken(sitting, hearing, marked)} {Left(hearing?.Clock, now)}".TrimEnd();

    private string? Left(ClockLine? clock, DateTimeOffset now)
    {
        if (clock is null)
        {
            return null;
        }

        var left = clock.Left(now);
        return left > TimeSpan.Zero ? scene["TimeLeft", say.Length(left)] : room["Say_TimeUp"];
    }

    private string Since(RoomLine r) => r.Since is { } at ? say.Hour(at) : "–";
}
