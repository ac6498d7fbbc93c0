using System.Collections.Immutable;
using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

internal static partial class Evolve
{
    private static State Entered(State s, SessionOpened x)
    {
        var seat = s.Seats[x.Seat];

        // Until the chair has recognised who sits there each session's work is its own.
        var again = (s.IsEnteredAgain(seat) && seat.PendingSession != x.Session) || (!seat.Attends && seat.Session != x.Session && s.Dossiers.Values.Any(d => d.Aside.ContainsKey(x.Seat)));
        var entered = s.WithSeat(x.Seat, p => p with { Session = x.Session, PendingSession = null, Marks = null, LinkUsed = true, Entered = true, LateLink = p.LateLink is { } late ? late with { Used = true } : null });
        return again ? entered.Dossiers.Values.Aggregate(entered, (t, d) => t.With(PutAside(d, x.Seat))) : entered;
    }

    /// <summary>Whoever leaves takes the second device along, and one that waits to be it.</summary>
    private static SeatState Left(SeatState p) => p with { Session = null, Marks = null, PendingSession = p.PendingMarks ? null : p.PendingSession };

    private static DossierState PutAside(DossierState d, string seat) => !d.Drafts.ContainsKey(seat) && !d.Notes.ContainsKey(seat) ? d : d with
    {
        Aside = d.Aside.SetItem(seat, Joined(d.Aside.GetValueOrDefault(seat) ?? AsideWork.None, Present(d, seat), (first, later) => Over(later, first))),
        Drafts = d.Drafts.Remove(seat),
        Notes = d.Notes.Remove(seat),
    };

    /// <summary>The chair has recognised who sits there: what earlier sessions kept comes back under what this one did.</summary>
    private static State Recognised(State s, string seat) => s.Dossiers.Values.Where(d => d.Aside.ContainsKey(seat)).Aggregate(s, (t, d) =>
    {
        var (draft, note) = Joined(d.Aside[seat], Present(d, seat), Over);
        return t.With(d with
        {
            Aside = d.Aside.Remove(seat),
            Drafts = draft.Marks.IsEmpty ? d.Drafts : d.Drafts.SetItem(seat, draft),
            Notes = note.Length == 0 ? d.Notes : d.Notes.SetItem(seat, note),
        });
    });

    private static AsideWork Present(DossierState d, string seat) => new(d.Drafts.GetValueOrDefault(seat) ?? Draft.Empty, d.Notes.GetValueOrDefault(seat) ?? "");

    /// <summary>Both notes, one under the other, and of each criterion what the rule makes of two.</summary>
    private static AsideWork Joined(AsideWork first, AsideWork later, Func<DraftMark, DraftMark, DraftMark> rule)
    {
        var marks = later.Draft.Marks.Aggregate(first.Draft.Marks, (all, m) => all.SetItem(m.Key, all.TryGetValue(m.Key, out var before) ? rule(before, m.Value) : m.Value));
        return new(new Draft(marks, later.Draft.Marks.IsEmpty ? first.Draft.KeptAt : later.Draft.KeptAt), string.Join('\n', ((string[])[first.Note, later.Note]).Where(text => text.Length > 0)));
    }

    /// <summary>What is empty above hides nothing.</summary>
    private static DraftMark Over(DraftMark under, DraftMark above) =>
        new(above.Mark ?? under.Mark, above.Comment.Length > 0 ? above.Comment : under.Comment, above.Reason ?? under.Reason);
}
