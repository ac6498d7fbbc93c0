using System.Diagnostics;
using AumgJury.Bench.Pages;
using AumgJury.Bench.Report;

namespace AumgJury.Bench.Cameras;

/// <summary>From a personal link to the first voice, in Chromium, with the pauses of a person who reads what is asked.</summary>
internal sealed class HeardVoice(BenchOptions options)
{
    private const string Hearing = """
        globalThis.connections = [];
        const Real = globalThis.RTCPeerConnection;
        globalThis.RTCPeerConnection = class extends Real { constructor(...a) { super(...a); globalThis.connections.push(this); } };
        globalThis.heard = async () => {
          for (const pc of globalThis.connections)
            for (const entry of (await pc.getStats()).values())
              if (entry.type === 'inbound-rtp' && entry.kind === 'audio' && entry.packetsReceived > 10) return true;
          return false;
        };
        """;

    /// <summary>One's name, and that one is alone.</summary>
    private static readonly TimeSpan Reads = TimeSpan.FromSeconds(10);
    private static readonly string[] Newcomers = ["M4", "M5", "M6"];

    public async Task MeasureAsync(Table table)
    {
        await using var peers = Peers.Start(options.Peers);
        await using var room = await CameraRoom.OpenAsync(options, peers, 4);
        await using var chromium = await Chromium.StartAsync(devices: true);
        var times = new List<double>();
        foreach (var seat in options.Quick ? Newcomers[..1] : Newcomers)
        {
            await using var person = await chromium.PersonAsync();
            var page = await person.NewPageAsync();
            await page.AddInitScriptAsync(Hearing);
            page.SetDefaultTimeout(60_000);
            var watch = Stopwatch.StartNew();
            await page.GotoAsync(new Uri(room.Address, "/entrer") + "#" + room.SecretOf(seat));
            var enter = page.Locator("form button[data-free]");
            await enter.WaitForAsync();
            await Task.Delay(Reads);
            await enter.ClickAsync();
            await page.WaitForFunctionAsync("() => heard()", null, new() { PollingInterval = 50 });
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        table.Add("from a personal link to a heard voice", $"median {times.Median().Ms()}, most {times.Quantile(1).Ms()}; {Reads.TotalMilliseconds.Ms()} of it the person reads", goal: "< 20 s with a person's pauses", met: times.Quantile(1) < 20_000);
    }
}
