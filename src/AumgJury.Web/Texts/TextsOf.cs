using System.Collections.Concurrent;
using System.Globalization;
using System.Resources;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Texts;

/// <summary>
/// The texts of one area in the visit's language: <c>T["Key"]</c>, or <c>T["Key", name, 3]</c> for numbered places.
/// In a house without camera and sound, a key's own words for it (<c>Key_WithoutMedia</c>) take its place when there are some.
/// French is typeset here (<see cref="FrenchTypography"/>), so the resource files are written with plain spaces.
/// </summary>
/// <typeparam name="TArea">The area: a class of <c>Areas.cs</c>, named as its resource files.</typeparam>
public sealed class TextsOf<TArea>(HouseCulture visit)
{
    // Texts never change while the program runs, so one copy serves every visit: a copy a circuit weighed more than its whole page.
    private static readonly ResourceManager Resources = new(typeof(TArea));
    private const string WithoutMedia = "_WithoutMedia";
    private static readonly ConcurrentDictionary<(bool French, bool Media, string Key), string> Typeset = new();
    private static readonly ConcurrentDictionary<(bool French, bool Media, string Name), MarkupString> Made = new();
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(bool French, bool Media, string Name), MarkupString>> MadeOf = [];

    /// <summary>The text of a key.</summary>
    /// <exception cref="MissingManifestResourceException">No such key: a mistake of ours, so it is loud.</exception>
    public string this[string key] => Typeset.GetOrAdd((visit.IsFrench, visit.Media, key), static (place, culture) => Find(place.Key, place.French, place.Media, culture), visit.Culture);

    /// <summary>The text of a key with its places filled in.</summary>
    public string this[string key, params object[] values] => string.Format(visit.Culture, this[key], values);

    /// <summary>
    /// The text of a key for a number, which is its first place: one is said by the key's own words for it (<c>Key_One</c>); in French
    /// so is none. Other places follow.
    /// </summary>
    public string Count(string key, int count, params object[] more) => this[IsOne(count) ? $"{key}_One" : key, [count, .. more]];

    /// <summary>Markup made of texts alone: one copy serves every visit, and a circuit holds one frame of it instead of one for each element (docs/decisions/0014).</summary>
    /// <param name="name">What it is, once in the area.</param>
    /// <param name="make">Makes it of texts that are encoded for HTML; of nothing else.</param>
    public MarkupString Markup(string name, Func<Func<string, string>, string> make) =>
        Made.GetOrAdd((visit.IsFrench, visit.Media, name), static (_, of) => new(of.make(key => of.texts.Encoded(key))), (texts: this, make));

    /// <summary>As <see cref="Markup(string, Func{Func{string, string}, string})"/>, but made of texts and of one thing of a call: one copy serves all who see it, as long as it is there.</summary>
    /// <param name="of">What else it is made of, such as a criterion: the very object.</param>
    /// <param name="name">What it is, once for that object and area; holds everything else that it is made of.</param>
    /// <param name="make">Makes it of the thing and of texts, places filled in and encoded for HTML; what it takes from elsewhere it encodes itself.</param>
    internal MarkupString Markup<T>(T of, string name, Func<T, Func<string, object[], string>, string> make)
        where T : class =>
        MadeOf.GetOrCreateValue(of).GetOrAdd((visit.IsFrench, visit.Media, name), static (_, from) => new(from.make(from.of, from.texts.Encoded)), (texts: this, of, make));

    /// <summary>The text of a key with its places filled in, encoded for HTML.</summary>
    internal string Encoded(string key, params object[] values) => Html.Encode(values.Length == 0 ? this[key] : this[key, values]);

    private bool IsOne(int count) => visit.IsFrench ? count is 0 or 1 : count == 1;

    private static string Find(string key, bool french, bool media, CultureInfo culture)
    {
        var text = (media ? null : Resources.GetString(key + WithoutMedia, culture))
            ?? Resources.GetString(key, culture)
            ?? throw new MissingManifestResourceException($"{typeof(TArea).Name} has no text \"{key}\".");
        return french ? FrenchTypography.Set(text) : text.Replace('\'', '’');
    }
}
