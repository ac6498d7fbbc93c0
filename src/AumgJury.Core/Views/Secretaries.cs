using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>The secretary's view.</summary>
internal static class Secretaries
{
    public static SecretaryView Of(State s, SeatState p)
    {
        var board = Boards.InRoom(s, p);
        return new SecretaryView(
            Lines.Sitting(s),
            Lines.Me(s, p),
            Lines.People(s),
            Lines.Hearing(s),
            Expectations.OfSecretary(s),
            Consoles.Order(s),
            s.Memory.SeatLists.Or("", [.. s.InOrder.Select(x => s.Memory.Seats.Of(x.Id, (s.Call, x), s, static (s, of) => Seat(s, of.Seat)))]),
            Threads(s, p),
            Lines.Files(s),
            s.Memory.SubmissionLists.Or("", [.. s.Judged.Select(d => Works.Submitted(s, d))]),
            Works.Results(s),
            board,
            Lines.Incidents(s),
            s.Phase >= Phase.RankingFixed ? Boards.Decisions(s) : [],
            s.NotificationsReleased,
            [.. s.Order.Where(s.Notifications.ContainsKey).Select(u => Notification(s, s.Notifications[u]))],
            Lines.Devices(s, p),
            s.Conducts(p) ? Consoles.Of(s, p.Id) : null);
    }

    private static SeatLine Seat(State s, SeatState x) =>
        new(x.Id, x.Name, x.Definition.Capacity, x.Role, x.Definition.University is { } u ? Decide.UniversityName(s, u) : null, x.Link is not null, x.Session is not null, x.Connected, x.ConfirmedAt is not null, x.ReplacedBy is not null, x.Definition.Email, x.Definition.Phone, Lines.Check(x));

    private static SecretaryThread[] Threads(State s, SeatState me) =>
        s.Memory.Threads.Of(me.Id, (Shared.Of(s), s.Lines, s.Hearings, s.ActingChair, s.IsSealed(), me.Id), s, static (s, of) => Threads(s, of.Reader, of.Sealed));

    private static SecretaryThread[] Threads(State s, string me, bool sealedRoom)
    {
        var chair = s.InOrder.First(p => p.Role == Role.Chair);
        var acting = s.ActingChair.Length > 0 ? s.Seats[s.ActingChair] : chair;
        var first = new SecretaryThread(acting.Id, acting.Name, null, acting.Definition.Phone, Lines.Messages(s, me, l => Consoles.IsChairSide(s, l.From) || Consoles.IsChairSide(s, l.To)), s.Lines.Count(l => Consoles.IsChairSide(s, l.From)), null, true);
        return [first, .. s.InOrder.Where(p => p.Role == Role.Presenter && p.ReplacedBy is null).Select(p =>
        {
            var h = s.Hearings[p.Definition.University!];
            var outside = h.PresenterOutside && !h.Released;
            return new SecretaryThread(p.Id, p.Name, Decide.UniversityName(s, h.University), p.Definition.Phone, Lines.Messages(s, me, l => l.From == p.Id || l.To == p.Id), s.Lines.Count(l => l.From == p.Id), outside ? RefusalName.LineClosed : sealedRoom ? RefusalName.ReadyAnswersOnly : null, !outside);
        })];
    }

    private static NotificationLine Notification(State s, NotificationState n)
    {
        var h = s.Hearings[n.University];
        var p = h.Presenter.Length > 0 ? s.PresenterOf(h) : null;
        return new(n.University, Decide.UniversityName(s, n.University), p?.Name ?? "", p?.Definition.Email ?? "", (DeliveryLine)n.Delivery, n.At, n.Detail, n.Attempts);
    }
}
