using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Web.Conference;

namespace AumgJury.EndToEnd.Conference;

/// <summary>Moved out, counted: over UDP, with a screen being shown, through the relay, and by recusal. Not one packet after the proof.</summary>
public sealed class RemovalSeriesTests(MediaBrowser browser, ITestOutputHelper output) : IClassFixture<MediaBrowser>
{
    [Fact]
    public async Task Twenty_presenters_over_udp_five_before_a_screen_and_five_behind_the_relay_receive_nothing_after_the_proof()
    {
        using var turn = await TurnServer.StartAsync();
        var series = await Task.WhenAll(
            PresenterAsync(10, []),
            PresenterAsync(10, []),
            SharedAsync(5),
            PresenterAsync(5, [("Turn:Urls:0", turn.Udp), ("Turn:Urls:1", turn.Tls), ("Turn:Secret", TurnServer.Secret)]));

        await Say("Presenter over UDP", [.. series[0], .. series[1]], 20);
        await Say("Presenter who was shown a screen", series[2], 5);
        await Say("Presenter through TURN alone", series[3], 5);
    }

    [Fact]
    public async Task Five_recused_members_receive_nothing_of_the_hearing_they_may_not_hear()
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser, whole: true);
        await sitting.WithMediaAsync("M1");
        await sitting.BringInAsync();
        await sitting.Do("M1", new StartPresentation("D01"));
        var removals = new List<Removed>();
        MediaClient? returning = null;
        foreach (var seat in new[] { "M5", "M6", "M7", "M8" })
        {
            var member = await sitting.WithMediaAsync(seat, "M1");
            returning ??= member;
            removals.Add(await RecusedAsync(sitting, member, seat, "D01"));
        }

        // The other dossier gives the places back; one member is recused on that one too.
        var rooms = returning!.Frames.OfType<RoomFrame>().Count();
        await sitting.Do("M1", new StartPresentation("D02"));
        await returning.Until<RoomFrame>(_ => returning.Frames.OfType<RoomFrame>().Count() > rooms);
        removals.Add(await RecusedAsync(sitting, returning, "M5", "D02"));
        await Say("Recused members", removals, 5);
    }

    private static async Task<Removed> RecusedAsync(MediaSitting sitting, MediaClient member, string seat, string dossier)
    {
        var outs = member.Frames.OfType<OutFrame>().Count();
        return await Removed.From(
            member,
            () => member.Grows((was, now) => now.Audio > was.Audio + 30 && now.Video > was.Video + 10, "the chair's sound and picture"),
            () => sitting.Do("M1", new RuleRecusal(seat, RecusalScope.Dossier, dossier, true, "Lien déclaré.")),
            () => member.Until<OutFrame>(_ => member.Frames.OfType<OutFrame>().Count() > outs));
    }

    private Task<List<Removed>> PresenterAsync(int times, (string Key, string Value)[] settings) => SeriesAsync(times, settings, "M1", (_, presenter) =>
        presenter.Grows((was, now) => now.Audio > was.Audio + 30 && now.Video > was.Video + 10, "the chair's sound and picture"));

    private Task<List<Removed>> SharedAsync(int times) => SeriesAsync(times, [], "M4", async (member, presenter) =>
    {
        if (!member.Frames.OfType<PeopleFrame>().Any(f => f.People.Any(p => p is { Seat: "M4", Screen: true })))
        {
            Assert.Null((await member.Share()).Refusal);
        }

        await presenter.Show(new Tile("M4", MediaSource.Screen, 720));
        await presenter.Until<OfferFrame>(f => f.Epoch == presenter.Room!.Epoch && f.Streams.Any(s => s is { Seat: "M4", Source: MediaSource.Screen }));
        return await presenter.Grows((was, now) => now.Audio > was.Audio + 30 && now.Frames > was.Frames + 5, "the member's screen");
    });

    /// <summary>One presenter, moved out and called back again and again: the five seconds that announce an entry are the window of the removal before.</summary>
    /// <param name="from">The one juror whose sound and picture come.</param>
    /// <param name="flows">Waits until everything comes that is to come.</param>
    private async Task<List<Removed>> SeriesAsync(int times, (string Key, string Value)[] settings, string from, Func<MediaClient, MediaClient, Task<Counted>> flows)
    {
        await using var sitting = await MediaSitting.AtTheHearingsAsync(browser, settings);
        var juror = await sitting.WithMediaAsync(from);
        await sitting.BringInAsync();
        var presenter = settings.Length > 0 ? await sitting.BehindRelayAsync("P1", from) : await sitting.WithMediaAsync("P1", from);
        await presenter.Until<RoomFrame>();
        await sitting.PresentAsync("D01", "D02");
        var removals = new List<Removed>();
        while (true)
        {
            var epoch = presenter.Room!.Epoch;
            removals.Add(await Removed.From(
                presenter,
                () => flows(juror, presenter),
                () => sitting.Do("M1", new OrderExit("U1")),
                () => sitting.UntilAsync(v => v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media })));
            if (removals.Count == times)
            {
                break;
            }

            await sitting.Do("M1", new LiftAllMutes());
            await sitting.Do("M1", new Recall("U1", "Une précision."));
            await sitting.Do("P1", new EnterRoom("U1"));
            await removals[^1].After;
            await presenter.Until<RoomFrame>(f => f.Epoch != epoch);
            if (settings.Length > 0)
            {
                await presenter.Grows((was, now) => now.Sent > was.Sent + 10, "the presenter's own packets");
                Assert.StartsWith("relay", (await presenter.Stats()).Pair, StringComparison.Ordinal);
            }
        }

        await Task.WhenAll(removals.Select(r => r.After));
        return removals;
    }

    private async Task Say(string what, IReadOnlyCollection<Removed> removals, int expected)
    {
        Assert.Equal(expected, removals.Count);
        var said = await Removed.Nothing(what, removals);
        output.WriteLine(said);
    }
}
