using System.Globalization;
using System.Text.Json;
using AumgJury.Core.Sittings;

namespace AumgJury.EndToEnd.Conference;

/// <summary>
/// One removal of somebody who keeps every connection: packets came before, it was ordered and proven, and for five seconds after the proof
/// whatever still comes is counted. The window runs while the sitting goes on.
/// </summary>
internal sealed class Removed
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(5);
    private readonly MediaClient _person;

    private Removed(MediaClient person, double before, double act, Arrival start)
    {
        _person = person;
        Before = before;
        Act = act;
        Start = start;
        After = Watched();
    }

    /// <summary>Packets that had come when the act was given.</summary>
    public double Before { get; }

    private double Act { get; }

    private Arrival Start { get; }

    /// <summary>Packets that came in the five seconds after the proof, once they are over.</summary>
    public Task<double> After { get; }

    /// <summary>Milliseconds from the chair's act to the last packet that came; below zero when none came after the act. Known after the window.</summary>
    public double LastAfter { get; private set; }

    /// <param name="flows">Gives the packets of before; it waits until they come.</param>
    /// <param name="act">The chair's act.</param>
    /// <param name="proof">Waits until the server says that it is proven.</param>
    public static async Task<Removed> From(MediaClient person, Func<Task<Counted>> flows, Func<Task> act, Func<Task> proof)
    {
        person.Hostile = true;
        var before = (await flows()).Received;
        var ordered = (DateTimeOffset.UtcNow - DateTimeOffset.UnixEpoch).TotalMilliseconds;
        await act();
        await proof();

        await person.Settled();
        return new Removed(person, before, ordered, await Read(person, "mark"));
    }

    /// <summary>Waits for every window, and asserts that nothing came in any.</summary>
    /// <returns>What a reader is told: how many, and the times from the act to the last packet.</returns>
    public static async Task<string> Nothing(string what, IReadOnlyCollection<Removed> all)
    {
        foreach (var one in all)
        {
            Assert.True(one.Before > 20, $"{what}: nothing came before the removal.");
            Assert.Equal(0, await one.After);
        }

        var times = all.Select(r => r.LastAfter).Order().ToArray();
        return string.Create(CultureInfo.InvariantCulture, $"{what}: {times.Length} removals, 0 packets in the 5 s after each proof; from the act to the last packet: median {At(times, 0.5):0} ms, p99 {At(times, 0.99):0} ms, most {times[^1]:0} ms.");
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Ceiling(sorted.Length * share) - 1];

    private static async Task<Arrival> Read(MediaClient person, string which) =>
        (await person.Page!.EvaluateAsync<JsonElement>($"() => peer.{which}()")).Deserialize<Arrival>(JsonSerializerOptions.Web)!;

    private async Task<double> Watched()
    {
        await Task.Delay(Window);
        var end = await Read(_person, "marked");
        LastAfter = end.Last - Act;
        await _person.Page!.EvaluateAsync("() => peer.drop()");
        return end.Audio + end.Video - Start.Audio - Start.Video;
    }

    private sealed record Arrival(double Audio, double Video, double Last);
}
