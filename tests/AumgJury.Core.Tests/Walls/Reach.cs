using System.Reflection;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Which types a type's public properties lead to.</summary>
internal static class Reach
{
    public static HashSet<Type> From(Type root)
    {
        var found = new HashSet<Type>();
        var left = new Queue<Type>([root]);
        while (left.TryDequeue(out var type))
        {
            foreach (var next in Properties(type).SelectMany(p => Unwrapped(p.PropertyType)).Where(found.Add))
            {
                left.Enqueue(next);
            }
        }

        return found;
    }

    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        type.Assembly == typeof(Sittings.CallState).Assembly ? type.GetProperties(BindingFlags.Instance | BindingFlags.Public) : [];

    /// <summary>A type, or what an array, a nullable or a generic holds.</summary>
    public static IEnumerable<Type> Unwrapped(Type type) =>
        type.IsArray ? Unwrapped(type.GetElementType()!)
        : type.IsGenericType ? type.GetGenericArguments().SelectMany(Unwrapped).Append(type.GetGenericTypeDefinition())
        : [type];

    /// <summary>Every type that a member's signature names.</summary>
    public static IEnumerable<Type> Mentioned(MemberInfo member) => member switch
    {
        PropertyInfo p => [p.PropertyType],
        FieldInfo f => [f.FieldType],
        MethodInfo m => [m.ReturnType, .. m.GetParameters().Select(p => p.ParameterType)],
        ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
        _ => [],
    };
}
