using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Texts;

/// <summary>Markup that a component makes of what it shows: made again only for what shows otherwise, and one frame instead of one for each element (docs/decisions/0014).</summary>
/// <typeparam name="T">What it is made of, all of it, compared by value.</typeparam>
/// <param name="make">Makes it, of texts that are encoded for HTML alone.</param>
internal sealed class MadeMarkup<T>(Func<T, string> make)
    where T : IEquatable<T>
{
    private readonly Dictionary<string, (T Of, MarkupString Made)> _made = new(StringComparer.Ordinal);

    /// <param name="key">Whose it is: the last one made of each is kept.</param>
    /// <param name="of">What it is made of now.</param>
    public MarkupString Of(string key, T of)
    {
        if (!_made.TryGetValue(key, out var last) || !last.Of.Equals(of))
        {
            _made[key] = last = (of, new(make(of)));
        }

        return last.Made;
    }
}
