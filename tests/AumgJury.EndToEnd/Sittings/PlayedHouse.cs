using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Hosting;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>
/// A house opened on a sitting that the demo's script has brought to a moment: its journal was written by the fast stage, command
/// by command, in a second or two; then the application starts on that folder as after any stop, and those who had come come back.
/// </summary>
internal sealed class PlayedHouse : IDisposable
{
    private readonly string _folder;
    private readonly LiveStage _bench;

    private PlayedHouse(string folder, AppHost host)
    {
        _folder = folder;
        Host = host;
        _bench = new LiveStage(host.DemoServed(), speed: 1);
    }

    public AppHost Host { get; }

    /// <summary>Plays everything before the first act that answers the question, and opens the house there.</summary>
    /// <param name="inPerson">Those who will come by browser; the others who had acted sit and read until this is disposed.</param>
    public static async Task<PlayedHouse> OpenAsync(Func<ReplayAct, bool> isNext, params string[] inPerson)
    {
        var folder = Directory.CreateTempSubdirectory("aumg-e2e-").FullName;
        var past = await PlayAsync(isNext, folder);
        var house = new PlayedHouse(folder, new AppHost(new Dictionary<string, string>(StringComparer.Ordinal), folder));
        var came = past.OfType<ReplayAct.Press>().Select(p => p.By.SeatId).OfType<string>().Distinct(StringComparer.Ordinal);
        foreach (var seat in came.Except(inPerson, StringComparer.Ordinal))
        {
            await house._bench.Send(Actor.Presence, $"back-{seat}", new RegainSeat(seat));
        }

        return house;
    }

    public void Dispose()
    {
        _bench.Dispose();
        Host.Dispose();
        try
        {
            Directory.Delete(_folder, recursive: true);
        }
        catch (IOException)
        {
            // LiteDB may still be closing its file; a temporary folder left behind fails no test.
        }
    }

    /// <summary>Plays everything before the first act that answers the question into a folder, and gives what was played.</summary>
    public static async Task<IReadOnlyList<ReplayAct>> PlayAsync(Func<ReplayAct, bool> isNext, string folder)
    {
        var whole = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(Serving.SeedFolder)).Value;
        var script = whole with { Acts = [.. whole.Acts.TakeWhile(a => !isNext(a))] };
        var start = script.Definition.DemoStart ?? script.Acts[0].At;
        await using var stage = await FastStage.Open(new LinuxDisk(), new CallFiles(folder, script.Definition.Id), Serving.SeedFolder, script.Definition, start);
        Assert.NotNull(stage);
        Assert.Null(await new ScriptPlayer(script, stage).Play());
        return script.Acts;
    }
}
