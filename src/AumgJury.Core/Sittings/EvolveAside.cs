using System.Collections.Immutable;
using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

internal static partial class Evolve
{
    private static State Entered(State s, SessionOpened x)
    {
        var again = s.IsEnteredAgain(s.Seats[x.Seat]) && s.Seats[x.Seat].PendingSession != x.Session;
        var entered = s.WithSeat(x.Seat, p => p with { Session = x.Session, PendingSession = null, Marks = null, LinkUsed = true, Entered = true, LateLink = p.LateLink is { } late ? late with { Used = true } : null });
        return again ? entered.Dossiers.Values.Aggregate(entered, (t, d) => t.With(PutAside(d, x.Seat))) : entered;
    }

    /// <summary>Whoever leaves takes the second device along, and one that waits to be it.</summary>
    private static SeatState Left(SeatState p) => p with { Session = null, Marks = null, PendingSession = p.PendingMarks ? null : p.PendingSession };

    private static DossierState PutAside(DossierState d, string seat) => !d.Drafts.ContainsKey(seat) && !d.Notes.ContainsKey(seat) ? d : d with
    {
        Aside = d.Aside.SetItem(seat, WorkOf(d, seat)),
        Drafts = d.Drafts.Remove(seat),
        Notes = d.Notes.Remove(seat),
    };

    /// <summary>The chair has recognised who sits there: what was kept before comes back under what was kept since.</summary>
    private static State Recognised(State s, string seat) => s.Dossiers.Values.Where(d => d.Aside.ContainsKey(seat)).Aggregate(s, (t, d) =>
    {
        var (draft, note) = WorkOf(d, seat);
        return t.With(d with
        {
            Aside = d.Aside.Remove(seat),
            Drafts = draft.Marks.IsEmpty ? d.Drafts : d.Drafts.SetItem(seat, draft),
            Notes = note.Length == 0 ? d.Notes : d.Notes.SetItem(seat, note),
        });
    });

    private static AsideWork WorkOf(DossierState d, string seat)
    {
        var before = d.Aside.GetValueOrDefault(seat) ?? new(Draft.Empty, "");
        var since = d.Drafts.GetValueOrDefault(seat) ?? Draft.Empty;
        var draft = since.Marks.IsEmpty ? before.Draft : new Draft(before.Draft.Marks.SetItems(since.Marks), since.KeptAt);
        return new(draft, string.Join('\n', ((string[])[before.Note, d.Notes.GetValueOrDefault(seat) ?? ""]).Where(text => text.Length > 0)));
    }
}
