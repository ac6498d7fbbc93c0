using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>From a state to one seat's view.</summary>
internal static class View
{
    public static SeatView For(State s, SeatState p)
    {
        if (p.ReplacedBy is not null)
        {
            return new GoneView(s.Call.Title, s.Call.Phone);
        }

        return p.Role switch
        {
            Role.Presenter => PresenterViews.Of(s, p),
            Role.Authority => Authority(s, p),
            _ when s.Phase >= Phase.DoorsOpen && p.ConfirmedAt is null => new DoorView(s.Call.Title, Lines.Me(s, p), s.Call.Phone),
            Role.Secretary => Secretaries.Of(s, p),
            _ => Juror(s, p),
        };
    }

    public static OutsideReason ReasonOf(SeatState p) => p.OutRecused ? OutsideReason.Recused
        : p.SteppedOut ? OutsideReason.SteppedOut
        : p.Attendance?.Status == AttendanceStatus.Late ? OutsideReason.Late
        : OutsideReason.Excused;

    /// <summary>Every University that bars this person while recused, not the one being heard: the page tells nothing of where the sitting is.</summary>
    public static string[] Bars(State s, SeatState p) => p.OutRecused ? [.. s.Call.Universities.Where(u => s.IsRecusedAtAll(p.Id, u.Id)).Select(u => u.Name)] : [];

    private static SeatView Juror(State s, SeatState p)
    {
        if (s.Phase >= Phase.Hearings && !p.InRoom)
        {
            return Outside(s, p);
        }

        var hearing = Lines.Hearing(s);
        var work = Works.Of(s, p);
        var board = Boards.InRoom(s, p);
        if (p.Id == s.ActingChair)
        {
            return new ChairView(Lines.Sitting(s), Lines.Me(s, p), Lines.People(s), hearing, work, board, Consoles.Of(s, p.Id)) { Other = Lines.Other(s, p) };
        }

        return new MemberView(Lines.Sitting(s), Lines.Me(s, p), Lines.People(s), hearing, work, board, Expectations.OfMember(s, p, work), s.MayTakeChair(p), CostOf(s, p))
        {
            ChairFallsAt = p.Definition.Deputy ? s.ChairMissingSince()?.AddSeconds(s.Call.Rules.ChairLostSeconds) : null,
            MayPassChair = s.ThirdInTurn()?.Id == p.Id && s.Thirds().Skip(1).Any(),
            Admits = [.. Lines.Devices(s, p).Where(static d => d.MayAdmit)],
            NewLinks = Lines.NewLinks(s, p),
            Other = Lines.Other(s, p),
        };
    }

    /// <summary>The dossier on which this person would lose their vote by leaving now; null when none.</summary>
    private static string? CostOf(State s, SeatState p) => s.Current is { PresenterInside: true } h
        ? s.JudgedOf(h.University).Where(d => (h.Dossier is null || d.Id == h.Dossier) && s.MayVote(p, d)).Select(d => d.Id).FirstOrDefault()
        : null;

    private static OutsideView Outside(State s, SeatState p)
    {
        var reason = ReasonOf(p);
        var may = reason == OutsideReason.SteppedOut || (reason == OutsideReason.Recused && p.ReturnDelayed && !s.MustBeOut(p));
        return new OutsideView(s.Call.Title, p.Id, p.Name, reason, Bars(s, p), p.ReturnsAt, may, s.Call.Phone);
    }

    private static AuthorityView Authority(State s, SeatState p)
    {
        var open = s.Phase >= Phase.RankingFixed;
        var decided = s.Judged.Where(d => d.Decision is { Outcome: DecisionOutcome.Selected });
        return new AuthorityView(
            s.Call.Title,
            p.Id,
            p.Name,
            s.Phase == Phase.Closed,
            s.NotificationsReleased,
            s.HasEnded(),
            open ? Boards.Of(s, p) : null,
            open ? Lines.Files(s) : [],
            open ? Boards.Decisions(s) : [],
            open ? s.Judged.Count(d => d.Decision is null) : 0,
            open ? decided.Sum(d => Funding.Commitment.Full(s.Call.MonthlyAmount, d.Definition.Kind)) : 0)
        {
            Phone = s.Call.Phone,
            Admits = [.. Lines.Devices(s, p).Where(d => d.Mine)],
            NewLinks = Lines.NewLinks(s, p),
        };
    }
}
