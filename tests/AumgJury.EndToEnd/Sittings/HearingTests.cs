using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.EndToEnd.Browsing;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>One University from the doors to its second dossier's reveal, in real browsers: one context a role.</summary>
public sealed class HearingTests(Browser browser) : IClassFixture<Browser>
{
    [Fact]
    public async Task A_university_waits_is_heard_moved_out_and_learns_nothing_while_the_jury_marks()
    {
        using var house = new AppHost();
        await using var secretary = await Person.EnterAsync(browser, house, house.SecretOf("SEC"));
        await using var chair = await Person.EnterAsync(browser, house, house.SecretOf("M1"), new Screen(1440, 900));
        await using var member = await Person.EnterAsync(browser, house, house.SecretOf("M4"));
        await using var presenter = await Person.EnterAsync(browser, house, house.SecretOf("P1"));
        await using var second = await house.SitAsync("M2");
        await using var fifth = await house.SitAsync("M5");

        // Arrives.
        await secretary.PressAsync("Ouvrir les portes");
        foreach (var person in new[] { secretary, chair, member, presenter })
        {
            await person.PressAsync("Je confirme");
        }

        await second.Do(new ConfirmPresence());
        await fifth.Do(new ConfirmPresence());
        await presenter.TitleAsync("Vous êtes en salle d’attente");
        await presenter.SeesAsync("Passage prévu vers");
        await chair.TitleAsync("Portes ouvertes");

        // Opens and hears.
        await chair.PressUntilAsync("Appeler Paris-Lutèce");
        await chair.PressAsync("Appeler Paris-Lutèce");
        await presenter.TitleAsync("Le jury vous attend");
        await presenter.PressAsync("Entrer dans la salle");
        await presenter.TitleAsync("Vous êtes dans la salle");
        await member.TitleAsync("Salle ouverte");
        await chair.PressUntilAsync("Faire sortir");

        // Moves out: one press, no question.
        await chair.PressOnceAsync("Faire sortir");
        await presenter.TitleAsync("Audition terminée");
        await chair.TitleAsync("Huis clos vérifié");
        await presenter.QuietAsync();
        var html = await presenter.HtmlAsync();
        var frames = presenter.Frames;

        // Marks in secret, with the digits of an AZERTY keyboard.
        await chair.Page.GetByRole(AriaRole.Tab, new() { Name = "Noter" }).Or(chair.Page.GetByText("Noter · 0/10")).First.ClickAsync();
        foreach (var dossier in new[] { "D01", "D02" })
        {
            await second.MarkAsync(dossier, 5);
            await fifth.MarkAsync(dossier, 3);
        }

        await member.Page.Locator("html:not([data-act-rests]) [data-primary-act]", new() { HasText = "Aller à A1" }).ClickAsync();
        await MarkByKeyboardAsync(member.Page);
        await member.PressAsync("Transmettre ma grille");
        await member.SeesAsync("Grille transmise");
        await chair.Page.WaitForTimeoutAsync(500);

        // The presenter's page is to the letter what it was, and its wire was silent.
        Assert.Equal(html, await presenter.HtmlAsync());
        Assert.Equal(frames, presenter.Frames);
        foreach (var forbidden in new[] { "secret-", "Dr M. Orsoni\",\"submitted", "Paris-Ourcq", "grilles", "Notation" })
        {
            Assert.DoesNotContain(forbidden, presenter.Received, StringComparison.Ordinal);
            Assert.DoesNotContain(forbidden, html, StringComparison.Ordinal);
        }

        foreach (var person in new[] { secretary, chair, member, presenter })
        {
            Assert.Empty(person.Visitor.Complaints);
            Assert.Empty(await person.Visitor.AxeAsync());
        }
    }

    /// <summary>What an AZERTY keyboard sends without Shift: the character is « ' », the code Digit4.</summary>
    private static async Task MarkByKeyboardAsync(IPage page)
    {
        for (var i = 0; i < 10; i++)
        {
            // A slow machine answers a press later: each key waits for what the one before did.
            await page.WaitForFunctionAsync("() => document.activeElement?.closest('fieldset') && !document.activeElement.closest('fieldset').querySelector('input:checked')");
            await page.EvaluateAsync("() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: \"'\", code: 'Digit4', bubbles: true, cancelable: true }))");
            await page.WaitForFunctionAsync("() => document.activeElement?.closest('fieldset')?.querySelector('input:checked')");
            if (i < 9)
            {
                await page.Keyboard.PressAsync("Enter");
            }
        }
    }
}
