using System.Net;
using System.Net.Http.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Accounts;
using AumgJury.Web.Tests.Realtime;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>People of the demo who sit by hub instead of by browser, so that a whole jury fits on a small machine.</summary>
internal static class Benches
{
    public static string SecretOf(this AppHost house, string seat) => house.Services.GetRequiredService<DemoCall>().Links[seat];

    public static async Task<JuryClient> SitAsync(this AppHost house, string seat)
    {
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = house.Address };
        var secret = house.SecretOf(seat);
        var found = await (await http.PostAsJsonAsync("/entrer/lien", new LinkPost(secret))).Content.ReadFromJsonAsync<LinkFound>();
        using var form = new FormUrlEncodedContent([new("secret", secret)]);
        await http.PostAsync($"/s/{found!.Number}/entrer", form);
        return await new JuryClient(house.Address, found.Number, cookies).Watch();
    }

    /// <summary>Marks every criterion the same, and submits.</summary>
    public static async Task MarkAsync(this JuryClient member, string dossier, int mark)
    {
        foreach (var criterion in new[] { "A1", "A2", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4" })
        {
            await member.Do(new KeepDraft(dossier, 1, criterion, mark, $"secret-{dossier}-{criterion}", null));
        }

        await member.Until(f => f.View is MemberView v && v.Work.Grids.Any(g => g.Dossier == dossier && g.MaySubmit));
        await member.Do(new SubmitGrid(dossier, 1));
    }
}
