using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>
/// The demo's script played on a live house up to a moment, its people staying there until this is disposed: so a test begins
/// in the middle of a sitting that came about by commands, not by a state written by hand.
/// </summary>
internal sealed class Prelude : IDisposable
{
    /// <summary>The script's hours pass quickly; the machine's own seconds (5 s before the room opens) do not.</summary>
    private const double Speed = 2000;

    private readonly LiveStage _stage;

    private Prelude(LiveStage stage, ReplayScript script)
    {
        _stage = stage;
        Script = script;
    }

    public ReplayScript Script { get; }

    /// <summary>Plays everything before the first act that answers the question.</summary>
    public static async Task<Prelude> PlayAsync(AppHost house, Func<ReplayAct, bool> isNext)
    {
        var whole = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(Serving.SeedFolder)).Value;
        var stage = new LiveStage(house.DemoServed(), Speed);
        var fault = await new ScriptPlayer(whole with { Acts = [.. whole.Acts.TakeWhile(a => !isNext(a))] }, stage).Play();
        Assert.Null(fault);
        return new Prelude(stage, whole);
    }

    /// <summary>An act of the script by its name, such as <c>reveal</c>.</summary>
    public static Func<ReplayAct, bool> Act(string name) => act => act is ReplayAct.Press press && press.Name == name;

    public void Dispose() => _stage.Dispose();
}

internal static class DemoHouse
{
    public static ServedCall DemoServed(this AppHost house) => house.Services.GetRequiredService<Calls>().Find(DemoCall.CallId)!;
}
