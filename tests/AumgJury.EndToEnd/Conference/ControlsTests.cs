using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Conference;

/// <summary>What a person's own buttons and keys do, and what the page does by itself when something comes between.</summary>
public sealed class ControlsTests(Browser browser) : IClassFixture<Browser>, IAsyncLifetime
{
    private PlayedHouse _played = null!;

    public async ValueTask InitializeAsync() => _played = await PlayedHouse.OpenAsync(Prelude.Act("conclude"), "M4");

    public ValueTask DisposeAsync()
    {
        _played.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ILocator Microphone(Person person) => person.Page.Locator("[data-media=microphone]");

    private async Task<Person> EnterAsync(string? before = null, bool pictures = true)
    {
        var person = await browser.EnterConferenceAsync(_played.Host, "M4", new Screen(1440, 900), before);
        if (pictures)
        {
            await person.PicturesAsync(3);
            await person.UntilAsync("f.signals.some(x => x.type === 'sending')");
        }

        return person;
    }

    [Fact]
    public async Task The_chair_s_mute_shows_and_holds_whatever_is_pressed()
    {
        await using var member = await EnterAsync();
        await Microphone(member).ClickAsync();
        await Microphone(member).SaysAsync("Micro actif");
        await member.ServerAsync("s.rights({ microphone: 'muted' })");

        await Microphone(member).SaysAsync("Micro coupé par la présidence");
        await Expect(Microphone(member)).ToHaveAttributeAsync("aria-pressed", "false");
        await Microphone(member).ClickAsync();
        await member.Page.PressF2Async();
        await Microphone(member).SaysAsync("Micro coupé par la présidence");
        await Expect(member.Page.Locator("[data-media-live]")).ToContainTextAsync("Micro coupé par la présidence");
        await member.UntilAsync("f.signals.filter(x => x.type === 'sending').at(-1).microphone === false");

        // Lifted, it stays off until the person wants it.
        await member.ServerAsync("s.rights({ microphone: 'allowed' })");
        await Microphone(member).SaysAsync("Micro coupé");
    }

    [Fact]
    public async Task The_key_opens_and_closes_the_microphone_and_held_lets_one_talk()
    {
        await using var member = await EnterAsync();
        await member.Page.PressF2Async();
        await Microphone(member).SaysAsync("Micro actif");
        await member.Page.Locator("[data-media-live]").SaysAsync("Micro actif.");
        await member.Page.PressF2Async();
        await Microphone(member).SaysAsync("Micro coupé");

        await member.Page.Keyboard.DownAsync("F2");
        await Microphone(member).SaysAsync("Vous parlez");
        await Expect(Microphone(member)).ToHaveAttributeAsync("aria-pressed", "true");
        await member.Page.Keyboard.UpAsync("F2");
        await Microphone(member).SaysAsync("Micro coupé");
    }

    [Fact]
    public async Task Somebody_came_in_mutes_silences_and_hides_in_one_press_and_one_brings_it_back()
    {
        await using var member = await EnterAsync();
        await Microphone(member).ClickAsync();
        await member.Page.Locator("[data-media-act=curtain]").ClickAsync();

        await Expect(member.Page.Locator("dialog.curtain")).ToBeVisibleAsync();
        await member.UntilAsync("[...document.querySelectorAll('audio[data-voice]')].every(a => a.muted)");
        await member.UntilAsync("f.signals.filter(x => x.type === 'sending').at(-1).microphone === false");
        await member.UntilAsync("(r => r.width >= innerWidth && r.height >= innerHeight)(document.querySelector('dialog.curtain').getBoundingClientRect())");
        await member.Page.PressF2Async(); // no key opens the microphone behind it
        await Pictures.TakeAsync(member.Visitor, "images-ecran-masque");
        Assert.Empty(await member.Visitor.AxeAsync());
        await member.Page.Locator("[data-media-act=back]").ClickAsync();

        await Expect(member.Page.Locator("dialog.curtain")).ToBeHiddenAsync();
        await member.UntilAsync("[...document.querySelectorAll('audio[data-voice]')].every(a => !a.muted)");
        await Microphone(member).SaysAsync("Micro coupé");
        await Expect(member.Page.Locator("[data-media-live]")).ToContainTextAsync("micro reste coupé");
    }

    [Fact]
    public async Task A_screen_is_shared_one_s_own_grid_is_hidden_meanwhile_and_it_stops()
    {
        await using var member = await EnterAsync("navigator.mediaDevices.getDisplayMedia = async () => { const c = document.createElement('canvas'); c.getContext('2d'); return c.captureStream(5); };");
        await Expect(member.Page.Locator(".marking")).ToBeVisibleAsync();
        await member.Page.Locator("[data-media=share]").ClickAsync();

        await member.Page.Locator("[data-media=share]").SaysAsync("Arrêter le partage");
        await Expect(member.Page.Locator(".marking")).ToBeHiddenAsync();
        await member.ShowsAsync("Votre grille est masquée");
        await member.UntilAsync("f.signals.some(x => x.type === 'publish' && x.source === 'screen')");

        // The chair stops it.
        await member.ServerAsync("s.tell('M4', { screen: true })");
        await member.ServerAsync("s.rights({ share: 'no' })");
        await Expect(member.Page.Locator(".marking")).ToBeVisibleAsync();
        await Expect(member.Page.Locator("[data-media=share]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_camera_that_is_refused_is_said_and_the_others_are_seen_and_heard_all_the_same()
    {
        await using var member = await EnterAsync("navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));", pictures: false);
        await member.PicturesAsync(3);

        await Microphone(member).SaysAsync("Micro refusé");
        await member.Page.Locator("[data-media=camera]").SaysAsync("Caméra refusée");
        await member.ShowsAsync("Le navigateur refuse la caméra ou le micro");
        await member.UntilAsync("document.querySelectorAll('audio[data-voice]').length > 3");
        await Pictures.TakeAsync(member.Visitor, "images-camera-refusee");
        Assert.Empty(await member.Visitor.AxeAsync());
        Assert.Empty(member.Visitor.Complaints);
    }

    [Fact]
    public async Task After_a_cut_one_hears_again_without_a_click_and_is_shown_after_five_seconds_muted()
    {
        await using var member = await EnterAsync();
        await Microphone(member).ClickAsync();
        await Microphone(member).SaysAsync("Micro actif");
        await member.ServerAsync("(f.signals.length = 0, f.away = true, s.cut())");
        await member.ShowsAsync("Liaison coupée");
        await member.Page.WaitForTimeoutAsync(10_500); // whoever spoke was cut for too long to go on unseen
        await member.ServerAsync("(f.away = false)");
        await member.UntilAsync("f.opened === 2");
        await member.PicturesAsync(3);

        await member.ShowsAsync("Votre image revient, micro coupé");
        await Pictures.TakeAsync(member.Visitor, "images-retour");
        await member.UntilAsync("f.signals.some(x => x.type === 'publish' && x.source === 'camera')");
        Assert.True(await member.ServerAsync<bool>("f.signals.find(x => x.type === 'publish').at - f.openedAt > 4000"));
        await Microphone(member).SaysAsync("Micro coupé");
    }

    [Fact]
    public async Task Not_yet_keeps_the_picture_back_until_one_wants_it()
    {
        await using var member = await EnterAsync();
        await member.ServerAsync("(f.signals.length = 0, s.cut())");
        await member.Page.Locator("[data-media-act=not-yet]").ClickAsync();
        await member.Page.WaitForTimeoutAsync(6000);
        Assert.False(await member.ServerAsync<bool>("f.signals.some(x => x.type === 'publish')"));

        await member.Page.Locator("[data-media-act=now]").ClickAsync();
        await member.UntilAsync("f.signals.some(x => x.type === 'publish')");
    }

    [Fact]
    public async Task A_press_on_the_microphone_sends_the_voice_and_keeps_the_picture_back()
    {
        await using var member = await EnterAsync();
        await member.ServerAsync("(f.signals.length = 0, s.cut())");
        await member.Page.Locator("[data-media-act=not-yet]").ClickAsync();
        await Microphone(member).ClickAsync();

        await Microphone(member).SaysAsync("Micro actif");
        await member.UntilAsync("f.signals.some(x => x.type === 'sending' && x.microphone)");
        Assert.False(await member.ServerAsync<bool>("f.signals.some(x => x.type === 'sending' && x.camera)"));
        await member.Page.Locator("[data-media=camera]").SaysAsync("Caméra coupée");
        await Expect(member.Page.Locator("[data-media-act=now]")).ToBeVisibleAsync();

        await member.Page.Locator("[data-media=camera]").ClickAsync();
        await member.UntilAsync("f.signals.some(x => x.type === 'sending' && x.microphone && x.camera)");
        await member.Page.Locator("[data-media=camera]").SaysAsync("Caméra active");
        await Expect(member.Page.Locator("[data-media=notice]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Whoever_closed_the_camera_is_told_of_no_picture_that_comes_back()
    {
        await using var member = await EnterAsync();
        await member.Page.Locator("[data-media=camera]").ClickAsync();
        await member.Page.Locator("[data-media=camera]").SaysAsync("Caméra coupée");
        await member.Page.EvaluateAsync("""
            () => {
              const notice = document.querySelector('[data-media=notice]');
              globalThis.noticed = false;
              new MutationObserver(() => { globalThis.noticed ||= !notice.hidden; }).observe(notice, { attributes: true });
            }
            """);
        await member.ServerAsync("(f.signals.length = 0, s.cut())");

        await member.UntilAsync("f.signals.some(x => x.type === 'publish')");
        Assert.False(await member.Page.EvaluateAsync<bool>("() => globalThis.noticed"));
    }

    [Fact]
    public async Task Whoever_spoke_goes_on_speaking_after_a_short_cut()
    {
        await using var member = await EnterAsync();
        await Microphone(member).ClickAsync();
        await Microphone(member).SaysAsync("Micro actif");
        await Expect(member.Page.Locator("[data-tile=M4][data-talking]")).ToHaveCountAsync(1); // the browser's own microphone beeps
        await member.ServerAsync("(f.signals.length = 0, s.cut())");

        await member.UntilAsync("f.signals.some(x => x.type === 'sending' && x.microphone)");
        await Microphone(member).SaysAsync("Micro actif");
        await Expect(member.Page.Locator("[data-media=notice]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task An_interrupted_microphone_is_renewed_by_one_large_button()
    {
        await using var member = await EnterAsync("""
            const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
            navigator.mediaDevices.getUserMedia = async wish => {
              if (globalThis.telephone) throw new DOMException('busy', 'NotReadableError');
              const stream = await real(wish);
              if (wish.audio) globalThis.microphoneTrack = stream.getAudioTracks()[0];
              return stream;
            };
            """);
        await member.Page.EvaluateAsync("() => { globalThis.telephone = true; microphoneTrack.dispatchEvent(new Event('ended')); }");
        await Expect(member.Page.Locator("[data-media-act=resume]")).ToBeVisibleAsync();
        await Microphone(member).SaysAsync("Micro interrompu");

        await member.Page.EvaluateAsync("() => { globalThis.telephone = false; }");
        await member.Page.Locator("[data-media-act=resume]").ClickAsync();
        await Expect(member.Page.Locator("[data-media-act=resume]")).ToBeHiddenAsync();
        await Microphone(member).SaysAsync("Micro coupé");
    }

    [Fact]
    public async Task Sound_that_the_browser_holds_back_is_given_by_one_press()
    {
        await using var member = await EnterAsync("""
            const play = HTMLMediaElement.prototype.play;
            HTMLMediaElement.prototype.play = function () {
              return this.localName === 'audio' && !navigator.userActivation.hasBeenActive ? Promise.reject(new DOMException('no', 'NotAllowedError')) : play.call(this);
            };
            """);
        if (!await member.Page.EvaluateAsync<bool>("() => navigator.userActivation.hasBeenActive"))
        {
            await member.Page.Locator("[data-media-act=sound]").ClickAsync();
        }

        await Expect(member.Page.Locator("[data-media-act=sound]")).ToBeHiddenAsync();
        await member.UntilAsync("[...document.querySelectorAll('audio[data-voice]')].every(a => !a.paused)");
    }

    [Theory]
    [InlineData("f.server.frame({ type: 'unavailable', why: 'starting' })", "Son et image indisponibles pour le moment")]
    [InlineData("f.server.frame({ type: 'unavailable', why: 'none' })", "sans son ni image")]
    [InlineData("f.server.frame({ type: 'ended', why: 'taken' })", "sur un autre onglet ou un autre appareil")]
    public async Task Without_media_the_room_stays_complete_and_says_so_in_one_line(string frame, string words)
    {
        await using var member = await EnterAsync($"globalThis.fakeConference = {{ opened: 0, signals: [], me: {{}}, start: () => setTimeout(() => {{ const f = globalThis.fakeConference; {frame}; }}, 10) }};", pictures: false);
        await member.ShowsAsync(words);

        await Expect(member.Page.Locator(".room[data-pictures]")).ToHaveCountAsync(0);
        await Expect(Microphone(member)).ToBeHiddenAsync();
        await Expect(member.Page.Locator("[data-tile=M1]")).ToBeVisibleAsync();
        await Expect(member.Page.Locator(".marking")).ToBeVisibleAsync();
        Assert.Equal(1, await member.ServerAsync<int>("f.opened"));
        Assert.Empty(member.Visitor.Complaints);
    }

    [Fact]
    public async Task The_layout_is_chosen_by_keyboard_and_remembered()
    {
        await using var member = await EnterAsync();
        var room = member.Page.Locator(".room");
        await Expect(room).ToHaveAttributeAsync("data-layout", "speaker"); // the presenter is large
        await member.Page.Locator(".settings summary").FocusAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await member.Page.Locator("[data-layout-name=gallery]").FocusAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await Expect(room).ToHaveAttributeAsync("data-layout", "gallery");
        await Expect(member.Page.Locator("[data-layout-name=gallery]")).ToHaveAttributeAsync("aria-pressed", "true");
        await Pictures.TakeAsync(member.Visitor, "images-galerie");
        Assert.Empty(await member.Visitor.AxeAsync());

        await member.Page.ReloadAsync();
        await Expect(room).ToHaveAttributeAsync("data-layout", "gallery");
    }

    [Fact]
    public async Task Sound_only_stops_every_picture_both_ways()
    {
        await using var member = await EnterAsync();
        await member.Page.Locator(".settings summary").ClickAsync();
        await member.Page.Locator("[data-media-lean]").CheckAsync();

        await member.Page.Locator("[data-media=camera]").SaysAsync("Son seul");
        await member.UntilAsync("f.signals.filter(x => x.type === 'show').at(-1).tiles.length === 0");
        await member.UntilAsync("f.signals.filter(x => x.type === 'sending').at(-1).camera === false");
        await member.Page.Locator("[data-media-lean]").UncheckAsync();
        await member.UntilAsync("f.signals.filter(x => x.type === 'show').at(-1).tiles.length > 3");
        await member.UntilAsync("f.signals.filter(x => x.type === 'sending').at(-1).camera === true");

        // By itself on a poor link: said.
        await member.ServerAsync("s.tell('M4', { audioOnly: true })");
        await member.ShowsAsync("vous passez au son seul");
        await member.Page.Locator("[data-media=camera]").SaysAsync("Son seul");
    }
}
