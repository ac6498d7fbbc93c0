using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting;

/// <summary>Words for a live region.</summary>
/// <param name="Assertive">They interrupt: the room opened, or may be spoken in.</param>
public sealed record RoomNews(string Words, bool Assertive);

/// <summary>What a reader was shown at one moment, to tell what is new in the next. Never a mark: it may be heard.</summary>
public sealed record RoomMoment(SittingLine Sitting, Me Me, PersonLine[] People)
{
    /// <summary>What is new since <paramref name="before"/> (interface guide, words 5, 6 and 43 to 47).</summary>
    /// <param name="now">Real time, for the seconds before an entry.</param>
    public IEnumerable<RoomNews> Since(RoomMoment before, TextsOf<RoomTexts> room, TextsOf<SceneTexts> scene, Say say, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(before);

        // Most acts concern neither the room nor the reader, but somebody else: nothing is made to find that out.
        if (Sitting == before.Sitting && Me == before.Me)
        {
            return OfPeople(before, room, scene);
        }

        return [.. OfPhase(before, scene), .. OfSuspension(before, scene, say), .. OfSign(before, room, scene), .. OfEntry(before, scene, now), .. OfPeople(before, room, scene), .. OfMe(before, room, scene, now)];
    }

    private IEnumerable<RoomNews> OfPhase(RoomMoment before, TextsOf<SceneTexts> scene)
    {
        // The doors and the hearings are told by what happens in them.
        if (Sitting.Phase != before.Sitting.Phase && Sitting.Phase is Phase.RollCall or Phase.FinalDeliberation or Phase.RankingFixed or Phase.Closed)
        {
            yield return new($"{scene[$"Phase_{Sitting.Phase}"]}.", false);
        }
    }

    private IEnumerable<RoomNews> OfSign(RoomMoment before, TextsOf<RoomTexts> room, TextsOf<SceneTexts> scene)
    {
        if (Sitting.Room.Sign == before.Sitting.Room.Sign && Sitting.Room.Number == before.Sitting.Room.Number)
        {
            yield break;
        }

        switch (Sitting.Room.Sign)
        {
            case RoomSign.ClosedVerified or RoomSign.Closing when Sitting.Phase < Phase.RollCall:
                break;
            case RoomSign.ClosedVerified:
                yield return new(room["Alert_ClosedVerified"], true);
                break;
            case RoomSign.Attested:
                yield return new(scene["Alert_Attested"], true);
                break;
            case RoomSign.Open:
                yield return new(room["Alert_Open", Sitting.Room.Hears], true);
                break;
            case RoomSign.NotSecure:
                yield return new(scene["Alert_NotSecure"], true);
                break;
            case RoomSign.Closing:
                yield return new(scene["Alert_Closing"], false);
                break;
        }
    }

    private IEnumerable<RoomNews> OfEntry(RoomMoment before, TextsOf<SceneTexts> scene, DateTimeOffset now)
    {
        var (was, isNow) = (before.Sitting.Room.EntersAt, Sitting.Room.EntersAt);
        if (isNow is { } at && was != at)
        {
            yield return new(scene["Say_Entry", Sitting.Room.Enters, Math.Max(1, (int)Math.Round((at - now).TotalSeconds))], true);
        }
        else if (was is not null && isNow is null && Sitting.Room.Sign != RoomSign.Open)
        {
            yield return new(scene["Say_EntryOff"], false);
        }
    }

    private IEnumerable<RoomNews> OfSuspension(RoomMoment before, TextsOf<SceneTexts> scene, Say say)
    {
        if (Sitting.Suspension is { } s && before.Sitting.Suspension is null)
        {
            yield return new(s.Until is { } until ? scene["Say_SuspendedUntil", say.Hour(until)] : scene["Say_Suspended"], false);
        }
        else if (Sitting.Suspension is null && before.Sitting.Suspension is not null)
        {
            yield return new(scene["Say_Resumed"], false);
        }

        // Before the roll call nobody misses a chair who has not come in yet.
        if (!Sitting.HasChair && before.Sitting.HasChair && Sitting.Phase > Phase.DoorsOpen)
        {
            yield return new(scene["Say_NoChair"], false);
        }
    }

    private IEnumerable<RoomNews> OfPeople(RoomMoment before, TextsOf<RoomTexts> room, TextsOf<SceneTexts> scene)
    {
        for (var i = 0; i < People.Length; i++)
        {
            var p = People[i];
            if (p.Seat == Me.Seat || before.At(p.Seat, i) is not { } was)
            {
                continue;
            }

            if (p.Standing == PersonStanding.Lost && was == PersonStanding.Present)
            {
                yield return new(room.Count("Say_Lost", Sitting.Voters, p.Name, Sitting.Quorum), false);
            }
            else if (p.Standing == PersonStanding.Present && was == PersonStanding.Lost)
            {
                yield return new(scene.Count("Say_Back", Sitting.Voters, p.Name, Sitting.Quorum), false);
            }
        }
    }

    /// <param name="place">Where they mostly are in the list.</param>
    private PersonStanding? At(string seat, int place) =>
        place < People.Length && People[place].Seat == seat ? People[place].Standing : Array.Find(People, p => p.Seat == seat)?.Standing;

    private IEnumerable<RoomNews> OfMe(RoomMoment before, TextsOf<RoomTexts> room, TextsOf<SceneTexts> scene, DateTimeOffset now)
    {
        if (Me.LeavesAt is { } leaves && before.Me.LeavesAt != leaves)
        {
            yield return new(scene["Say_Leaves", Math.Max(1, (int)Math.Round((leaves - now).TotalSeconds))], true);
        }

        if (Me.HasFloor != before.Me.HasFloor)
        {
            yield return new(Me.HasFloor ? room["Say_Floor"] : scene["Say_FloorTaken"], false);
        }

        // Every microphone is off while the jury marks: that follows from the phase, which is said, and from nobody's act.
        if (Me.MutedByChair != before.Me.MutedByChair && !Me.MutedWhileMarking && !before.Me.MutedWhileMarking)
        {
            yield return new(scene[Me.MutedByChair ? "Say_Muted" : "Say_MuteLifted"], false);
        }
    }
}
