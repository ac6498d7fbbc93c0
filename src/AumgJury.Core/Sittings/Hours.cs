using AumgJury.Core.Calls;

namespace AumgJury.Core.Sittings;

/// <summary>Planned and recomputed hours of the running order.</summary>
internal static class Hours
{
    /// <summary>Minutes that a University's slot takes: presentation, questions and closed room of each dossier (domain H).</summary>
    public static int SlotMinutes(State s, string university) =>
        s.JudgedOf(university).Count() * (s.Call.Rules.PresentationMinutes + s.Call.Rules.QuestionMinutes + s.Call.Rules.ClosedRoomMinutes);

    /// <summary>Planned hours when the order of those still waiting changes: they share the earliest of their hours and follow one another.</summary>
    public static PublishedHour[] Replan(State s, IReadOnlyList<string> order)
    {
        var waiting = order.Where(u => s.Hearings[u] is { Step: HearingStep.Waiting }).ToArray();
        if (waiting.Length == 0)
        {
            return [];
        }

        var unchanged = order.SequenceEqual(s.Order);
        var next = waiting.Min(u => s.Hearings[u].Planned);
        var hours = new List<PublishedHour>();
        foreach (var university in waiting)
        {
            hours.Add(new(university, unchanged ? s.Hearings[university].Planned : next));
            next = next.AddMinutes(SlotMinutes(s, university) + s.Call.Rules.TransitionMinutes);
        }

        return [.. hours];
    }

    /// <summary>
    /// When each waiting University is expected, from what is known: never before its planned hour, nor before the one ahead ends.
    /// It reads no clock and no secret, so it changes only with public acts.
    /// </summary>
    public static IReadOnlyDictionary<string, DateTimeOffset> Expected(State s)
    {
        var hours = new Dictionary<string, DateTimeOffset>(StringComparer.Ordinal);
        var free = DateTimeOffset.MinValue;
        foreach (var university in s.Order)
        {
            var h = s.Hearings[university];
            if (h.Step == HearingStep.Waiting)
            {
                hours[university] = h.Planned > free ? h.Planned : free;
                free = hours[university].AddMinutes(SlotMinutes(s, university) + s.Call.Rules.TransitionMinutes);
            }
            else
            {
                var end = h.EndedAt ?? (h.StartedAt ?? h.Planned).AddMinutes(SlotMinutes(s, university)).AddSeconds(h.ExtraSeconds);
                end = end.AddMinutes(s.Call.Rules.TransitionMinutes);
                free = end > free ? end : free;
            }
        }

        return hours;
    }

    /// <summary>A presenter's estimate is rounded to five minutes.</summary>
    public static DateTimeOffset Rounded(DateTimeOffset hour)
    {
        var step = TimeSpan.FromMinutes(5).Ticks;
        return new DateTimeOffset((hour.Ticks + (step / 2)) / step * step, hour.Offset);
    }

    /// <summary>The hours of all who wait, as a publication.</summary>
    public static PublishedHour[] Publication(State s) => [.. s.Order.Where(u => s.Hearings[u].Step == HearingStep.Waiting).Select(u => new PublishedHour(u, Rounded(Expected(s)[u])))];
}
