using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Room;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Walls;

/// <summary>
/// A remembered part is found by all that it is made of. Each thing of a state is changed alone, over the memory of the state before: a key that forgot it would
/// hand out what is no more, or what is not this reader's.
/// </summary>
public sealed class MemoryKeyTests
{
    private const int Every = 16; // of the steps of whole sittings

    [Fact]
    public void Whatever_changes_alone_is_seen_by_everybody_who_may_see_it()
    {
        var (step, compared) = (0, 0);
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        FullHistory.Of(p =>
        {
            if (step++ % Every != 0)
            {
                return;
            }

            var before = p.State.State;
            foreach (var (what, now) in Changed(before))
            {
                _ = Shown(before).Count();
                foreach (var ((who, shown), (_, anew)) in Shown(now).Zip(Shown(now with { Memory = new() })))
                {
                    compared++;
                    if (shown != anew)
                    {
                        wrong.Add($"{what}: {who}");
                    }
                }
            }
        });

        Assert.Empty(wrong);
        Assert.True(compared > 10_000, $"Only {compared} were compared.");
    }

    /// <summary>Every view, the public record and the media plan. Some changes make a state that no sitting has: then both must fail alike.</summary>
    private static IEnumerable<(string Who, string Shown)> Shown(State s)
    {
        foreach (var seat in s.SeatOrder)
        {
            yield return (seat, Or(() => Play.Json(View.For(s, s.Seats[seat]))));
        }

        yield return ("the public record", Or(() => JsonSerializer.Serialize(Archive.Of(s))));
        yield return ("the media plan", Or(() => JsonSerializer.Serialize(MediaRights.Of(s))));
    }

    private static string Or(Func<string> make)
    {
        try
        {
            return make();
        }
        catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or NullReferenceException or ArgumentException or IndexOutOfRangeException)
        {
            return fault.GetType().Name;
        }
    }

    private static IEnumerable<(string What, State State)> Changed(State s) =>
        [.. OfTheSitting(s), .. s.SeatOrder.SelectMany(seat => OfSeat(s, s.Seats[seat])), .. s.Hearings.Values.SelectMany(h => OfHearing(s, h)), .. s.Dossiers.Values.SelectMany(d => OfDossier(s, d))];

    private static IEnumerable<(string, State)> OfTheSitting(State s) =>
    [
        .. Enum.GetValues<RoomSign>().Select(sign => ($"sign {sign}", s with { Room = s.Room with { Sign = sign } })),
        .. Enum.GetValues<Phase>().Select(phase => ($"phase {phase}", s with { Phase = phase })),
        ("suspension", s with { Suspension = s.Suspension is null ? new SuspensionState(default, s.LastAt, null, "x", false) : null }),
        ("nobody chairs", s with { ActingChair = "", SecretaryConducts = false }),
        ("the secretary conducts", s with { SecretaryConducts = !s.SecretaryConducts }),
        ("recusals", s with { Recusals = [] }),
        ("interests", s with { Interests = [] }),
        ("lines", s with { Lines = [] }),
        ("incidents", s with { Incidents = [] }),
        ("order", s with { Order = [.. s.Order.Reverse()] }),
        ("passed", s with { PassedChair = [.. s.SeatOrder.Where(x => s.Seats[x].IsJuror)] }),
        ("ranking", s with { FixedRanking = [] }),
        ("ties", s with { TieBreaks = [] }),
        ("released", s with { NotificationsReleased = !s.NotificationsReleased }),
        ("notifications", s with { Notifications = s.Notifications.Clear() }),
        ("rules", s with { Call = s.Call with { Rules = s.Call.Rules with { NamesOnDots = !s.Call.Rules.NamesOnDots, RecusedCountForQuorum = !s.Call.Rules.RecusedCountForQuorum } } }),
    ];

    private static IEnumerable<(string, State)> OfSeat(State s, SeatState p) =>
    [
        ($"chair {p.Id}", p.IsJuror ? s with { ActingChair = p.Id } : s),
        ($"connected {p.Id}", s.With(p with { Connected = !p.Connected })),
        ($"stepped out {p.Id}", s.With(p with { SteppedOutAt = p.SteppedOutAt is null ? s.LastAt : null })),
        ($"out {p.Id}", s.With(p with { OutRecused = !p.OutRecused })),
        ($"confirmed {p.Id}", s.With(p with { ConfirmedAt = p.ConfirmedAt is null ? s.LastAt : null })),
        ($"link {p.Id}", s.With(p with { Link = p.Link is null ? "aa" : null, LateLink = null })),
        ($"muted {p.Id}", s.With(p with { Muted = p.Muted is null ? MuteCause.One : null, AudioOnly = !p.AudioOnly })),
        ($"attendance {p.Id}", s.With(p with { Attendance = null })),
        ($"recused {p.Id}", s with { Recusals = s.Recusals.Add(new RecusalState(p.Id, RecusalScope.Sitting, "", "r", s.LastAt)) }),
        ($"hand {p.Id}", s with { Hands = s.Hands.Contains(p.Id) ? s.Hands.Remove(p.Id) : s.Hands.Add(p.Id) }),
        ($"floor {p.Id}", s with { Floor = s.Floor == p.Id ? null : p.Id }),
        ($"interest {p.Id}", p.IsJuror ? s with { Interests = s.Interests.Add(new InterestState(p.Id, s.Call.Dossiers[0].Id, "t", s.LastAt, false)) } : s),
    ];

    private static IEnumerable<(string, State)> OfHearing(State s, HearingState h) =>
    [
        ($"recalled {h.University}", s.With(h with { Recalled = !h.Recalled })),
        ($"held {h.University}", s.With(h with { Held = !h.Held })),
        ($"released {h.University}", s.With(h with { Released = !h.Released })),
        .. Enum.GetValues<HearingStep>().Select(step => ($"step {h.University} {step}", s.With(h with { Step = step }))),
    ];

    private static IEnumerable<(string, State)> OfDossier(State s, DossierState d) =>
    [
        ($"drafts {d.Id}", s.With(d with { Drafts = d.Drafts.Clear(), Notes = d.Notes.Clear() })),
        ($"sheets {d.Id}", s.With(d with { Sheets = d.Sheets.Clear() })),
        ($"rounds {d.Id}", s.With(d with { Round = 1, Rounds = [] })),
        ($"closed {d.Id}", s.With(d with { Closed = !d.Closed })),
        ($"heard {d.Id}", s.With(d with { Heard = !d.Heard })),
        ($"missed {d.Id}", s.With(d with { Missed = d.Missed.SetItem("M3", "x") })),
        ($"nominee {d.Id}", s.With(d with { Definition = d.Definition with { Nominee = "zz" } })),
        ($"discussed {d.Id}", s with { Discussed = s.Discussed == d.Id ? null : d.Id }),
        ($"opinion {d.Id}", s.With(d with { Opinion = null, Decision = null })),
    ];
}
