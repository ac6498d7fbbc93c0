using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Tests.Kit;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Views are made again only when a seat's stamp changes: a stamp that stood still over a changed view would freeze a screen.</summary>
public sealed class StampTests
{
    [Fact]
    public void The_same_stamp_is_the_same_view_through_whole_sittings()
    {
        Dictionary<string, ((long, long) Stamp, string View)> before = new(StringComparer.Ordinal);
        Play? seen = null;
        var still = 0;
        FullHistory.Of(See);
        Assert.True(still > 0, "No stamp ever stood still.");

        void See(Play p)
        {
            if (seen != p)
            {
                seen = p;
                before.Clear();
            }

            foreach (var seat in p.State.Seats)
            {
                var now = (Stamp: p.State.StampFor(seat), View: p.Json(seat) + (Play.IsJuror(p.State, seat) ? Play.Json(p.State.MarksView(seat)) : "") + p.State.Access(seat));
                if (before.TryGetValue(seat, out var was) && was.Stamp == now.Stamp)
                {
                    still++;
                    Assert.Equal(was.View, now.View);
                }

                before[seat] = now;
            }
        }
    }

    [Fact]
    public void The_same_shared_stamp_is_the_same_to_the_machine_and_to_the_record_through_whole_sittings()
    {
        (long Stamp, string Machine)? before = null;
        Play? seen = null;
        var still = 0;
        FullHistory.Of(See);
        Assert.True(still > 0, "No stamp ever stood still.");

        void See(Play p)
        {
            var s = p.State;
            var now = (Stamp: s.SharedStamp, Machine: JsonSerializer.Serialize(new object?[]
            {
                s.Archive(), s.Media(), s.Duties().Select(d => d.ToString()), s.ProofWanted(), s.Outsiders(), s.EndedKeys,
                s.HasOutsiderInside, s.IsVerified, s.HasNotifications, s.HasEnded, s.IsOver,
            }));
            if (seen == p && before is { } was && was.Stamp == now.Stamp)
            {
                still++;
                Assert.Equal(was.Machine, now.Machine);
            }

            (seen, before) = (p, now);
        }
    }

    [Fact]
    public void A_draft_and_a_note_change_the_stamp_of_their_author_alone()
    {
        var p = Play.Marking(Small.Call());
        foreach (var act in new Command[] { new KeepDraft("D1", 1, "A1", 3, "", null), new KeepNote("D1", "À relire.") })
        {
            var before = p.State;
            p.Do("M2", act);
            Assert.Equal(["M2"], p.State.Seats.Where(seat => p.State.StampFor(seat) != before.StampFor(seat)));
        }
    }

    [Fact]
    public void What_others_see_changes_every_stamp()
    {
        var p = Play.Marking(Small.Call());
        var before = p.State;
        p.Do("M2", new RaiseHand());
        Assert.All(p.State.Seats, seat => Assert.NotEqual(before.StampFor(seat), p.State.StampFor(seat)));
    }
}
