using System.Globalization;
using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;

namespace AumgJury.EndToEnd.Looks;

/// <summary>
/// A house in the middle of the demo sitting: the script was played into its folder at once, then the house opened it, and everybody
/// who had come is still there, reading by no browser. It came about by commands, like any sitting.
/// </summary>
internal sealed class MomentHouse : IDisposable
{
    /// <summary>The script's minutes pass in seconds, the machine's own seconds do not.</summary>
    private const double Speed = 600;

    /// <summary>Longer than a chair may be lost before the sitting is suspended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(61);

    private static readonly ReplayScript Script = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(Serving.SeedFolder)).Value;
    private readonly string _folder;
    private readonly LiveStage _stage;

    private MomentHouse(string folder)
    {
        _folder = folder;
        Host = new AppHost(new Dictionary<string, string>(StringComparer.Ordinal), folder);
        _stage = new LiveStage(Host.DemoServed(), Speed);
    }

    public AppHost Host { get; }

    public static async Task<MomentHouse> OpenAsync(SittingMoment moment)
    {
        var folder = Directory.CreateTempSubdirectory("aumg-look-").FullName;
        var past = Before(moment.Played);
        await using (var fast = (await FastStage.Open(new LinuxDisk(), new CallFiles(folder, Script.Definition.Id), Serving.SeedFolder, Script.Definition, Script.Definition.DemoStart!.Value))!)
        {
            Assert.Null(await new ScriptPlayer(Script with { Acts = past }, fast).Play());
            if (moment.Lost is { } lost)
            {
                // Refused when the script tells it already; a minute later the machine has done what it owes.
                await fast.Send(Actor.Presence, "lost", new LoseSeat(lost));
                await fast.Until(At(moment.Played) + Patience);
            }
        }

        var house = new MomentHouse(folder);
        foreach (var seat in past.OfType<ReplayAct.Press>().Select(p => p.By.SeatId).OfType<string>().Distinct(StringComparer.Ordinal).Where(s => s != moment.Lost))
        {
            await house._stage.Send(Actor.Presence, $"replay-arrival-{seat}", new RegainSeat(seat));
        }

        return house;
    }

    /// <summary>Goes on to the moment itself, with those who have entered meanwhile.</summary>
    public async Task GoOnAsync(SittingMoment moment)
    {
        if (moment.Live is { } until)
        {
            var future = Before(until).Except(Before(moment.Played)).ToArray();
            Assert.Null(await new ScriptPlayer(Script with { Acts = future }, _stage).Play());
        }

        foreach (var (seat, command) in moment.Acts)
        {
            var sent = await _stage.Send(Actor.Seat(seat), Guid.NewGuid().ToString("N"), command);
            Assert.Null(sent.Refusal);
        }

        await _stage.Settled();
    }

    public void Dispose()
    {
        _stage.Dispose();
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

    private static ReplayAct[] Before(string hour)
    {
        var end = At(hour);
        return [.. Script.Acts.TakeWhile(a => a.At < end)];
    }

    private static DateTimeOffset At(string hour)
    {
        var start = Script.Definition.DemoStart!.Value;
        return start - start.TimeOfDay + TimeSpan.Parse(hour, CultureInfo.InvariantCulture);
    }
}
