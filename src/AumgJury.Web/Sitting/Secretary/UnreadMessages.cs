using AumgJury.Core.Views;

namespace AumgJury.Web.Sitting.Secretary;

/// <summary>
/// Which lines this page has open, and which messages it has not shown. When the page opens, those after one's own last answer count
/// as new.
/// </summary>
public sealed class UnreadMessages
{
    private readonly Dictionary<string, (int Known, int Seen)> _lines = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private bool _inView;

    public int Total => _lines.Values.Sum(line => line.Known - line.Seen);

    public int Of(string with) => _lines.TryGetValue(with, out var line) ? line.Known - line.Seen : 0;

    public bool IsOpen(string with) => _open.Contains(with);

    public void Toggle(string with)
    {
        if (!_open.Remove(with))
        {
            _open.Add(with);
        }

        ReadOpen();
    }

    /// <summary>Whether the messages are the tab on the screen.</summary>
    public void Look(bool inView)
    {
        _inView = inView;
        ReadOpen();
    }

    /// <summary>Takes in the lines as they are now.</summary>
    /// <returns>Who wrote since the last time; nobody the first time.</returns>
    public IReadOnlyList<string> Take(IEnumerable<SecretaryThread> threads)
    {
        var news = new List<string>();
        foreach (var thread in threads)
        {
            var theirs = thread.Messages.Where(message => !message.Mine).ToArray();
            if (!_lines.TryGetValue(thread.With, out var line))
            {
                var answered = Array.FindLastIndex(thread.Messages, message => message.Mine);
                line = (thread.Heard, thread.Heard - thread.Messages.Skip(answered + 1).Count(message => !message.Mine));
            }
            else if (thread.Heard > line.Known)
            {
                news.Add(thread.UniversityName is { } university ? $"{theirs[^1].From}, {university}" : theirs[^1].From);
            }

            _lines[thread.With] = line with { Known = thread.Heard };
        }

        ReadOpen();
        return news;
    }

    private void ReadOpen()
    {
        foreach (var with in _inView ? _open.Where(_lines.ContainsKey) : [])
        {
            _lines[with] = _lines[with] with { Seen = _lines[with].Known };
        }
    }
}
