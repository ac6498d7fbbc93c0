using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AumgJury.Core.Sittings;

/// <summary>
/// Holds a command against its own declaration: what the record calls non-null is there, and a word is one of its enumeration's.
/// JSON may say otherwise; no rule then has to ask.
/// </summary>
internal static class Wellformed
{
    private static readonly FrozenDictionary<Type, Member[]> Members = Described();

    /// <summary>The first member that is not as declared, camelCase; null when all are.</summary>
    public static string? Fault(object record)
    {
        foreach (var member in Members[record.GetType()])
        {
            var value = member.Property.GetValue(record);
            if (value is null ? member.Required : Fault(value, member) is not null)
            {
                var name = JsonNamingPolicy.CamelCase.ConvertName(member.Property.Name);
                return value is null || Fault(value, member) is not { Length: > 0 } inner ? name : $"{name}.{inner}";
            }
        }

        return null;
    }

    /// <summary>Null when the value is good; empty when it is itself the fault; else the path inside it.</summary>
    private static string? Fault(object value, Member member) => value switch
    {
        string => null,
        Enum e => Enum.IsDefined(e.GetType(), e) ? null : "",
        Array { Length: 0 } => null,
        Array items => ItemFault(items, member),
        _ => Members.ContainsKey(value.GetType()) ? Fault(value) : null,
    };

    private static string? ItemFault(Array items, Member member) =>
        items.Cast<object?>().Select(x => x is null ? (member.RequiredItems ? "" : null) : Fault(x, member)).FirstOrDefault(f => f is not null);

    /// <summary>Whether a value of this type can be other than declared at all: a number cannot.</summary>
    private static bool MayFail(Type type) => !type.IsValueType || (Nullable.GetUnderlyingType(type) ?? type).IsEnum;

    private sealed record Member(PropertyInfo Property, bool Required, bool RequiredItems);

    /// <summary>Every command, and the records that they hold.</summary>
    private static FrozenDictionary<Type, Member[]> Described()
    {
        var context = new NullabilityInfoContext();
        var found = new Dictionary<Type, Member[]>();
        var left = new Queue<Type>(typeof(Command).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType));
        while (left.TryDequeue(out var type))
        {
            if (found.ContainsKey(type))
            {
                continue;
            }

            var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(p => p.CanWrite).ToArray();
            found[type] = [.. properties.Where(p => MayFail(p.PropertyType)).Select(p => (Is: context.Create(p), Property: p))
                .Select(x => new Member(x.Property, x.Is.ReadState == NullabilityState.NotNull, x.Is.ElementType?.ReadState == NullabilityState.NotNull))];
            foreach (var inner in properties.Select(p => p.PropertyType.GetElementType() ?? p.PropertyType).Where(t => t.IsClass && t.Assembly == typeof(Command).Assembly))
            {
                left.Enqueue(inner);
            }
        }

        return found.ToFrozenDictionary();
    }
}
