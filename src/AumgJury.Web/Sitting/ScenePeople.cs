using AumgJury.Core.Calls;
using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting;

/// <summary>From the people of a view to the list beside the stage, by college.</summary>
public static class ScenePeople
{
    private static readonly (College College, string Heading)[] InOrder =
        [.. Enum.GetValues<College>().OrderBy(c => c == College.Presenters ? -1 : (int)c).Select(c => (c, $"College_{c}"))];

    /// <summary>The groups, in the order of the colleges.</summary>
    /// <param name="at">Who has submitted for the dossier at hand; null when none is being marked.</param>
    /// <param name="before">What was shown before: whoever is shown as before is the same object, with the same words.</param>
    /// <param name="open">False once the sitting is closed: nobody is in the room then, some are still online.</param>
    public static IReadOnlyList<PeopleGroup> Groups(PersonLine[] people, string me, Submissions? at, TextsOf<SceneTexts> scene, bool open = true, IReadOnlyList<PeopleGroup>? before = null)
    {
        // Made for every page at every act: in loops, without the objects that queries are made of.
        var groups = new List<PeopleGroup>(InOrder.Length);
        var asBefore = true;
        foreach (var (college, heading) in InOrder)
        {
            List<PersonShown>? group = null;
            foreach (var p in people)
            {
                if (p.College == college)
                {
                    (group ??= []).Add(Person(p, me, at, scene, open, before));
                }
            }

            if (group is not null)
            {
                var was = groups.Count < before?.Count ? before[groups.Count] : null;
                var same = was is not null && was.Heading == scene[heading] && SamePeople(was.People, group);
                asBefore &= same;
                groups.Add(same ? was! : new PeopleGroup(scene[heading], group));
            }
        }

        return asBefore && before?.Count == groups.Count ? before : groups;
    }

    /// <summary>Jurors of the room who are in it, and all jurors.</summary>
    public static (int Present, int All) Count(PersonLine[] people)
    {
        var (present, all) = (0, 0);
        foreach (var p in people)
        {
            if (p.Role is Role.Chair or Role.Member)
            {
                (present, all) = (p.Standing == PersonStanding.Present ? present + 1 : present, all + 1);
            }
        }

        return (present, all);
    }

    private static bool SamePeople(IReadOnlyList<PersonShown> before, List<PersonShown> now)
    {
        var same = before.Count == now.Count;
        for (var i = 0; same && i < now.Count; i++)
        {
            same = ReferenceEquals(before[i], now[i]);
        }

        return same;
    }

    private static PersonShown? Before(string seat, IReadOnlyList<PeopleGroup>? before)
    {
        for (var i = 0; i < before?.Count; i++)
        {
            var people = before[i].People;
            for (var j = 0; j < people.Count; j++)
            {
                if (people[j].Key == seat)
                {
                    return people[j];
                }
            }
        }

        return null;
    }

    private static PersonShown Person(PersonLine p, string me, Submissions? at, TextsOf<SceneTexts> scene, bool open, IReadOnlyList<PeopleGroup>? before)
    {
        var capacity = p.Chairs && p.Role != Role.Chair ? scene["Acting", p.Capacity] : p.Capacity;
        var state = open ? State(p, at) : Closed(State(p, at));
        int? hand = p.HandPlace > 0 ? p.HandPlace : null;
        return Before(p.Seat, before) is { } was && was.Name == p.Name && was.Capacity == capacity && was.State == state && was.IsSelf == (p.Seat == me) && was.HandRank == hand
            ? was
            : new(p.Seat, p.Name, capacity, state, p.Seat == me, hand);
    }

    private static PersonState Closed(PersonState state) => state switch
    {
        PersonState.Present => PersonState.Online,
        PersonState.Lost => PersonState.Offline,
        _ => state,
    };

    private static PersonState State(PersonLine p, Submissions? at) => p.Standing switch
    {
        PersonStanding.Lost => PersonState.Lost,
        PersonStanding.SteppedOut => PersonState.Out,
        PersonStanding.Recused => PersonState.Recused,
        PersonStanding.Late => PersonState.Late,
        PersonStanding.Excused => PersonState.Absent,
        PersonStanding.Entering => PersonState.Entering,
        PersonStanding.Expected => PersonState.Expected,
        _ when p.HasFloor => PersonState.Speaking,
        _ => at is { Revealed: false } && at.Submitted.Contains(p.Name, StringComparer.Ordinal) ? PersonState.Submitted : PersonState.Present,
    };
}
