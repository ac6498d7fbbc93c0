namespace AumgJury.Web.Room;

/// <summary>
/// The place of the one large button on a page: which words stand there, and since when. It outlives the button, so that a new
/// button which comes under the pointer is known to be new.
/// </summary>
public sealed class ActPlace
{
    /// <summary>After its words changed, a press is taken for one that was meant for the words before, for so long.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(600);

    private string? _words;
    private DateTimeOffset _since;

    /// <summary>These words stand there now; the first ones of a page are settled at once.</summary>
    public void Show(string words, DateTimeOffset now)
    {
        if (_words is not null && !string.Equals(_words, words, StringComparison.Ordinal))
        {
            _since = now;
        }

        _words = words;
    }

    /// <summary>How long a press does nothing yet; zero or less when it is taken.</summary>
    public TimeSpan Unsettled(DateTimeOffset now) => _since + Settling - now;
}
