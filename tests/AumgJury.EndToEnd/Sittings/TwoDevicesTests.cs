using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Conference;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>One juror, two devices: a telephone for picture and sound, a laptop for the grid.</summary>
public sealed class TwoDevicesTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly Screen Laptop = new(1440, 900);

    [Fact]
    public async Task A_member_sees_and_hears_on_a_telephone_and_marks_on_a_laptop()
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act("reveal"), "M4");
        await using var phone = await browser.EnterConferenceAsync(played.Host, "M4", new Screen(390, 844));
        await phone.PicturesAsync(3);
        var live = played.Host.DemoServed().Live;
        var (dossier, round) = Marked(live.Kept.View("M4"));
        await Done(live.Send(Actor.Seat("M4"), new TakeBackGrid(dossier, round)));

        await using var laptop = new Person(await browser.VisitorAsync(Laptop));
        await AskAsync(laptop, played.Host);
        await LetInAsync(phone, laptop);

        // The mark made there shows here, and the comment typed here meanwhile undoes nothing of it.
        await phone.Page.Locator("[data-show=work]").ClickAsync();
        var (here, there) = (phone.Page.Locator("[data-item=A1]"), laptop.Page.Locator("[data-item=A1]"));
        await here.Locator("[data-fold]").ClickAsync();
        await here.Locator("textarea").PressSequentiallyAsync("Vu au téléphone");
        await there.Locator("input[value='2']").CheckAsync(new() { Force = true });
        await Expect(here.Locator("input[value='2']")).ToBeCheckedAsync();
        await here.Locator("textarea").PressSequentiallyAsync(", relu");
        await Expect(there).ToHaveAttributeAsync("data-kept-text", "Vu au téléphone, relu");
        await Expect(there.Locator("input[value='2']")).ToBeCheckedAsync();
        await Expect(here).ToHaveAttributeAsync("data-kept-mark", "2");

        // Taken away here with the keyboard: the button goes with the mark, the focus stays in the row; and given again there.
        await here.Locator("[data-clear]").PressAsync("Enter");
        await Expect(here.Locator("input[value='2']")).ToBeFocusedAsync();
        await Expect(here.Locator("[data-clear]")).ToBeHiddenAsync();
        await Expect(there.Locator("input[value='2']")).Not.ToBeCheckedAsync();
        await there.Locator("input[value='2']").CheckAsync(new() { Force = true });
        await Expect(here).ToHaveAttributeAsync("data-kept-mark", "2");

        await LooksAsync(laptop, "grille", Laptop, new Screen(1280, 600), new Screen(390, 844), Laptop);
        await laptop.PressAsync("Transmettre ma grille");
        await phone.Page.Locator("[data-standing=submitted]").WaitForAsync();

        // Picture and sound are on the telephone alone: the laptop never even fetched what they need.
        Assert.Equal(0, await laptop.Page.Locator(".conference, [data-media], video, audio").CountAsync());
        Assert.False(await laptop.Page.EvaluateAsync<bool>("() => performance.getEntriesByType('resource').some(r => r.name.includes('/conference/'))"));
        await phone.UntilAsync("document.querySelectorAll('audio[data-voice]').length > 0");

        await SteppingOutAsync(phone, laptop);
        await phone.Page.Locator("[data-show=work]").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "La fermer là-bas" }).ClickAsync();
        await laptop.TitleAsync("Cette page est fermée");
        await Expect(phone.Page.Locator("[data-other-device]")).ToHaveCountAsync(0);
        Assert.Empty(laptop.Visitor.Complaints);
    }

    /// <summary>At each size axe finds nothing and nothing is wider than the window.</summary>
    private static async Task LooksAsync(Person person, string what, params Screen[] screens)
    {
        foreach (var screen in screens.Distinct())
        {
            await person.Visitor.SitAtAsync(screen);
            await Pictures.TakeAsync(person.Visitor, $"deux-appareils-{what}-{screen.Width}");
            Assert.Empty(await person.Visitor.AxeAsync());
            Assert.Equal(0, await person.Visitor.OverflowAsync());
        }

        await person.Visitor.SitAtAsync(screens[^1]);
    }

    private static async Task AskAsync(Person laptop, AppHost house)
    {
        await laptop.Page.GotoAsync(new Uri(house.Address, "/entrer") + "#" + house.SecretOf("M4"));
        await Expect(laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Tout reprendre ici" })).ToBeFocusedAsync();
        await LooksAsync(laptop, "question", new Screen(390, 844), Laptop);
        await laptop.Page.GetByRole(AriaRole.Button, new() { Name = "Ici, grille et dossier seulement" }).ClickAsync();
        await laptop.TitleAsync("Votre grille attend votre accord");
    }

    private static async Task LetInAsync(Person phone, Person laptop)
    {
        await phone.Page.Locator("[data-show=work]").ClickAsync();
        var code = await laptop.Page.Locator("[data-code]").InnerTextAsync();
        await Expect(phone.Page.Locator("[data-code]")).ToHaveTextAsync(code);
        await Pictures.TakeAsync(phone.Visitor, "deux-appareils-accord");
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "C’est moi : ouvrir ma grille là-bas aussi" }).ClickAsync();
        await laptop.Page.Locator("[data-grid]").WaitForAsync();
        await phone.Page.Locator("[data-other-device]").WaitForAsync();
        await Pictures.TakeAsync(phone.Visitor, "deux-appareils-telephone");
        Assert.Empty(await phone.Visitor.AxeAsync());
    }

    private static async Task SteppingOutAsync(Person phone, Person laptop)
    {
        await phone.Page.Locator("[data-more]").ClickAsync();
        await phone.Page.Locator("[data-step-out]").ClickAsync();
        await laptop.TitleAsync("Vous êtes hors de la salle");
        await Expect(laptop.Page.Locator("[data-grid], #dossier, [data-primary-act]")).ToHaveCountAsync(0);
        await Pictures.TakeAsync(laptop.Visitor, "deux-appareils-dehors");
        await phone.PressAsync("Revenir en salle");
        await laptop.Page.Locator("#dossier").WaitForAsync();
    }

    private static (string Dossier, int Round) Marked(Core.Views.SeatView view) =>
        Assert.IsType<Core.Views.MemberView>(view).Work.Grids.Where(g => g.Standing == Core.Views.MyGridStanding.Submitted).Select(g => (g.Dossier, g.Round)).First();

    private static async Task Done(Task<Web.Realtime.Sent> sending) => Assert.Null((await sending).Refusal);
}
