using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Realtime;
using AumgJury.Web.Tests.Seeds;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Setup;

/// <summary>A house with two real calls, served over Kestrel as behind a reverse proxy on the same machine.</summary>
public sealed class RealHouseTests : IDisposable
{
    private readonly NewHouse _folder = new();
    private readonly TestHouse _house;

    public RealHouseTests()
    {
        _folder.Seed(_folder.NewCall());
        _folder.Seed(_folder.NewCall("autre", "un-autre-appel-dont-le-nom-est-long-2030"));
        _house = new TestHouse(_folder.Data);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _house.Dispose();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("mon-appel", "/s/mon-appel-5/salle")]
    [InlineData("un-autre-appel-dont-le-nom-est-long-2030", "/s/un-autre-appel-dont-le-nom-est-long-2030-5/salle")]
    public async Task Each_link_leads_to_its_own_call_under_a_secure_cookie(string call, string room)
    {
        var (_, answer) = await _house.Door(new CookieContainer(), _folder.Secrets(call)["SEC"]);
        Assert.Equal(room, answer.Headers.Location?.ToString());
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("__Secure-aumg-siege-", StringComparison.Ordinal));
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains($"path={room[..^6]}", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task There_is_no_page_of_the_demo_and_no_control_of_its_clock()
    {
        using var http = new HttpClient { BaseAddress = _house.Address };
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/demo", Stop)).StatusCode);
        Assert.DoesNotContain("href=\"demo\"", await http.GetStringAsync("/", Stop), StringComparison.Ordinal);
        Assert.All(_house.Services.GetRequiredService<Calls>().Served, call => Assert.Null(call.Live.Kept.DemoStart));
        Assert.False(File.Exists(Path.Combine(_folder.Data, "idf-2021.journal")));
    }

    [Fact]
    public async Task A_backup_taken_while_it_runs_opens_again_with_journals_and_keys_from_two_places()
    {
        var place = Directory.CreateTempSubdirectory("aumgjury-backup-").FullName;
        await _house.Door(new CookieContainer(), _folder.Secrets()["SEC"]);
        using var backup = Process.Start(Path.Combine(SeedCopy.Original, "..", "..", "backup"), [_folder.Data, Path.Combine(place, "journals"), Path.Combine(place, "keys")]);
        await backup.WaitForExitAsync(Stop);
        Assert.Equal(0, backup.ExitCode);
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(place, "journals")), f => f.EndsWith(".keys", StringComparison.Ordinal) || f.EndsWith(".csv", StringComparison.Ordinal));

        foreach (var keys in Directory.EnumerateFiles(Path.Combine(place, "keys")))
        {
            File.Copy(keys, Path.Combine(place, "journals", Path.GetFileName(keys)));
        }

        using (var restored = CallOnDisk.Open(new LinuxDisk(), new CallFiles(Path.Combine(place, "journals"), "mon-appel"))!)
        {
            Assert.NotNull(restored.State.Access("SEC").Session);
            var cv = await File.ReadAllBytesAsync(Path.Combine(NewHouse.Model, "documents", "D01", "cv.pdf"), Stop);
            Assert.Equal(cv, restored.Documents.Read(SeedDocuments.KeyOf("D01"), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(cv))));
        }

        TemporaryFolder.Remove(place);
    }

    [Fact]
    public async Task A_backup_of_a_folder_without_a_journal_says_one_line_and_makes_nothing()
    {
        var place = Directory.CreateTempSubdirectory("aumgjury-backup-").FullName;
        var start = new ProcessStartInfo(Path.Combine(SeedCopy.Original, "..", "..", "backup"), [place, Path.Combine(place, "journals"), Path.Combine(place, "keys")]) { RedirectStandardError = true, UseShellExecute = false };
        using var backup = Process.Start(start)!;
        var said = await backup.StandardError.ReadToEndAsync(Stop);
        await backup.WaitForExitAsync(Stop);

        Assert.Equal(2, backup.ExitCode);
        Assert.Contains($"« {place} » n'est pas un dossier de données", Assert.Single(said.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(place));
        Directory.Delete(place);
    }

    [Fact]
    public async Task What_the_proxy_says_of_HTTPS_makes_every_cookie_secure()
    {
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = _house.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?langue=en") { Headers = { { "X-Forwarded-Proto", "https" } } };
        using var answer = await http.SendAsync(request, Stop);
        Assert.All(answer.Headers.GetValues("Set-Cookie"), c => Assert.Contains("secure", c, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_limit_counts_the_clients_address_and_not_the_proxys_nor_what_a_client_claims()
    {
        using var http = new HttpClient { BaseAddress = _house.Address };
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 200 && !answers.Contains(HttpStatusCode.TooManyRequests); i++)
        {
            answers.Add(await Ask($"203.0.113.{i}, 198.51.100.7"));
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(HttpStatusCode.NotFound, await Ask("198.51.100.8"));

        async Task<HttpStatusCode> Ask(string forwardedFor)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/entrer/lien") { Content = JsonContent.Create(new LinkPost(Secret.New())), Headers = { { "X-Forwarded-For", forwardedFor } } };
            using var answer = await http.SendAsync(request, Stop);
            return answer.StatusCode;
        }
    }
}
