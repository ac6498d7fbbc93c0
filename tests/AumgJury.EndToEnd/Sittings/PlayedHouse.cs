using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Hosting;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>
/// A house opened on a sitting that the demo's script has brought to a moment: its journal was written by the fast stage, command
/// by command, in a second or two; then the application starts on that folder as after any stop, and the jury comes back.
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
    /// <param name="inPerson">Jurors who will come by browser; the others sit and read until this is disposed.</param>
    public static async Task<PlayedHouse> OpenAsync(Func<ReplayAct, bool> isNext, params string[] inPerson)
    {
        var whole = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(Serving.SeedFolder)).Value;
        var folder = Directory.CreateTempSubdirectory("aumg-e2e-").FullName;
        await PlayAsync(whole with { Acts = [.. whole.Acts.TakeWhile(a => !isNext(a))] }, folder);
        var house = new PlayedHouse(folder, new AppHost(new Dictionary<string, string>(StringComparer.Ordinal), folder));
        foreach (var juror in whole.Definition.Seats.Where(s => s.Role is Role.Chair or Role.Member && !inPerson.Contains(s.Id, StringComparer.Ordinal)))
        {
            await house._bench.Send(Actor.Presence, $"back-{juror.Id}", new RegainSeat(juror.Id));
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

    private static async Task PlayAsync(ReplayScript script, string folder)
    {
        var start = script.Definition.DemoStart ?? script.Acts[0].At;
        await using var stage = await FastStage.Open(new LinuxDisk(), new CallFiles(folder, script.Definition.Id), Serving.SeedFolder, script.Definition, start);
        Assert.NotNull(stage);
        Assert.Null(await new ScriptPlayer(script, stage).Play());
    }
}
