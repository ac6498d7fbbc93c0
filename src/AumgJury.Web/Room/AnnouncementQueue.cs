namespace AumgJury.Web.Room;

/// <summary>Something a screen reader says. Never a mark: it may be heard through an open microphone.</summary>
/// <param name="Kind">Announcements of one kind that wait together are merged.</param>
/// <param name="Text">What is said.</param>
/// <param name="IsAssertive">Interrupts: the room opened, or is proven closed.</param>
/// <param name="Merged">What is said instead of several, from their number; without it the newest replaces the others.</param>
public sealed record Announcement(string Kind, string Text, bool IsAssertive = false, Func<int, string>? Merged = null);

/// <summary>Announcements that wait for their second: assertive ones first, then in order, same kinds as one.</summary>
public sealed class AnnouncementQueue
{
    private readonly List<(Announcement Newest, int Count)> _waiting = [];

    /// <summary>Nothing waits.</summary>
    public bool IsEmpty => _waiting.Count == 0;

    /// <summary>Adds one, or merges it with those of its kind.</summary>
    public void Add(Announcement announcement)
    {
        var same = _waiting.FindIndex(waiting => string.Equals(waiting.Newest.Kind, announcement.Kind, StringComparison.Ordinal));
        if (same < 0)
        {
            _waiting.Add((announcement, 1));
        }
        else
        {
            _waiting[same] = (announcement, _waiting[same].Count + 1);
        }
    }

    /// <summary>Takes the next text out; null when nothing waits.</summary>
    public (string Text, bool IsAssertive)? Next()
    {
        if (IsEmpty)
        {
            return null;
        }

        var at = Math.Max(0, _waiting.FindIndex(waiting => waiting.Newest.IsAssertive));
        var (newest, count) = _waiting[at];
        _waiting.RemoveAt(at);
        var text = count > 1 && newest.Merged is { } merged ? merged(count) : newest.Text;
        return (text, newest.IsAssertive);
    }
}
