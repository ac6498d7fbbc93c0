using System.Globalization;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;

namespace AumgJury.Web.Pages;

/// <summary>The demo sitting at an hour of its day, brought there by its own script; then anybody may act in it.</summary>
public static class DemoRehearsal
{
    /// <param name="script">The demo's script.</param>
    /// <param name="hour">Such as <c>11:46:00</c>: acts of that very second are done, and what falls due until then.</param>
    /// <exception cref="FormatException">That is no hour.</exception>
    public static async Task<RehearsedCall> At(ReplayScript script, string hour)
    {
        var call = script.Definition;
        var instant = new DateTimeOffset(call.SittingDate.ToDateTime(TimeOnly.ParseExact(hour, "HH:mm:ss", CultureInfo.InvariantCulture)), call.DemoStart!.Value.Offset);
        var played = await RehearsedStage.Play(script, script.Acts.OfType<ReplayAct.Press>().TakeWhile(p => p.At <= instant));
        played.Pass(instant - played.Now);
        return played;
    }

    /// <summary>The script of a seed folder.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read.</exception>
    public static ReplayScript Script(string folder) =>
        ReplayScript.Read(folder) is SeedRead<ReplayScript>.Accepted { Value: var script } ? script : throw new InvalidOperationException($"No script in {folder}.");
}
