using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Conference;

/// <summary>Three people in real pages with a real Janus between them: they see and hear each other, and only while they may.</summary>
public sealed class RoomWithJanusTests(Browser browser) : IClassFixture<Browser>
{
    /// <summary>Keeps every connection of the page, to count what really comes.</summary>
    private const string Counting = PeerScript.Arrived + """
        globalThis.connections = [];
        const Real = globalThis.RTCPeerConnection;
        globalThis.RTCPeerConnection = class extends Real { constructor(...a) { super(...a); globalThis.connections.push(this); } };
        globalThis.came = () => arrived(connections);
        globalThis.sources = async () => (await Promise.all(connections.map(cameTo))).flat().filter(line => line.kind === 'video' && line.frames > 0).length;

        """;

    private static AppHost House() => new(new Dictionary<string, string>(StringComparer.Ordinal) { ["Janus:Mode"] = "Own" }, dataFolder: null);

    private Task<Person> EnterAsync(AppHost house, string seat, string? before = null) =>
        Person.EnterAsync(browser, house, house.SecretOf(seat), Screen.Laptop, visitor => visitor.Page.AddInitScriptAsync(Counting + before));

    [Fact]
    public async Task A_hearing_is_seen_and_heard_muted_shared_and_closed()
    {
        using var house = House();
        using var prelude = await Prelude.PlayAsync(house, Prelude.Act("conclude"));
        await using var chair = await EnterAsync(house, "M1");
        await using var member = await EnterAsync(house, "M4", "navigator.mediaDevices.getDisplayMedia = async () => { const c = document.createElement('canvas'); c.width = 640; c.height = 360; const p = c.getContext('2d'); let i = 0; setInterval(() => { p.fillStyle = i++ % 2 ? '#fff' : '#1b3f8b'; p.fillRect(0, 0, 640, 360); }, 100); return c.captureStream(10); };");
        await using var presenter = await EnterAsync(house, "P1");

        // Each sees the two others; the presenter's voice comes.
        foreach (var person in new[] { chair, member, presenter })
        {
            await person.UntilAsync("await sources() >= 2");
            await person.PicturesAsync(2);
        }

        await member.UntilAsync("document.querySelector('audio[data-voice=P1]') && (await came()).audio > 50");
        await Expect(member.Page.Locator("[data-large][data-seat=P1][data-pictured]")).ToHaveCountAsync(1);
        await Expect(member.Page.Locator("[data-large-initials]")).ToHaveCSSAsync("display", "none");
        await Expect(member.Page.Locator("[data-tile=P1]")).ToHaveAttributeAsync("data-mic", "on");

        // The chair mutes the member, and it holds.
        await member.Page.Locator("[data-media=microphone]").ClickAsync();
        await Expect(chair.Page.Locator("[data-tile=M4]")).ToHaveAttributeAsync("data-mic", "on");
        await chair.Page.Locator("summary", new() { HasText = "Personne par personne" }).ClickAsync();
        await chair.Page.Locator("[data-mute=M4]").ClickAsync();
        await member.Page.Locator("[data-media=microphone]").SaysAsync("Micro coupé par la présidence");
        await member.Page.PressF2Async();
        await Expect(chair.Page.Locator("[data-tile=M4]")).ToHaveAttributeAsync("data-mic", "off");
        await chair.Page.Locator("[data-lift=M4]").ClickAsync();
        await member.Page.Locator("[data-media=microphone]").SaysAsync("Micro coupé");

        // A screen is large for the others until the chair stops it.
        await member.Page.Locator("[data-media=share]").ClickAsync();
        await chair.UntilAsync("document.querySelector('[data-large][data-source=screen] video')?.videoWidth > 0");
        await chair.Page.Locator("[data-stop-share=M4]").ClickAsync();
        await Expect(member.Page.Locator("[data-media=share]")).ToBeHiddenAsync();
        await Expect(chair.Page.Locator("[data-large][data-source=screen]")).ToHaveCountAsync(0);

        // Moved out: one press, and nothing more comes. The page has closed everything, and opens nothing.
        await chair.PressUntilAsync("Faire sortir");
        await chair.PressOnceAsync("Faire sortir");
        await presenter.TitleAsync("Audition terminée");
        await chair.TitleAsync("Huis clos vérifié");
        await presenter.UntilAsync("document.querySelectorAll('video, audio').length === 0 && connections.every(pc => pc.connectionState === 'closed')");
        var before = await presenter.Page.EvaluateAsync<string>("async () => JSON.stringify([connections.length, await came()])");
        var others = await member.Page.EvaluateAsync<int>("async () => (await came()).video");
        await presenter.Page.WaitForTimeoutAsync(3000);
        Assert.Equal(before, await presenter.Page.EvaluateAsync<string>("async () => JSON.stringify([connections.length, await came()])"));
        await member.UntilAsync($"(await came()).video > {others}");
        foreach (var person in new[] { chair, member, presenter })
        {
            Assert.Empty(person.Visitor.Complaints);
            Assert.Empty(await person.Visitor.AxeAsync());
        }
    }

    [Fact]
    public async Task Suspended_everything_of_one_s_own_stops_and_comes_back_muted_with_notice()
    {
        using var house = House();
        using var prelude = await Prelude.PlayAsync(house, Prelude.Act("conclude"));
        await using var member = await EnterAsync(house, "M4");
        await using var other = await EnterAsync(house, "M2");
        await member.PicturesAsync(1);
        await member.Page.Locator("[data-media=microphone]").ClickAsync();
        await member.Page.Locator("[data-media=microphone]").SaysAsync("Micro actif");
        var live = house.DemoServed().Live;
        Assert.Null((await live.Send(Actor.Seat("M1"), new Suspend(null, "pause"))).Refusal);

        await member.Page.Locator("[data-media=microphone]").SaysAsync("Micro fermé");
        await member.Page.Locator("[data-media=camera]").SaysAsync("Caméra fermée");
        await member.UntilAsync("document.querySelectorAll('[data-tile] video').length === 0");
        Assert.Null((await live.Send(Actor.Seat("M1"), new Resume())).Refusal);

        await member.ShowsAsync("Votre image revient, micro coupé");
        await member.PicturesAsync(1);
        await member.Page.Locator("[data-media=microphone]").SaysAsync("Micro coupé");
    }

    [Fact]
    public async Task The_check_sends_and_receives_through_a_real_room()
    {
        using var house = House();
        await house.JanusIsThereAsync();
        await using var presenter = await EnterAsync(house, "P1");
        await presenter.Page.Locator("[data-check-act=start]").First.ClickAsync();

        await Expect(presenter.Page.Locator("li[data-check=direct][data-state=works]")).ToHaveCountAsync(1);
        await Expect(presenter.Page.Locator("li[data-check=relay][data-state=absent]")).ToHaveCountAsync(1);
        await presenter.ShowsAsync("Tout fonctionne");
        Assert.Empty(presenter.Visitor.Complaints);
    }
}
