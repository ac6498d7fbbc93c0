using System.Net;
using AumgJury.EndToEnd.Browsing;
using AumgJury.Web.Hosting;

namespace AumgJury.EndToEnd;

/// <summary>What every answer of the house carries, over real HTTP.</summary>
public sealed class HouseTests(AppHost house) : IClassFixture<AppHost>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/")]
    [InlineData("/nulle-part")]
    [InlineData("/s/7/accessibilite")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(house.Url(path), Stop);

        Assert.Contains("script-src 'self' 'nonce-", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("media-src 'self' blob:", string.Join(' ', answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Contains("camera=(self), microphone=(self), display-capture=(self)", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task An_unknown_address_is_404_with_a_page_that_says_what_to_do()
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(house.Url("/nulle-part"), Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("lien personnel", await answer.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_seats_page_has_its_seat_as_base_and_finds_its_files_under_it()
    {
        using var client = new HttpClient();

        Assert.Contains("<base href=\"/s/7/\"", await client.GetStringAsync(house.Url("/s/7/accessibilite"), Stop), StringComparison.Ordinal);
        foreach (var file in new[] { "look/house.css", VersionedFiles.MudBlazor("MudBlazor.min.css"), "_framework/blazor.web.js" })
        {
            using var answer = await client.GetAsync(house.Url($"/s/7/{file}"), Stop);
            Assert.True(answer.IsSuccessStatusCode && (await answer.Content.ReadAsByteArrayAsync(Stop)).Length > 0, file);
        }
    }

    [Fact]
    public async Task A_browser_gets_MudBlazors_files_once_for_all_seats_and_keeps_them()
    {
        using var client = new HttpClient();
        var address = "/" + VersionedFiles.MudBlazor("MudBlazor.min.css");

        Assert.Contains($"href=\"{address}\"", await client.GetStringAsync(house.Url("/s/7/accessibilite"), Stop), StringComparison.Ordinal);
        Assert.Contains($"href=\"{address}\"", await client.GetStringAsync(house.Url("/"), Stop), StringComparison.Ordinal);
        using var answer = await client.GetAsync(house.Url(address), Stop);
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        using var other = await client.GetAsync(house.Url("/_content/MudBlazor/MudBlazor.min.css?v=0"), Stop);
        Assert.DoesNotContain("immutable", other.Headers.CacheControl?.ToString() ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_is_French_until_English_is_chosen_and_then_stays_English()
    {
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });

        Assert.Contains("<html lang=\"fr\"", await client.GetStringAsync(house.Url("/"), Stop), StringComparison.Ordinal);
        using var chosen = await client.GetAsync(house.Url("/?langue=en"), Stop);
        Assert.Equal(string.Empty, chosen.RequestMessage!.RequestUri!.Query);
        Assert.Contains("<html lang=\"en\"", await client.GetStringAsync(house.Url("/s/3/accessibilite"), Stop), StringComparison.Ordinal);
    }

    [Fact]
    public void The_keys_are_for_this_account_alone()
    {
        // The product runs on Debian; the analyzer wants the other case named.
        var mode = OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(Path.Combine(house.DataFolder, "keys"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, mode);
    }

    [Fact]
    public async Task The_gallery_is_closed_in_a_house_that_does_not_show_it()
    {
        using var closed = new AppHost(new Dictionary<string, string>(StringComparer.Ordinal) { ["showcase"] = "false" }, dataFolder: null);
        using var client = new HttpClient();
        using var answer = await client.GetAsync(closed.Url("/vitrine"), Stop);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
