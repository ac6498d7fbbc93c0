using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace AumgJury.Web.Room;

/// <summary>
/// Whether two values would show the same: records and lists by what is in them. A record's own equality takes two lists of the same
/// people for different. Whatever it does not know is different: that costs a rendering, never a change that is not shown.
/// </summary>
internal static class SameValues
{
    // What a type is made of never changes while the program runs.
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Fields = new();

    public static bool Are(object? one, object? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.GetType() == other.GetType() && Hold(one, other));

    private static bool Hold(object one, object other) => one switch
    {
        // What a fragment shows is not known before it is rendered.
        Delegate => false,
        string or ValueType => one.Equals(other),
        IList list => HoldItems(list, (IList)other),
        _ => FieldsOf(one.GetType()) is { Length: > 0 } fields && Array.TrueForAll(fields, f => Are(f.GetValue(one), f.GetValue(other))),
    };

    private static bool HoldItems(IList one, IList other)
    {
        if (one.Count != other.Count)
        {
            return false;
        }

        for (var i = 0; i < one.Count; i++)
        {
            if (!Are(one[i], other[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Of a record of this house, all that it keeps; nothing of any other type.</summary>
    private static FieldInfo[] FieldsOf(Type type) => Fields.GetOrAdd(type, static t =>
        t.GetMethod("<Clone>$") is null || !t.Assembly.GetName().Name!.StartsWith(nameof(AumgJury), StringComparison.Ordinal)
            ? []
            : [.. Chain(t).SelectMany(c => c.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))]);

    private static IEnumerable<Type> Chain(Type type)
    {
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            yield return t;
        }
    }
}
