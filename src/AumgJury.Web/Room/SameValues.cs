using System.Collections;
using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;

namespace AumgJury.Web.Room;

/// <summary>
/// Whether two values would show the same: records and lists by what is in them. A record's own equality takes two lists of the same
/// people for different. Whatever it does not know is different: that costs a rendering, never a change that is not shown.
/// </summary>
internal static class SameValues
{
    // What a type is made of never changes while the program runs. Compiled: read by reflection, every number of every record would become an object.
    private static readonly ConcurrentDictionary<Type, Func<object, object, bool>> Comparisons = new();

    private static readonly MethodInfo OfObjects = ((Func<object?, object?, bool>)Are).Method;

    public static bool Are(object? one, object? other) =>
        ReferenceEquals(one, other) || (one is not null && other is not null && one.GetType() == other.GetType() && Hold(one, other));

    private static bool Hold(object one, object other) => one switch
    {
        // What a fragment shows is not known before it is rendered.
        Delegate => false,
        string or ValueType => one.Equals(other),
        IList list => HoldItems(list, (IList)other),
        _ => Comparisons.GetOrAdd(one.GetType(), static type => Comparison(type))(one, other),
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

    /// <summary>Of a record of this house, all that it keeps; of any other type nothing is known to be the same.</summary>
    private static Func<object, object, bool> Comparison(Type type)
    {
        FieldInfo[] fields = type.GetMethod("<Clone>$") is null || !type.Assembly.GetName().Name!.StartsWith(nameof(AumgJury), StringComparison.Ordinal)
            ? []
            : [.. Chain(type).SelectMany(c => c.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))];
        if (fields.Length == 0)
        {
            return static (_, _) => false;
        }

        var (one, other) = (Expression.Parameter(typeof(object)), Expression.Parameter(typeof(object)));
        var all = fields
            .Select(f => FieldIsSame(Expression.Field(Expression.Convert(one, f.DeclaringType!), f), Expression.Field(Expression.Convert(other, f.DeclaringType!), f)))
            .Aggregate(Expression.AndAlso);
        return Expression.Lambda<Func<object, object, bool>>(all, one, other).Compile();
    }

    private static Expression FieldIsSame(MemberExpression one, MemberExpression other)
    {
        if (!one.Type.IsValueType)
        {
            return Expression.Call(OfObjects, one, other);
        }

        var comparer = typeof(EqualityComparer<>).MakeGenericType(one.Type);
        return Expression.Call(
            Expression.Property(null, comparer, nameof(EqualityComparer<int>.Default)),
            comparer.GetMethod(nameof(EqualityComparer<int>.Equals), [one.Type, one.Type])!,
            one,
            other);
    }

    private static IEnumerable<Type> Chain(Type type)
    {
        for (var t = type; t is not null && t != typeof(object); t = t.BaseType)
        {
            yield return t;
        }
    }
}
