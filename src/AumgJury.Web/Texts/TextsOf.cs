using System.Collections.Concurrent;
using System.Resources;

namespace AumgJury.Web.Texts;

/// <summary>
/// The texts of one area in the visit's language: <c>T["Key"]</c>, or <c>T["Key", name, 3]</c> for numbered places.
/// French is typeset here (<see cref="FrenchTypography"/>), so the resource files are written with plain spaces.
/// </summary>
/// <typeparam name="TArea">The area: a class of <c>Areas.cs</c>, named as its resource files.</typeparam>
public sealed class TextsOf<TArea>(HouseCulture visit)
{
    private readonly ResourceManager _resources = new(typeof(TArea));
    private readonly ConcurrentDictionary<string, string> _typeset = new(StringComparer.Ordinal);

    /// <summary>The text of a key.</summary>
    /// <exception cref="MissingManifestResourceException">No such key: a mistake of ours, so it is loud.</exception>
    public string this[string key] => _typeset.GetOrAdd(key, Find);

    /// <summary>The text of a key with its places filled in.</summary>
    public string this[string key, params object[] values] => string.Format(visit.Culture, this[key], values);

    private string Find(string key)
    {
        var text = _resources.GetString(key, visit.Culture)
            ?? throw new MissingManifestResourceException($"{typeof(TArea).Name} has no text \"{key}\".");
        return visit.IsFrench ? FrenchTypography.Set(text) : text.Replace('\'', '’');
    }
}
