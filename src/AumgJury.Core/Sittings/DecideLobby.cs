using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

internal static partial class Decide
{
    public const int LineLength = 1000;

    /// <summary>Messages of one University in a sitting; beyond it there is the telephone.</summary>
    public const int MostLines = 200;
    public const int ReasonLength = 1000;
    public const int NameLength = 200;

    private static Ruling? Lobby(Act a, Command command) => command switch
    {
        OpenDoors => new DoorsOpened(a.At.Machine),
        ConfirmPresence => Confirm(a),
        SendLine c => Line(a, c),
        SayLate c => Late(a, c),
        AnnounceHours => new HoursPublished(Hours.Publication(a.S)),
        MoveUniversity c => Move(a, c),
        ProposeSwap c => Swap(a, c),
        AnswerHour c => Answered(a, c),
        ReplacePresenter c => Replace(a, c),
        _ => null,
    };

    /// <summary>A chair who comes in late finds the chair, unless the deputy has taken it.</summary>
    private static Ruling Confirm(Act a) =>
        a.Seat!.ConfirmedAt is not null ? RefusalName.Stale
        : a.S.Phase == Phase.DoorsOpen && a.Seat.Role == Role.Chair && a.S.ActingChair.Length == 0 ? (Event[])[new PresenceConfirmed(a.Me), new ChairTaken(a.Me)]
        : new PresenceConfirmed(a.Me);

    private static Ruling Line(Act a, SendLine c)
    {
        // Two lines exist: secretary and chair, secretary and each presenter. Nobody writes to anybody else, nor learns whether that seat exists.
        var bySecretary = a.Seat!.Role == Role.Secretary;
        if (!a.S.Seats.TryGetValue(c.With, out var with) || with.ReplacedBy is not null)
        {
            return bySecretary ? RefusalName.UnknownSeat : RefusalName.LineClosed;
        }

        var toChair = with.Id == a.S.ActingChair || with.Role == Role.Chair;
        if (bySecretary ? !(toChair || with.Role == Role.Presenter) : with.Role != Role.Secretary)
        {
            return RefusalName.LineClosed;
        }

        if (Act.TextFault("text", c.Ready ?? c.Text, LineLength, 1) is { } fault)
        {
            return fault;
        }

        if (a.Seat.Role == Role.Presenter && a.S.Lines.Count(l => l.From == a.Me) >= MostLines)
        {
            return Refusal.Of(RefusalName.TooMany, "text");
        }

        if (c.Ready is { } ready && !ReadyAnswers.Holds(ready, bySecretary, with.Role == Role.Presenter, a.Seat.Role == Role.Presenter))
        {
            return Refusal.Of(RefusalName.Malformed, "ready");
        }

        if (bySecretary && with.Role == Role.Presenter && PresenterLineFault(a.S, with, c) is { } closed)
        {
            return closed;
        }

        return new LineSent(a.Me, c.With, c.Ready, a.Seal.Text(KeyNames.Sitting, c.Ready is null ? c.Text.Trim() : ""));
    }

    private static Refusal? PresenterLineFault(State s, SeatState presenter, SendLine c)
    {
        var hearing = s.Hearings[presenter.Definition.University!];
        if (hearing.PresenterOutside && !hearing.Released)
        {
            return Refusal.Of(RefusalName.LineClosed, "with");
        }

        return s.IsSealed() && c.Ready is null ? Refusal.Of(RefusalName.ReadyAnswersOnly, "text") : null;
    }

    private static Ruling Late(Act a, SayLate c)
    {
        var hearing = a.S.Hearings[a.Seat!.Definition.University!];
        if (hearing.Step is not (HearingStep.Waiting or HearingStep.Called))
        {
            return RefusalName.Stale;
        }

        return c.Minutes is < 1 or > 120 ? Refusal.Of(RefusalName.OutOfRange, "minutes", "1", "120") : new LateSaid(hearing.University, c.Minutes);
    }

    private static Ruling Move(Act a, MoveUniversity c)
    {
        if (!a.S.Hearings.TryGetValue(c.University, out var hearing))
        {
            return RefusalName.UnknownUniversity;
        }

        if (hearing.Step != HearingStep.Waiting)
        {
            return RefusalName.Stale;
        }

        var first = a.S.Order.TakeWhile(u => a.S.Hearings[u].Step != HearingStep.Waiting).Count();
        if (c.Place < first || c.Place >= a.S.Order.Length)
        {
            return Refusal.Of(RefusalName.OutOfRange, "place", $"{first}", $"{a.S.Order.Length - 1}");
        }

        var order = a.S.Order.Remove(c.University).Insert(c.Place, c.University);
        return Reordered(a.S, [.. order]);
    }

    /// <summary>The new order, its planned hours, and what those who moved are told.</summary>
    private static Event[] Reordered(State s, string[] order)
    {
        var planned = Hours.Replan(s, order);
        var changed = new OrderChanged(order, planned);
        var moved = planned.Aggregate(s with { Order = [.. order] }, (t, p) => t.WithHearing(p.University, h => h with { Planned = p.Hour }));
        var published = Hours.Publication(moved);
        var told = published.Where(p => p.Hour != Hours.Rounded(s.Hearings[p.University].Published) && s.Hearings[p.University].Presenter.Length > 0)
            .Select(p => new HourProposed(p.University, p.Hour, null));
        return [changed, new HoursPublished(published), .. told];
    }

    private static Ruling Swap(Act a, ProposeSwap c)
    {
        if (!a.S.Hearings.TryGetValue(c.University, out var late) || !a.S.Hearings.TryGetValue(c.With, out var other))
        {
            return RefusalName.UnknownUniversity;
        }

        return late.Step != HearingStep.Waiting || other.Step != HearingStep.Waiting || c.University == c.With
            ? RefusalName.Stale
            : new HourProposed(c.With, Hours.Rounded(Hours.Expected(a.S)[c.University]), c.University);
    }

    private static Ruling Answered(Act a, AnswerHour c)
    {
        if (c.University != a.Seat!.Definition.University)
        {
            return Foreign(a);
        }

        var hearing = a.S.Hearings[c.University];
        if (hearing.Notice is not { Agreed: null } notice || notice.Hour != c.Hour || hearing.Step != HearingStep.Waiting)
        {
            return RefusalName.Stale;
        }

        var answered = new HourAnswered(c.University, c.Agreed);
        if (!c.Agreed || notice.SwapWith is not { } with)
        {
            return answered;
        }

        if (a.S.Hearings[with].Step != HearingStep.Waiting)
        {
            return RefusalName.Stale;
        }

        var order = a.S.Order.ToArray();
        var (i, j) = (Array.IndexOf(order, c.University), Array.IndexOf(order, with));
        (order[i], order[j]) = (order[j], order[i]);
        var events = Reordered(a.S, order);

        // The one who agreed is not asked again about the hour agreed to.
        return (Event[])[answered, .. events.Where(e => e is not HourProposed p || p.University != c.University)];
    }

    private static Ruling Replace(Act a, ReplacePresenter c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var old) || old.Role != Role.Presenter || old.ReplacedBy is not null)
        {
            return RefusalName.UnknownSeat;
        }

        var hearing = a.S.Hearings[old.Definition.University!];
        if (hearing.Step is not (HearingStep.Waiting or HearingStep.Called))
        {
            return RefusalName.HearingInProgress;
        }

        if (a.S.Seats.ContainsKey(c.NewSeat) || c.NewSeat.Length is 0 or > 40 || !c.NewSeat.All(x => char.IsAsciiLetterOrDigit(x) || x == '-'))
        {
            return Refusal.Of(RefusalName.IdentifierTaken, "newSeat");
        }

        var fault = Act.LineFault("name", c.Name, NameLength, 1) ?? Act.LineFault("capacity", c.Capacity, NameLength)
            ?? Act.LineFault("email", c.Email, NameLength) ?? (c.Email.Trim() is { Length: > 0 } email && !Printable.IsAddress(email) ? Refusal.Of(RefusalName.BadAddress, "email") : null)
            ?? Act.LineFault("phone", c.Phone, 40) ?? Act.TextFault("reason", c.Reason, ReasonLength, 1);
        if (fault is not null)
        {
            return fault;
        }

        var seat = new SeatDefinition(c.NewSeat, Role.Presenter, "", c.Capacity.Trim(), College.Presenters, old.Definition.University, false, false, "", "");
        return (Event[])
        [
            new PresenterReplaced(c.Seat, seat,
                a.Seal.Json(KeyNames.Person(c.NewSeat), new PersonText(c.Name.Trim(), c.Email.Trim(), c.Phone.Trim())),
                a.Seal.Text(KeyNames.Sitting, c.Reason.Trim())),
            a.Incident("replaced", c.Reason.Trim(), hearing.University, seat: c.NewSeat),
        ];
    }
}
