using System.Text.RegularExpressions;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Tests.Realtime;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>A sitting for chair, member and secretary without a mouse: Tab, Enter, arrows, function keys, and the digit row of an AZERTY keyboard.</summary>
public sealed class KeyboardTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Criteria = ["A1", "A2", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4"];

    [Fact]
    public async Task A_sitting_is_played_by_chair_member_and_secretary_with_the_keyboard_alone()
    {
        using var house = new AppHost();
        await using var secretary = await Typist.EnterAsync(browser, house, "SEC");
        await using var chair = await Typist.EnterAsync(browser, house, "M1", new Screen(1440, 900));
        await using var member = await Typist.EnterAsync(browser, house, "M4");
        await using var second = await house.SitAsync("M2");
        await using var fifth = await house.SitAsync("M5");
        await using var presenter = await house.SitAsync("P1");
        await using var next = await house.SitAsync("P2");

        await ArriveAsync(secretary, chair, member, [second, fifth, presenter, next]);
        await OpenAsync(chair, member);
        await OrderAsync(secretary, chair);
        await HearAsync(chair, member, presenter);
        await MarkAsync(chair, member, second, fifth);
        await RevealAsync(chair, member);
        await OtherActsAsync(chair, member);

        foreach (var person in new[] { secretary, chair, member })
        {
            IEnumerable<string> faults = [.. await person.FaultsAsync(), .. await person.Visitor.AxeAsync()];
            Assert.True(!faults.Any(), string.Join('\n', faults));
        }
    }

    private static async Task ArriveAsync(Typist secretary, Typist chair, Typist member, JuryClient[] others)
    {
        await secretary.DoAsync("Ouvrir les portes");
        foreach (var person in new[] { chair, member })
        {
            await person.PressAsync(person.Act("Je confirme"));
        }

        foreach (var other in others)
        {
            await other.Do(new ConfirmPresence());
        }

        await secretary.PressAsync(secretary.Act("Je confirme"));
        await chair.TitleAsync("Portes ouvertes");
        await member.TitleAsync("Portes ouvertes");
    }

    private static async Task OpenAsync(Typist chair, Typist member)
    {
        await chair.DoAsync("Ouvrir la séance");
        await chair.DoAsync("Constater l’identité de H. Vauquelin-Roche");
        await chair.DoAsync("Constater l’identité de Pr A. Castellane");

        // Who did not come is late unless the chair says otherwise: a list, chosen with the arrows.
        await chair.Act("Noter le retard de Pr I. Belhadj-Morel").WaitForAsync();
        await chair.GoToAsync(chair.Page.Locator("li[data-seat=M3] select").First, back: true);
        await chair.TypeAsync("ArrowUp");
        await chair.DoAsync("Excuser Pr I. Belhadj-Morel");
        await chair.DoAsync("Constater l’identité de Dr M. Orsoni");
        await chair.DoAsync("Constater l’identité de Dr Y. Kerdoncuff");
        foreach (var late in new[] { "Dr S. Abitbol-Ferrand", "Dr T. Rasoamanana", "Dr C. Dujardin-Sow" })
        {
            await chair.DoAsync($"Noter le retard de {late}");
        }

        // The member declares a link, the chair has none: what was pressed goes, the title has the focus.
        await member.PressAsync(member.Page.Locator("[data-link]"));
        await member.GoToAsync(member.Page.Locator("form textarea"));
        await member.Page.Keyboard.TypeAsync("Maître de stage de la candidate en 2019.");
        await member.PressAsync(member.Button("Déclarer ce lien"));
        await member.SeesAsync("Votre lien est déclaré");
        await chair.PressAsync(chair.Page.Locator("[data-no-link]"), back: true);
        await Typist.HasFocusAsync(chair.Title);

        await chair.DoAsync("Statuer sur le lien déclaré par Dr M. Orsoni");
        await Typist.HasFocusAsync(chair.Page.Locator("[data-tone=form] h2"));
        await chair.GoToAsync(chair.Page.Locator("form.reason textarea"));
        await chair.Page.Keyboard.TypeAsync("Lien ancien, sans incidence sur ce dossier.");
        await chair.PressAsync(chair.Button("Le lien n’écarte pas"));
        await chair.DoAsync("Adopter le règlement intérieur");
        await chair.DoAsync("Commencer les auditions");
        await chair.Act("Appeler Paris-Lutèce").WaitForAsync();
    }

    private static async Task OrderAsync(Typist secretary, Typist chair)
    {
        await secretary.GoToAsync(secretary.Page.GetByRole(AriaRole.Tab, new() { Name = "Personnes" }));
        await secretary.TypeAsync("ArrowRight");
        await secretary.TypeAsync("ArrowRight");
        await Typist.HasFocusAsync(secretary.Page.GetByRole(AriaRole.Tab, new() { Name = "Ordre" }));

        var row = secretary.Page.Locator("li[data-university=U3]");
        await secretary.GoToAsync(row);
        await secretary.TypeAsync("Alt+ArrowUp");
        await Expect(row.Locator(".place")).ToHaveTextAsync("2.");
        await Typist.HasFocusAsync(row);
        await Expect(secretary.Page.Locator("[data-live=polite]")).ToContainTextAsync("place 2 sur 7");
        await secretary.TypeAsync("Alt+ArrowDown");
        await Expect(row.Locator(".place")).ToHaveTextAsync("3.");
        await Typist.HasFocusAsync(row);

        // The chair sees it in her own tab.
        await chair.TabAsync("End", "Ordre");
        await Expect(chair.Page.Locator("li[data-university=U3] .place")).ToHaveTextAsync("3.");
        await chair.TabAsync("Home", "Conduire");
    }

    private static async Task HearAsync(Typist chair, Typist member, JuryClient presenter)
    {
        // A question that is refused by Escape opens nothing and gives the focus back.
        var call = chair.Act("Appeler Paris-Lutèce");
        await chair.TypeAsync("Shift+F8");
        await Typist.HasFocusAsync(call);
        await chair.TypeAsync("Enter");
        await Typist.HasFocusAsync(chair.Page.Locator("dialog[open] [data-safe]"));
        await chair.TypeAsync("Escape");
        await Expect(chair.Page.Locator("dialog[open]")).ToHaveCountAsync(0);
        await Typist.HasFocusAsync(call);
        await chair.DoAsync("Appeler Paris-Lutèce");
        await presenter.Do(new EnterRoom("U1"));
        await member.TitleAsync("Salle ouverte");

        await chair.DoAsync("Confirmer l’identité de Pr A. Lefranc");
        await chair.DoAsync("Lancer la présentation de D01");

        // The member asks for the floor and where we are, and gets the floor.
        await member.TypeAsync("Shift+F2");
        await Expect(member.Page.Locator("[data-hand]")).ToContainTextAsync("Baisser la main");
        await member.TypeAsync("F8");
        await Expect(member.Page.Locator("[data-live=polite]")).ToContainTextAsync(new Regex("Présentation D01. Reste .*min"));
        await chair.PressAsync(chair.Button("Donner la parole à Dr M. Orsoni"), back: true);
        await chair.SeesAsync("a la parole");
        await SkipAsync(member);

        // A key that is held down is one press: the next act is not taken by accident.
        await chair.Act("Passer aux questions").WaitForAsync();
        await chair.TypeAsync("Shift+F8");
        for (var i = 0; i < 20; i++)
        {
            await chair.Page.Keyboard.DownAsync("Enter");
        }

        await chair.Page.Keyboard.UpAsync("Enter");
        await chair.Act("Passer au dossier 2 sur 2").WaitForAsync();
        await chair.TypeAsync("F8");
        await Expect(chair.Page.Locator("[data-live=polite]")).ToContainTextAsync("Questions D01");
        await chair.DoAsync("Passer au dossier 2 sur 2");
        await chair.DoAsync("Passer aux questions");
        await chair.DoAsync("Conclure");
        await chair.DoAsync("Faire sortir Pr A. Lefranc");
        await chair.TitleAsync("Huis clos vérifié");
        await member.TitleAsync("Huis clos vérifié");
    }

    /// <summary>The first three stops of the page.</summary>
    private static async Task SkipAsync(Typist member)
    {
        foreach (var (words, place) in new[] { ("Aller à ma grille", "#travail"), ("Aller au dossier", "#dossier"), ("Aller à l’action", "#action button") })
        {
            await member.PressAsync(member.Page.GetByRole(AriaRole.Link, new() { Name = words }), back: true);
            await Typist.HasFocusAsync(member.Page.Locator(place).First);
        }
    }

    private static async Task MarkAsync(Typist chair, Typist member, JuryClient second, JuryClient fifth)
    {
        await member.PressAsync(member.Page.Locator("[data-choose=D01]"));
        await MarkGridAsync(member, [5, 4, 3, 2, 1, 0, 5, 4, 3, 2]);
        await member.DoAsync("Transmettre ma grille");
        await member.SeesAsync("Grille transmise");

        // The act that follows has the focus of the one that was pressed in its place.
        await Typist.HasFocusAsync(member.Act("Noter D02"));

        // Taken back and submitted again: the control that took it back goes, the title has the focus.
        await member.PressAsync(member.Page.Locator("[data-take-back]"));
        await Typist.HasFocusAsync(member.Title);
        await Expect(member.Page.Locator("fieldset[data-item=A1] input[value='5']")).ToBeCheckedAsync();
        await member.DoAsync("Transmettre ma grille");
        await member.DoAsync("Noter D02");
        await MarkGridAsync(member, [4, 4, 4, 4, 4, 4, 4, 4, 4, 4]);
        await member.DoAsync("Transmettre ma grille");

        await chair.TabAsync("ArrowRight", "Noter");
        foreach (var dossier in new[] { "D01", "D02" })
        {
            await chair.PressAsync(chair.Page.Locator($"[data-choose={dossier}]"));
            await MarkGridAsync(chair, [3, 3, 3, 3, 3, 3, 3, 3, 3, 3]);
            await chair.DoAsync("Transmettre ma grille");
            await second.MarkAsync(dossier, 5);
            await fifth.MarkAsync(dossier, 3);
        }

        await chair.TabAsync("ArrowLeft", "Conduire");
    }

    /// <summary>From the primary act into the grid, then a digit and Enter a criterion; once with an arrow and once with Delete.</summary>
    private static async Task MarkGridAsync(Typist person, int[] marks)
    {
        await person.DoAsync("Aller à A1");
        foreach (var (i, criterion) in Criteria.Index())
        {
            var row = person.Page.Locator($"fieldset[data-item={criterion}]");
            await Expect(row.Locator("input:focus")).ToHaveCountAsync(1);
            await person.Keys.DigitAsync(marks[i]);
            if (criterion == "A2")
            {
                await person.TypeAsync("Delete");
                await Expect(row.Locator("input:checked")).ToHaveCountAsync(0);
                await person.Keys.DigitAsync(marks[i] - 1);
                await person.TypeAsync("ArrowRight");
            }

            await Expect(row.Locator($"input[value='{marks[i]}']")).ToBeCheckedAsync();
            await Expect(row.Locator($"input[value='{marks[i]}']")).ToBeFocusedAsync();
            await person.TypeAsync("Enter");
        }
    }

    private static async Task RevealAsync(Typist chair, Typist member)
    {
        await member.PressAsync(member.Page.Locator("[data-choose=D01]"), back: true);
        await chair.DoAsync("Dévoiler D01");
        await member.SeesAsync("Notes dévoilées de D01");

        // A second round: a mark that changes wants its reason, chosen with the keyboard too.
        await chair.PressAsync(chair.Button("Ouvrir un second tour"), back: true);
        await Typist.HasFocusAsync(chair.Page.Locator("form.reason textarea"));
        await chair.Page.Keyboard.TypeAsync("Écart sur B4.");
        await chair.PressAsync(chair.Page.Locator("form.reason button[type=submit]"));
        await member.PressAsync(member.Page.Locator("[data-take-back]"));
        await member.GoToAsync(member.Page.Locator("fieldset[data-item=B4] input:checked"));
        await member.Keys.DigitAsync(3);
        await member.DoAsync("Aller à B4");
        await Typist.HasFocusAsync(member.Page.Locator("fieldset[data-item=B4] select"));
        await member.TypeAsync("ArrowDown");
        await member.DoAsync("Transmettre ma grille");
        await member.SeesAsync("Grille transmise");

        await chair.DoAsync("Dévoiler D01");
        await chair.DoAsync("Clore D01");
        await chair.DoAsync("Dévoiler D02");
        await chair.DoAsync("Clore D02");
        await chair.Act("Appeler Paris-Ourcq").WaitForAsync();
    }

    /// <summary>« Autres actions »: Escape closes it and gives the focus back; a form in it too; suspended and resumed.</summary>
    private static async Task OtherActsAsync(Typist chair, Typist member)
    {
        var menu = chair.Button("Autres actions");
        await chair.PressAsync(menu, back: true);
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "true");
        await chair.GoToAsync(chair.Button("Suspendre la séance"));
        await chair.TypeAsync("Escape");
        await Expect(menu).ToHaveAttributeAsync("aria-expanded", "false");
        await Typist.HasFocusAsync(menu);

        await chair.TypeAsync("Enter");
        await chair.PressAsync(chair.Button("Suspendre la séance"));
        await Typist.HasFocusAsync(chair.Page.Locator("#suspend-until"));
        await chair.TypeAsync("Escape");
        await Typist.HasFocusAsync(menu);

        await chair.TypeAsync("Enter");
        await chair.PressAsync(chair.Button("Suspendre la séance"));
        await chair.PressAsync(chair.Page.Locator("form.reason button[type=submit]"));
        await member.TitleAsync("Séance suspendue");
        await chair.DoAsync("Reprendre la séance");
        await member.TitleAsync("Huis clos vérifié");

        // The member steps out and comes back.
        await member.PressAsync(member.Page.Locator("[data-step-out]"));
        await member.TitleAsync("Vous êtes hors de la salle");
        await member.PressAsync(member.Act("Revenir en salle"));
        await member.TitleAsync("Huis clos vérifié");
    }
}
