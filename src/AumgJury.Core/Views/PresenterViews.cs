using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>A presenter's view, coarsened: outside, nothing of the jury reaches it, not even that something changed.</summary>
internal static class PresenterViews
{
    public static PresenterView Of(State s, SeatState p)
    {
        var h = s.Hearings[p.Definition.University!];
        var standing = Standing(s, h);
        var waits = standing is PresenterStanding.Convened or PresenterStanding.Waiting;
        var secretary = s.Secretary()?.Id ?? "";

        // Once moved out nothing is added to the page, not even one's own messages, until the release.
        var silent = standing == PresenterStanding.JuryDeliberates;
        return new PresenterView(
            s.Call.Title,
            p.Id,
            p.Name,
            p.Definition.Capacity,
            h.University,
            Decide.UniversityName(s, h.University),
            [.. s.JudgedOf(h.University).Select(d => new PresenterDossier(d.Id, d.Definition.Nominee, d.Definition.Structure, d.Definition.Department, Lines.Documents(d.Definition)))],
            standing,
            p.ConfirmedAt is not null,
            waits ? Hours.Rounded(h.Published) : null,
            waits && h.Notice is { } n ? new HourLine(n.Hour, n.SwapWith is not null, n.Agreed) : null,
            !silent && h.Late is not null,
            standing == PresenterStanding.Called ? h.LapsesAt : null,
            standing == PresenterStanding.Entering ? h.OpensAt : null,
            standing == PresenterStanding.InRoom ? Inside(s, h, p) : null,
            silent ? [] : Lines.Messages(s, p.Id, l => l.From == p.Id || l.To == p.Id),
            secretary,
            s.Call.Rules.PresentationMinutes,
            s.Call.Rules.QuestionMinutes,
            s.Call.Phone,
            p.Definition.Phone)
        {
            LateMinutes = silent ? null : h.Late?.Minutes,
            Check = silent ? null : Lines.Check(p),
        };
    }

    private static PresenterStanding Standing(State s, HearingState h) => h switch
    {
        _ when s.Phase == Phase.Convened => PresenterStanding.Convened,
        { Released: true } => PresenterStanding.Released,
        { Step: HearingStep.Called } => PresenterStanding.Called,
        { Step: HearingStep.Entering } => PresenterStanding.Entering,
        { PresenterInside: true } => PresenterStanding.InRoom,
        { Step: HearingStep.Waiting } => s.Phase > Phase.Hearings ? PresenterStanding.Released : PresenterStanding.Waiting,

        // Judged on the file, a presenter who arrives late after all learns only this.
        _ => PresenterStanding.JuryDeliberates,
    };

    private static PresenterInside Inside(State s, HearingState h, SeatState me)
    {
        var dossiers = s.JudgedOf(h.University).Select(d => d.Id).ToArray();
        var jury = s.ExpectedInside().Select(p => new PresenterPerson(p.Id, p.Name, p.Definition.Capacity, p.Id == s.ActingChair, s.Floor == p.Id));
        return new(h.Step, h.Dossier, h.Dossier is { } d ? Array.IndexOf(dossiers, d) + 1 : 0, dossiers.Length, Lines.Clock(h.Clock), s.Suspension is not null, s.Suspension?.Until, s.Floor == h.Presenter, [.. jury], me.Muted is not null, me.ShareStopped, h.Held);
    }
}
