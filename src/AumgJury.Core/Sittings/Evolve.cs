using System.Collections.Immutable;
using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>Folds a fact into the state. Never refuses, never reads a clock: a fact has happened.</summary>
internal static partial class Evolve
{
    public static State Apply(State s, Event e, DateTimeOffset at, Unsealing open) => e switch
    {
        // First: they are most lines of a sitting.
        DraftKept or NoteKept => Marking(s, e, at, open)!,
        CallOpened x => Opened(x, at, open),
        LinkIssued x => s.WithSeat(x.Seat, p => p with { Link = x.Sha256, LinkIssuer = x.Issuer, LinkUsed = false, LateLink = null, Session = null, PendingSession = null, Marks = null }),
        LateLinkIssued x => s.WithSeat(x.Seat, p => p with { Link = x.Sha256, LinkIssuer = x.Issuer, LinkUsed = false, LateLink = new(x.Issuer, at, false), PendingSession = null, Marks = null }),
        LinkRevoked x => s.WithSeat(x.Seat, p => p with { Link = null, LateLink = null, Session = null, PendingSession = null, Marks = null }),
        SessionOpened x => Entered(s, x),
        TakeOverAsked x => s.WithSeat(x.Seat, p => p with { PendingSession = x.Session, PendingMarks = false }),
        MarksSessionAsked x => s.WithSeat(x.Seat, p => p with { PendingSession = x.Session, PendingMarks = true }),
        MarksSessionOpened x => s.WithSeat(x.Seat, p => p with { Marks = new(x.Session, at), PendingSession = null, LinkUsed = true, LateLink = p.LateLink is { } late ? late with { Used = true } : null }),
        SessionClosed x => s.WithSeat(x.Seat, p => p.Session == x.Session ? Left(p) : p.Marks?.Session == x.Session ? p with { Marks = null } : p with { PendingSession = null }),
        SeatLost x => s.WithSeat(x.Seat, p => p with { Connected = false, LostAt = x.Machine, LostAtSitting = at }),
        SeatRegained x => s.WithSeat(x.Seat, p => p with { Connected = true, LostAt = null, LostAtSitting = null }),
        DoorsOpened x => s with { Phase = Phase.DoorsOpen, DoorsOpenedAt = at, DoorsOpenedReal = x.Machine, Room = Close(s.Room, at) },
        PresenceConfirmed x => s.WithSeat(x.Seat, p => p with { ConfirmedAt = at }),
        LineSent x => s with { Lines = s.Lines.Add(new(x.From, x.To, x.Ready, open.Text(x.Text), at)) },
        LateSaid x => s.WithHearing(x.University, h => h with { Late = new(x.Minutes, at) }),
        HoursPublished x => x.Hours.Aggregate(s, (t, p) => t.WithHearing(p.University, h => h with { Published = p.Hour })),
        OrderChanged x => x.Planned.Aggregate(s with { Order = [.. x.Order] }, (t, p) => t.WithHearing(p.University, h => h with { Planned = p.Hour })),
        HourProposed x => s.WithHearing(x.University, h => h with { Notice = new(x.Hour, x.SwapWith, null) }),
        HourAnswered x => s.WithHearing(x.University, h => h with { Notice = h.Notice is { } n ? n with { Agreed = x.Agreed } : null }),
        PresenterReplaced x => Replaced(s, x, open),
        _ => Opening(s, e, at, open) ?? Hearing(s, e, at, open) ?? Media(s, e, at) ?? Marking(s, e, at, open) ?? Deciding(s, e, at, open)
            ?? throw new InvalidOperationException($"No rule folds the event {e.GetType().Name}."),
    };

    /// <summary>A new closing, which a proof must name.</summary>
    private static RoomState Close(RoomState room, DateTimeOffset at) => new(RoomSign.Closing, room.Number + 1, Since: at);

    private static State Opened(CallOpened x, DateTimeOffset at, Unsealing open)
    {
        var people = x.Definition.Seats.Zip(x.People, (seat, text) => Named(seat, open.Json<PersonText>(text))).ToArray();
        var dossiers = x.Definition.Dossiers.Zip(x.Dossiers, (d, text) => Named(d, open.Json<DossierText>(text))).ToArray();
        var call = x.Definition with { Seats = people, Dossiers = dossiers };
        var presenters = people.Where(p => p.Role == Role.Presenter).ToLookup(p => p.University!);
        return new State
        {
            Call = call,
            LastAt = at,
            Seats = people.ToImmutableDictionary(p => p.Id, p => new SeatState(p)),
            SeatOrder = [.. people.Select(p => p.Id)],
            Order = [.. call.RunningOrder.Select(r => r.University)],
            Hearings = call.RunningOrder.ToImmutableDictionary(r => r.University, r => new HearingState(r.University, presenters[r.University].FirstOrDefault()?.Id ?? "", r.Start)),
            Dossiers = dossiers.ToImmutableDictionary(d => d.Id, d => new DossierState(d)),
            ActingChair = people.First(p => p.Role == Role.Chair).Id,
        };
    }

    private static SeatDefinition Named(SeatDefinition seat, PersonText? text) => text is null
        ? seat with { Name = Unsealing.Erased }
        : seat with { Name = text.Name, Email = text.Email, Phone = text.Phone };

    private static DossierDefinition Named(DossierDefinition d, DossierText? text) => text is null
        ? d with { Nominee = Unsealing.Erased, Structure = Unsealing.Erased }
        : d with { Nominee = text.Nominee, Structure = text.Structure, AdmissibilityReason = text.AdmissibilityReason, Summary = text.Summary };

    private static State Replaced(State s, PresenterReplaced x, Unsealing open)
    {
        var seat = new SeatState(Named(x.NewSeat, open.Json<PersonText>(x.Person)));
        var university = s.Seats[x.Seat].Definition.University!;
        return (s with { SeatOrder = s.SeatOrder.Add(seat.Id) })
            .With(seat)
            .WithSeat(x.Seat, p => p with { ReplacedBy = seat.Id, Link = null, LateLink = null, Session = null, PendingSession = null, Connected = false })
            .WithHearing(university, h => h with { Presenter = seat.Id, PresenterConfirmed = false });
    }

    private static State? Opening(State s, Event e, DateTimeOffset at, Unsealing open) => e switch
    {
        SittingOpened => s with { Phase = Phase.RollCall, OpenedAt = at },
        AttendanceRecorded x => (x.Status == AttendanceStatus.Present ? Recognised(s, x.Seat) : s)
            .WithSeat(x.Seat, p => p with { Attendance = new(x.Status, x.Identity, open.Text(x.Substitute), at, null), Marks = null }),
        LatecomerAdmitted x => Recognised(s, x.Seat).WithSeat(x.Seat, p => p with { Attendance = p.Attendance! with { AdmittedAt = at, Identity = x.Identity }, Marks = null }),
        InterestDeclared { Dossier: null } x => s.WithSeat(x.Seat, p => p with { DeclaredNoInterest = true }),
        InterestDeclared x => s with { Interests = s.Interests.Add(new(x.Seat, x.Dossier!, open.Text(x.Text), at, false)) },
        RecusalRuled x => Ruled(s, x, at, open),
        RulesAdopted => s with { RulesAdoptedAt = at },
        SecretaryConductSet x => s with { SecretaryConducts = x.Allowed },
        ChairVacated => s with { ActingChair = "", SecretaryConducts = false, PassedChair = [] },
        ChairTaken x => s with { ActingChair = x.Seat, SecretaryConducts = false, PassedChair = [] },
        ChairPassed x => s with { PassedChair = s.PassedChair.Remove(x.Seat).Add(x.Seat) },
        HearingsStarted => s with { Phase = Phase.Hearings },
        _ => null,
    };

    private static State Ruled(State s, RecusalRuled x, DateTimeOffset at, Unsealing open)
    {
        var interests = s.Interests.Select(i => i.Seat == x.Seat && Covers(s, x, i.Dossier) ? i with { Ruled = true } : i);
        var recusals = x.Recused ? s.Recusals.Add(new(x.Seat, x.Scope, x.Target, open.Text(x.Reason), at)) : s.Recusals;
        return s with { Interests = [.. interests], Recusals = recusals };
    }

    private static bool Covers(State s, RecusalRuled x, string dossier) => x.Scope switch
    {
        RecusalScope.Sitting => true,
        RecusalScope.University => s.Dossiers[dossier].Definition.University == x.Target,
        _ => dossier == x.Target,
    };
}
