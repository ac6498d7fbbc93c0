using System.Diagnostics;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using AumgJury.Web.Conference;
using Microsoft.Extensions.DependencyInjection;
using Person = AumgJury.EndToEnd.Sittings.Person;

namespace AumgJury.EndToEnd.Conference;

/// <summary>The connection between a browser and the application is cut: who may comes back without a click, and nobody stays who may not.</summary>
public sealed class BrowserCutTests(Browser browser, ITestOutputHelper output) : IClassFixture<Browser>
{
    private const string Counting = PeerScript.Arrived + """
        globalThis.connections = [];
        const Real = globalThis.RTCPeerConnection;
        globalThis.RTCPeerConnection = class extends Real { constructor(...a) { super(...a); globalThis.connections.push(this); } };
        globalThis.open = () => connections.filter(pc => pc.connectionState !== 'closed');
        globalThis.pressed = 0;
        addEventListener('click', event => { if (event.isTrusted) globalThis.pressed++; }, true);
        """;

    [Fact]
    public async Task A_member_receives_again_without_a_click_and_a_presenter_moved_out_during_the_cut_stays_out()
    {
        using var house = new AppHost(new Dictionary<string, string>(StringComparer.Ordinal) { ["Janus:Mode"] = "Own" }, dataFolder: null);
        using var prelude = await Prelude.PlayAsync(house, Prelude.Act("conclude"));
        using var toMember = new CutProxy(house.Address.Port);
        using var toPresenter = new CutProxy(house.Address.Port);
        var live = house.DemoServed().Live;
        await using var chair = await EnterAsync(house, "M1", null);
        await using var member = await EnterAsync(house, "M4", toMember);
        await using var presenter = await EnterAsync(house, "P1", toPresenter);
        await ReceivesAsync(member);
        await ReceivesAsync(presenter);

        // The member's network goes for a moment, and comes back by itself.
        var sent = await member.Page.EvaluateAsync<int>("() => pressed");
        await member.Page.EvaluateAsync("() => { globalThis.before = connections.length; }");
        var watch = Stopwatch.StartNew();
        toMember.Cut();
        await member.UntilAsync("(await arrived(connections.slice(before))).video > 5 && (await arrived(connections.slice(before))).audio > 5");
        output.WriteLine($"A member's connection cut: sound and picture of the others again after {watch.ElapsedMilliseconds} ms, without a click.");
        await member.PicturesAsync(1);

        // Their own picture comes back after its five seconds' notice.
        await member.UntilAsync("open().length === 2");
        Assert.Equal(sent, await member.Page.EvaluateAsync<int>("() => pressed"));

        // The presenter's goes while the chair moves them out: the proof does not wait for their page.
        toPresenter.Closed = true;
        watch.Restart();
        toPresenter.Cut();
        Assert.Null((await live.Send(Actor.Seat("M1"), new OrderExit("U1"))).Refusal);
        for (var i = 0; live.Kept.View("M1") is not ChairView { Sitting.Room: { Sign: RoomSign.ClosedVerified, Means: ProofMeans.Media } }; i++)
        {
            Assert.True(i < 800, "The room was never proven closed.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        output.WriteLine($"A presenter moved out while cut off: proven after {watch.ElapsedMilliseconds} ms.");

        // Janus holds the chair, the member and the one that conducts the room.
        Assert.Equal(3, (await house.Services.GetRequiredService<JanusEngine>().Sessions()).Length);
        await presenter.UntilAsync("open().length === 0");
        await presenter.Page.EvaluateAsync("() => { globalThis.before = connections.length; }");
        toPresenter.Closed = false;
        await presenter.TitleAsync("Audition terminée");
        Assert.Equal(0, await presenter.Page.EvaluateAsync<int>("() => connections.length - before"));
        Assert.Equal(3, (await house.Services.GetRequiredService<JanusEngine>().Sessions()).Length);
    }

    private static Task ReceivesAsync(Person person) => person.UntilAsync("(await arrived(connections)).video > 20 && (await arrived(connections)).audio > 10");

    private async Task<Person> EnterAsync(AppHost house, string seat, CutProxy? through) => await Person.EnterAsync(
        browser,
        house,
        house.SecretOf(seat),
        prepare: visitor => visitor.Page.AddInitScriptAsync(Counting),
        address: through is null ? null : new Uri($"http://127.0.0.1:{through.Port}"));
}
