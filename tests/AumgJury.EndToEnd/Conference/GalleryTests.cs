using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Conference;

/// <summary>The room with pictures, as its page makes it of what the server says.</summary>
public sealed class GalleryTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Screen[] Screens = [new(1440, 900), Screen.Laptop, new(390, 844), new(1440, 900, Dark: true), new(1280, 600, Dark: true), new(390, 844, Dark: true)];
    private static readonly Screen[] TwoExtremes = [Screen.Laptop, new(390, 844, Dark: true)];

    [Fact]
    public async Task A_member_sees_and_hears_the_others_and_is_seen_by_them()
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act("conclude"), "M4");
        await using var member = await browser.EnterConferenceAsync(played.Host, "M4");
        await member.PicturesAsync(6);

        // Their own: seen at once, silent until they open the microphone.
        await member.UntilAsync("(await s.received()).video > 20");
        await Expect(member.Page.Locator("[data-media=microphone]")).ToHaveAttributeAsync("aria-pressed", "false");
        await member.Page.Locator("[data-media=microphone]").SaysAsync("Micro coupé");
        await member.Page.Locator("[data-media=microphone]").ClickAsync();
        await Expect(member.Page.Locator("[data-media=microphone]")).ToHaveAttributeAsync("aria-pressed", "true");
        await member.UntilAsync("f.signals.some(x => x.type === 'sending' && x.microphone && x.camera)");
        await member.UntilAsync("document.querySelectorAll('audio[data-voice]').length >= 6 && [...document.querySelectorAll('audio[data-voice]')].every(a => !a.paused)");

        // The server is told what is visible and how tall, and how the link is.
        await member.UntilAsync("f.signals.filter(x => x.type === 'show').at(-1).tiles.every(t => t.height > 0 && t.source === 'camera')");
        await member.UntilAsync("f.signals.some(x => x.type === 'stats' && x.kbpsUp > 0 && x.kbpsDown > 0)");
        Assert.Empty(member.Visitor.Complaints);
    }

    [Fact]
    public async Task Nothing_moves_when_somebody_speaks()
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act("conclude"), "M4");
        await using var member = await browser.EnterConferenceAsync(played.Host, "M4");
        await member.PicturesAsync(6);
        const string places = "[...document.querySelectorAll('[data-tile], [data-large], .stage, .dossier, .bottom button')].map(e => { const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height]; })";
        await member.QuietAsync();
        var before = await member.SteadyAsync(places);
        var frames = member.Frames;

        await member.ServerAsync("s.frame({ type: 'talking', seat: 'M3', on: true })");
        await Expect(member.Page.Locator("[data-tile=M3][data-talking]")).ToHaveCountAsync(1);
        await member.ServerAsync("s.tell('M3', { quality: 'poor' })");
        await Expect(member.Page.Locator("[data-tile=M3][data-quality=poor]")).ToHaveCountAsync(1);

        Assert.Equal(before, await member.Page.EvaluateAsync<string>($"() => JSON.stringify({places})"));
        Assert.Equal(frames, member.Frames); // and nothing of it went over the circuit
    }

    [Fact]
    public async Task Moved_out_everything_is_closed_at_once()
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act("conclude"), "M4");
        await using var member = await browser.EnterConferenceAsync(played.Host, "M4");
        await member.PicturesAsync(6);
        await member.ServerAsync("s.frame({ type: 'out' })");

        await member.UntilAsync("document.querySelectorAll('video, audio').length === 0");
        var packets = await member.SteadyAsync("(await s.received()).video");
        await member.Page.WaitForTimeoutAsync(1500);
        Assert.Equal(packets, await member.Page.EvaluateAsync<string>("async () => JSON.stringify((await fakeConference.server.received()).video)"));
        await Expect(member.Page.Locator("[data-media=microphone]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_shared_screen_is_large_in_every_layout_and_gone_when_it_ends()
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act("conclude"), "M4");
        await using var member = await browser.EnterConferenceAsync(played.Host, "M4", new Screen(1440, 900));
        await member.PicturesAsync(6);
        await member.ServerAsync("s.share('P1')");
        await member.UntilAsync("document.querySelector('[data-large][data-source=screen] video')?.videoWidth > 0");
        await member.UntilAsync("f.signals.some(x => x.type === 'show' && x.tiles.some(t => t.seat === 'P1' && t.source === 'screen'))");

        await member.ServerAsync("s.tell('P1', { screen: false })");
        await Expect(member.Page.Locator("[data-large][data-source=screen]")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("conclude", "M4", "audition-membre")]
    [InlineData("conclude", "M1", "audition-presidence")]
    [InlineData("conclude", "P1", "audition-universite")]
    [InlineData("submit-grid", "M4", "huis-clos-membre")]
    public async Task The_room_with_pictures_shows_no_fault(string act, string seat, string name)
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act(act), seat);
        await using var person = await browser.EnterConferenceAsync(played.Host, seat, Screens[0], before: "globalThis.fakeConference = { opened: 0, signals: [], without: ['M5'], me: { microphone: 'allowed', camera: 'allowed', share: 'allowed' } };");
        await person.PicturesAsync(3);
        await person.ServerAsync("s.frame({ type: 'talking', seat: 'M1', on: true })");
        var faults = new List<string>();
        foreach (var screen in Pictures.Wanted ? Screens : TwoExtremes)
        {
            await person.Visitor.SitAtAsync(screen);
            await person.Page.WaitForTimeoutAsync(600);
            await Pictures.TakeAsync(person.Visitor, $"images-{name}-{screen}");
            faults.AddRange((await person.Visitor.AxeAsync()).Select(found => $"{screen}: {found}"));
            if (await person.Visitor.OverflowAsync() is > 0 and var pixels)
            {
                faults.Add($"{screen}: the page is {pixels} px too wide");
            }
        }

        faults.AddRange(person.Visitor.Complaints);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
