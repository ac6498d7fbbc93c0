using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Tests.Seeds;

/// <summary>The demo sitting as it stands at an hour of its script; what a page shows then is what it would really show.</summary>
internal static class DemoMoments
{
    private static readonly CallDefinition Call = ((SeedRead<CallDefinition>.Accepted)SeedFolder.Read(SeedCopy.Original)).Value;

    private static readonly DemoMarks Marks = ((SeedRead<DemoMarks>.Accepted)DemoMarks.Read(SeedCopy.Original, Call)).Value;

    private static readonly JsonElement[] Acts = Read();

    /// <summary>After every act of the script up to and including <paramref name="hour"/>, such as <c>11:40:00</c>.</summary>
    public static CallState At(string hour) => Play(act => string.CompareOrdinal(act.GetProperty("at").GetString(), hour) <= 0);

    /// <summary>Everything is decided, and the secretary has not released the notifications.</summary>
    public static CallState Decided() => Play(act => act.GetProperty("act").GetString() != "release-notifications");

    /// <summary>The whole script.</summary>
    public static CallState Ended() => Play(_ => true);

    /// <summary>The whole script, seen after every accepted act with the line that it left.</summary>
    public static void All(Action<CallState, ReadOnlyMemory<byte>> seen)
    {
        DemoPlay? play = null;
        play = new DemoPlay(Call, Marks) { Accepted = line => seen(play!.State, line) };
        play.Run(Acts, (_, _) => { });
    }

    private static CallState Play(Func<JsonElement, bool> which)
    {
        var play = new DemoPlay(Call, Marks);
        play.Run(Acts.Where(which), (_, _) => { });
        Assert.Equal("", string.Join("\n", play.Refusals));
        return play.State;
    }

    private static JsonElement[] Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(SeedCopy.Original, "script.json")));
        return [.. json.RootElement.Clone().EnumerateArray()];
    }
}
