using System.Collections.Immutable;
using AumgJury.Core.Scoring;

namespace AumgJury.Core.Sittings;

internal static partial class Evolve
{
    private static State? Marking(State s, Event e, DateTimeOffset at, Unsealing open) => e switch
    {
        DraftKept x => Kept(s, x, at, open),
        NoteKept x => open.Json<NoteContent>(x.Content) is { } note ? s.WithPrivate(note.Dossier, d => d with { Notes = d.Notes.SetItem(x.Seat, note.Text) }) : s,
        GridSubmitted x => Submitted(s, x.Dossier, x.Seat, SheetOf(open.Json<SheetContent>(x.Content), at)),
        Abstained x => Submitted(s, x.Dossier, x.Seat, new Sheet(Draft.Empty.Marks, true, at, false, false)),
        GridTakenBack x => s.WithDossier(x.Dossier, d => d with { Sheets = d.Sheets.Remove(x.Seat) }),
        MarksRevealed x => s.WithDossier(x.Dossier, d => d with { Rounds = d.Rounds.Add(Revealed(s, d, x, at)) }),
        SecondRoundOpened x => s.WithDossier(x.Dossier, d => SecondRound(d) with { SecondReason = open.Text(x.Reason) }),
        DossierClosed x => s.WithDossier(x.Dossier, d => d with { Closed = true }),
        _ => null,
    };

    private static Sheet SheetOf(SheetContent? content, DateTimeOffset at) =>
        content is null ? new Sheet(Draft.Empty.Marks, false, at, false, true) : new Sheet(content.Marks.ToImmutableSortedDictionary(StringComparer.Ordinal), false, at, false, false);

    private static RevealedRound Revealed(State s, DossierState d, MarksRevealed x, DateTimeOffset at)
    {
        var round = new RevealedRound(x.Round, d.Sheets, [.. x.CountedAsAbstaining], at);
        return round with { Seen = [.. Score.Counted(s, d, round).Select(p => p.Key)] };
    }

    private static State Submitted(State s, string dossier, string seat, Sheet sheet) =>
        s.WithDossier(dossier, d => d with { Sheets = d.Sheets.SetItem(seat, sheet) });

    private static State Kept(State s, DraftKept x, DateTimeOffset at, Unsealing open)
    {
        // A destroyed draft key is the closing's intent: the draft is simply no more.
        if (open.Json<DraftContent>(x.Content) is not { } content)
        {
            return s;
        }

        return s.WithPrivate(content.Dossier, d =>
        {
            var draft = d.Drafts.GetValueOrDefault(x.Seat) ?? Draft.Empty;
            var marks = draft.Marks.SetItem(content.Criterion, new(content.Mark, content.Comment, content.Reason));
            return d with { Drafts = d.Drafts.SetItem(x.Seat, new Draft(marks, at)) };
        });
    }

    /// <summary>First-round grids stand until their member takes them back and changes them; both rounds are kept. Who had not submitted goes on from their draft.</summary>
    private static DossierState SecondRound(DossierState d)
    {
        var first = d.Rounds[^1];
        var carried = first.Sheets.ToImmutableSortedDictionary(p => p.Key, p => p.Value with { Carried = true }, StringComparer.Ordinal);
        var drafts = first.Sheets.Where(p => !p.Value.Abstained)
            .Select(p => KeyValuePair.Create(p.Key, new Draft(p.Value.Marks.ToImmutableSortedDictionary(m => m.Key, m => m.Value with { Reason = null }, StringComparer.Ordinal), p.Value.At)));
        return d with { Round = 2, Sheets = carried, Drafts = d.Drafts.RemoveRange(first.Sheets.Keys).AddRange(drafts) };
    }

    private static State? Deciding(State s, Event e, DateTimeOffset at, Unsealing open) => e switch
    {
        FinalDeliberationStarted => s with { Phase = Phase.FinalDeliberation },
        DiscussionOpened x => s with { Discussed = x.Dossier },
        DiscussionEnded => s with { Discussed = null },
        OpinionRecorded x => s.WithDossier(x.Dossier, d => d with { Opinion = new(x.Opinion, open.Text(x.Motive), at, d.Opinion is { } o ? o.Replaced + 1 : 0) }),
        TieBroken x => s with { TieBreaks = s.TieBreaks.Add(new([.. x.Order], open.Text(x.Reason), at)) },
        RankingFixed x => s with { Phase = Phase.RankingFixed, FixedRanking = [.. x.Ranks], Discussed = null },
        SittingClosed => Ended(s, at),
        DossierDecided x => s.WithDossier(x.Dossier, d => d with { Decision = new(x.Outcome, x.Follows, open.Text(x.Reason), at) }),
        NotificationsReleased x => s with
        {
            NotificationsReleased = true,
            Notifications = x.Universities.ToImmutableDictionary(u => u, u => new NotificationState(u, "", DeliveryState.Waiting, at, "", 0)),
        },
        NotificationAttempted x => Delivery(s, x.University, n => n with { MessageId = x.MessageId, Delivery = DeliveryState.Attempted, At = at, Attempts = n.Attempts + 1 }),
        NotificationAnswered x => Delivery(s, x.University, n => n with { Delivery = x.Accepted ? DeliveryState.Accepted : DeliveryState.Failed, At = at, Detail = x.Detail }),
        NotificationWritten x => Delivery(s, x.University, n => n with { Delivery = DeliveryState.Written, At = at, Detail = "" }),
        NotificationsHandedOver x => x.Universities.Aggregate(s, (t, u) => Delivery(t, u, n => n with { Delivery = DeliveryState.HandedOver, At = at })),
        NotificationResent x => Delivery(s, x.University, n => n with { Delivery = DeliveryState.Waiting, At = at }),
        _ => null,
    };

    private static State Delivery(State s, string university, Func<NotificationState, NotificationState> change) =>
        s with { Notifications = s.Notifications.SetItem(university, change(s.Notifications[university])) };

    /// <summary>Drafts and private notes end with the sitting, their keys are destroyed outside; nobody is out of a room that is no more.</summary>
    private static State Ended(State s, DateTimeOffset at)
    {
        var cleared = s.Dossiers.Values.Aggregate(s, (t, d) => t.With(d with { Drafts = d.Drafts.Clear(), Notes = d.Notes.Clear(), Aside = d.Aside.Clear() }));
        cleared = cleared.Seats.Values.Aggregate(cleared, (t, p) => t.With(p with { Muted = null, ShareStopped = false, AudioOnly = false, OutRecused = false, SteppedOutAt = null, LeavesAt = null, ReturnsAt = null, ReturnDelayed = false }));
        return cleared with { Phase = Phase.Closed, ClosedAt = at, Room = new RoomState(RoomSign.None, s.Room.Number), Floor = null, Hands = [] };
    }
}
