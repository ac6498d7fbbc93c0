using System.Reflection;
using System.Text.Json.Serialization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Tests.Kit;

/// <summary>Instances of every command, by reflection: plausible for the small call, or garbage.</summary>
internal static class Commands
{
    public static readonly Type[] Types = [.. typeof(Command).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType)];

    public static string Name(Type command) => (string)typeof(Command).GetCustomAttributes<JsonDerivedTypeAttribute>().Single(a => a.DerivedType == command).TypeDiscriminator!;

    /// <summary>The n-th plausible instance: members walk through their pools at different paces.</summary>
    public static Command Plausible(Type type, int n) => Build(type, n, p => Pool(type, p));

    public static Command Garbage(Type type, int n) => Build(type, n, p => [.. Rubbish(p.ParameterType), .. Pool(type, p)]);

    private static Command Build(Type type, int n, Func<ParameterInfo, object?[]> pool)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var values = constructor.GetParameters().Select((p, i) => Pick(pool(p), n, i)).ToArray();
        return (Command)constructor.Invoke(values);
    }

    private static object? Pick(object?[] pool, int n, int place) => pool[(int)((uint)(n + (n * place * 7) + place) % (uint)pool.Length)];

    private static object?[] Pool(Type command, ParameterInfo p)
    {
        var type = Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType;
        return type switch
        {
            _ when type == typeof(CallDefinition) => [Small.Call()],
            _ when type == typeof(IssueLink[]) => [null, new[] { new IssueLink("SEC", new string('0', 64)) }],
            _ when type.IsEnum => [.. Enum.GetValues(type).Cast<object>()],
            _ when type == typeof(bool) => [true, false],
            _ when type == typeof(int) => p.Name switch { "Round" => [1, 2], "Mark" => [0, 3, 5, 4], "Minutes" => [5, 10], "Place" => [0, 1, 2], _ => [1, 2, 3] },
            _ when type == typeof(DateTimeOffset) => [Demo.At(12, 0), Demo.At(14, 0)],
            _ when type == typeof(string[]) => command == typeof(BreakTie) ? [new[] { "D1", "D3" }, new[] { "D3", "D4" }] : [Array.Empty<string>(), new[] { "M4" }, new[] { "M3", "M4" }],
            _ => [.. Texts(command, p.Name!)],
        };
    }

    private static string?[] Texts(Type command, string name) => name switch
    {
        "Seat" when command == typeof(ReplacePresenter) => ["P1", "P2", "P3"],
        "Seat" => ["M1", "M3", "M4", "P1", "SEC", "M2", "P2"],
        "With" when command == typeof(ProposeSwap) => ["U2", "U3"],
        "With" => ["SEC", "M1", "P1", "P2"],
        "University" => ["U1", "U2", "U3"],
        "Target" => ["U1", "D1", "U2", "D3", ""],
        "Dossier" => ["D1", "D2", "D3", "D4"],
        "Criterion" => ["A1", "C1"],
        "Device" => ["00000000", "11111111"],
        "Sha256" or "Session" => [new string('0', 64), new string('1', 64)],
        "NewSeat" => ["P9", "P8"],
        "Ready" => ["Patientez", null],
        "Email" => ["a@example.org"],
        "MessageId" => ["<1@demo>"],
        _ => ["Un motif assez long pour tous."],
    };

    private static object?[] Rubbish(Type type)
    {
        var inner = Nullable.GetUnderlyingType(type) ?? type;
        return inner switch
        {
            _ when inner == typeof(string) => [null, "", " ", "\0", "☃", new string('x', 5000), "../../etc", "seat:M1|c1"],
            _ when inner == typeof(string[]) => [null, new string?[] { null }, Enumerable.Repeat("D1", 100).ToArray()],
            _ when inner == typeof(int) => [int.MinValue, int.MaxValue, -1, 0, 6],
            _ when inner == typeof(DateTimeOffset) => [DateTimeOffset.MinValue, DateTimeOffset.MaxValue],
            _ when inner.IsEnum => [Enum.ToObject(inner, 99), Enum.ToObject(inner, -1)],
            _ when inner == typeof(IssueLink[]) => [new IssueLink[] { null! }, new[] { new IssueLink(null!, "") }, new[] { new IssueLink("SEC", new string('G', 64)) }],
            _ when inner == typeof(CallDefinition) => [null, Small.Call() with { Grid = null! }, Small.Call() with { Seats = [null!] }],
            _ => [],
        };
    }
}
