using System.Text.RegularExpressions;
using AumgJury.EndToEnd.Browsing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>From the final deliberation to the mails, pressed in browsers; the figures are those of the demo (domain, part H).</summary>
public sealed class EndingTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly (string Dossier, string Score)[] Ranking =
    [
        ("D09", "90,2"), ("D08", "86,4"), ("D01", "83,4"), ("D11", "83,0"), ("D02", "81,2"),
        ("D03", "78,0"), ("D05", "70,6"), ("D06", "69,2"), ("D10", "69,2"), ("D12", "43,4"),
    ];

    [Fact]
    public async Task The_jury_ranks_the_authority_decides_and_every_university_has_its_mail()
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act("discuss"), "M1", "M3");
        var house = played.Host;
        await using var chair = await Person.EnterAsync(browser, house, house.SecretOf("M1"), new Screen(1440, 900));
        await using var recused = await Person.EnterAsync(browser, house, house.SecretOf("M3"));
        await using var authority = await Person.EnterAsync(browser, house, house.SecretOf("AUT"));
        await using var secretary = await Person.EnterAsync(browser, house, house.SecretOf("SEC"));
        await authority.TitleAsync("Le jury n’a pas encore arrêté son classement");

        await ReadBoardAsync(chair);
        await DeliberateAsync(chair, recused);
        await FixAndCloseAsync(chair, recused);
        await DecideAsync(authority);
        await NotifyAsync(secretary, house);

        await authority.TitleAsync("Les notifications sont remises");
        await SoundAsync(chair, recused, authority, secretary);
    }

    private static string Motive(string dossier) => $"Motif du jury sur {dossier} : projet de soin et exercice convaincants.";

    /// <summary>Narrow no-break spaces are spaces.</summary>
    private static Regex Loosely(string words) => new(words.Replace(" ", @"\s", StringComparison.Ordinal), RegexOptions.None, TimeSpan.FromSeconds(1));

    private static async Task SoundAsync(params Person[] people)
    {
        foreach (var person in people)
        {
            IEnumerable<string> faults = [.. await person.Visitor.AxeAsync(), .. person.Visitor.Complaints];
            Assert.True(!faults.Any(), string.Join('\n', faults));
        }
    }

    private static async Task ReadBoardAsync(Person chair)
    {
        await chair.TitleAsync("Huis clos vérifié");
        await Expect(chair.Page.Locator("[data-row]")).ToHaveCountAsync(Ranking.Length);
        var rows = await chair.Page.Locator("[data-row]").EvaluateAllAsync<string[]>("rows => rows.map(r => r.dataset.row + ' ' + r.querySelector('.score').textContent.trim())");
        Assert.Equal(Ranking.Select(r => $"{r.Dossier} {r.Score}"), rows);
        await Expect(chair.Page.Locator(".board .envelope")).ToContainTextAsync(Loosely("360 000 €"));

        // The tie for the last post, side by side.
        var tie = chair.Page.Locator("[data-tie='D06 D10']");
        await Expect(tie).ToContainTextAsync("À égalité à 69,2. Départage : sous-total C, 34,6 contre 30,0");
        await tie.Locator("summary").ClickAsync();
        await Expect(tie.Locator("tbody tr")).ToHaveCountAsync(4);
        await Expect(tie.Locator("tfoot td")).ToHaveTextAsync(["34,6", "30,0"]);
        await SoundAsync(chair);
    }

    private static async Task DeliberateAsync(Person chair, Person recused)
    {
        foreach (var (dossier, _) in Ranking)
        {
            await chair.PressAsync($"Mettre {dossier} en discussion");
            if (dossier == "D09")
            {
                // The dossier waits for whoever is recused on it; they need not wait for the end of the warning.
                await Expect(chair.Page.Locator("[data-talk=D09]")).ToContainTextAsync("Les membres déportés sur D09 sortent de la salle");
                await recused.Page.GetByRole(AriaRole.Button, new() { Name = "Sortir maintenant" }).ClickAsync();
                await recused.TitleAsync("Déport");
                await SoundAsync(recused);
            }
            else if (dossier == "D01")
            {
                await recused.TitleAsync("Huis clos vérifié");
            }

            await Expect(chair.Page.Locator($"[data-talk={dossier}]")).ToContainTextAsync("Aucun membre déporté dans la salle");
            var motive = chair.Page.GetByLabel($"Motif de l’avis sur {dossier}");
            if (dossier == "D09")
            {
                // Too short: said at the field, nothing lost.
                await motive.FillAsync("Bon.");
                await chair.PressAsync($"Enregistrer l’avis sur {dossier}");
                await Expect(motive).ToHaveAttributeAsync("aria-invalid", "true");
                await Expect(motive).ToHaveValueAsync("Bon.");
            }

            // No opinion is chosen beforehand: what the ranking proposes is only said.
            await chair.Page.Locator(".opinion-form label", new() { HasText = "proposé" }).Locator("input").CheckAsync();
            await motive.FillAsync(Motive(dossier));
            await chair.PressAsync($"Enregistrer l’avis sur {dossier}");
            await Expect(chair.Page.Locator($"[data-row={dossier}] .opinion")).Not.ToContainTextAsync("proposé");
        }

        Assert.Equal(
            ["Favorable", "Favorable", "Favorable", "Favorable", "Favorable", "Favorable", "Favorable", "Favorable", "Liste complémentaire", "Défavorable"],
            await chair.Page.Locator("[data-row] .opinion").EvaluateAllAsync<string[]>("cells => cells.map(c => c.textContent.trim())"));

        // Who is recused reads rank and score of those dossiers, and nothing else of them ever reached their browser.
        await recused.Page.Locator("[data-row=D08] .pick").ClickAsync();
        await recused.SeesAsync("Vous êtes en déport sur D08");
        Assert.Contains(Motive("D01"), recused.Received, StringComparison.Ordinal);
        Assert.DoesNotContain(Motive("D08"), recused.Received, StringComparison.Ordinal);
        Assert.DoesNotContain(Motive("D09"), recused.Received, StringComparison.Ordinal);
        await SoundAsync(chair, recused);
    }

    private static async Task FixAndCloseAsync(Person chair, Person recused)
    {
        await chair.PressAsync("Arrêter le classement");
        await chair.SeesAsync("Classement arrêté");
        await chair.PressAsync("Clore la séance");
        await chair.TitleAsync("Séance close");
        await recused.TitleAsync("La séance est close");
        await recused.SeesAsync("Quitter cet appareil");
    }

    private static async Task DecideAsync(Person authority)
    {
        await authority.TitleAsync("10 décisions à prendre");
        Assert.Equal(
            Ranking.Select(r => r.Score),
            await authority.Page.Locator(".dossiers .score").EvaluateAllAsync<string[]>("cells => cells.map(c => c.textContent.trim())"));
        var last = authority.Page.Locator(".dossiers li", new() { HasText = "D10 ·" });
        await authority.Page.Locator(".dossiers li", new() { HasText = "D09 ·" }).GetByRole(AriaRole.Button, new() { Name = "Suivre l’avis" }).ClickAsync();
        await authority.TitleAsync("9 décisions à prendre");

        // Departs with a reason: without one it is said there, and the choice stays.
        await last.GetByRole(AriaRole.Button, new() { Name = "Décider autrement" }).ClickAsync();
        await last.GetByLabel("non retenu", new() { Exact = true }).CheckAsync();
        await last.GetByRole(AriaRole.Button, new() { Name = "Enregistrer cette décision" }).ClickAsync();
        await Expect(last.Locator("[role=alert]")).ToContainTextAsync("Donnez le motif");
        await SoundAsync(authority);
        await last.Locator("textarea").FillAsync("Aucun poste ne restera à pourvoir cette année.");
        await last.GetByRole(AriaRole.Button, new() { Name = "Enregistrer cette décision" }).ClickAsync();
        await Expect(last.Locator(".decided")).ToContainTextAsync("Décision différente de l’avis : non retenu.");

        await authority.PressAsync("Suivre les 8 avis restants");
        await authority.TitleAsync("Toutes les décisions sont prises");
        await Expect(authority.Page.Locator("div.figures")).ToContainTextAsync(Loosely("Engagé : 360 000 €"));
    }

    private static async Task NotifyAsync(Person secretary, AppHost house)
    {
        // She was elsewhere on her page: the act that is expected leads to the mails, and one must be read before they leave.
        await secretary.PressAsync("Relire les notifications");
        await Expect(secretary.Act).ToHaveAttributeAsync("aria-disabled", "true");
        await secretary.SeesAsync("Lisez d’abord au moins un aperçu.");
        var preview = secretary.Page.Locator("details[data-university=U6]");
        await preview.Locator("summary").ClickAsync();
        await Expect(preview.Locator(".mail")).ToContainTextAsync("D10");
        await Expect(preview.Locator(".mail")).Not.ToContainTextAsync("69,2");
        await SoundAsync(secretary);

        // Without a mail server they are written; that is no delivery until she says that they were handed over.
        await secretary.PressAsync("Écrire les notifications");
        await Expect(secretary.Page.Locator("li[data-delivery=Written]")).ToHaveCountAsync(7);
        var download = await secretary.Page.RunAndWaitForDownloadAsync(() =>
            secretary.Page.Locator("li[data-university=U6] a.open").ClickAsync());
        Assert.Equal("U6.eml", download.SuggestedFilename);
        var mail = await MimeKit.MimeMessage.LoadAsync(await download.PathAsync());
        Assert.Contains("Yvelines-Ouest", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("Aucun poste ne restera à pourvoir cette année.", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal(7, Directory.GetFiles(Path.Combine(house.DataFolder, "courriers"), "*.eml", SearchOption.AllDirectories).Length);
        await secretary.PressAsync("Courriers remis");
        await Expect(secretary.Page.Locator("li[data-delivery=HandedOver]")).ToHaveCountAsync(7);
    }
}
