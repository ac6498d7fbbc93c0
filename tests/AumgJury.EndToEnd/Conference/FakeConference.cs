using System.Diagnostics;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Conference;

/// <summary>
/// A page whose conference ends in itself: <c>fake-hub.js</c> takes the place of the hub's wire, and speaks the contract with real
/// connections. So the page is shown every moment of a conference, without Janus and without other browsers.
/// </summary>
internal static class FakeConference
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly string Hub = Read();

    /// <param name="before">Script that runs first in every page, such as one that refuses the camera.</param>
    public static Task<Person> EnterConferenceAsync(this Browser browser, AppHost house, string seat, Screen? screen = null, string? before = null) =>
        Person.EnterAsync(browser, house, house.SecretOf(seat), screen, async visitor =>
        {
            await visitor.Page.Context.RouteAsync(
                url => url.Contains("/conference/hub", StringComparison.Ordinal),
                route => route.FulfillAsync(new() { ContentType = "text/javascript", Body = Hub }));
            if (before is not null)
            {
                await visitor.Page.AddInitScriptAsync(before);
            }
        });

    /// <summary>Asks or tells the other side: <c>s</c> is the server, <c>f</c> what is known of it.</summary>
    public static Task<T> ServerAsync<T>(this Person person, string script) =>
        person.Page.EvaluateAsync<T>($"async () => {{ const f = globalThis.fakeConference, s = f.server; return {script}; }}");

    public static Task ServerAsync(this Person person, string script) =>
        person.Page.EvaluateAsync($"async () => {{ const f = globalThis.fakeConference, s = f.server; await {script}; }}");

    /// <summary>Waits until an expression of the page, which may wait itself, holds.</summary>
    public static async Task UntilAsync(this Person person, string expression)
    {
        for (var watch = Stopwatch.StartNew(); !await person.Page.EvaluateAsync<bool>($"async () => {{ const f = globalThis.fakeConference, s = f?.server; try {{ return Boolean({expression}); }} catch {{ return false; }} }}");)
        {
            Assert.True(watch.Elapsed < Patience, $"Never came true: {expression}. The page said: {string.Join("; ", person.Visitor.Complaints)}");
            await person.Page.WaitForTimeoutAsync(200);
        }
    }

    /// <summary>Waits until an expression of the page has been the same for a second, and gives it.</summary>
    public static async Task<string> SteadyAsync(this Person person, string expression)
    {
        var before = "";
        for (var watch = Stopwatch.StartNew(); ; await person.Page.WaitForTimeoutAsync(1000))
        {
            var now = await person.Page.EvaluateAsync<string>($"async () => {{ const f = globalThis.fakeConference, s = f?.server; return JSON.stringify({expression}); }}");
            if (now == before)
            {
                return now;
            }

            Assert.True(watch.Elapsed < Patience, $"Never came to rest: {expression}, {before}, {now}");
            before = now;
        }
    }

    /// <summary>Words that are really shown: all of them are in the page, and only those of the moment are seen.</summary>
    public static Task ShowsAsync(this Person person, string words) => person.Page.GetByText(words).Locator("visible=true").First.WaitForAsync();

    /// <summary>The words that a button shows.</summary>
    public static Task SaysAsync(this ILocator button, string words) => Assertions.Expect(button).ToHaveTextAsync(words, new() { UseInnerText = true });

    /// <summary>Pictures of others that play now.</summary>
    public static Task PicturesAsync(this Person person, int least) =>
        person.UntilAsync($"[...document.querySelectorAll('[data-tile] video:not([data-own])')].filter(v => v.videoWidth > 0).length >= {least}");

    private static string Read()
    {
        using var file = typeof(FakeConference).Assembly.GetManifestResourceStream("fake-hub.js")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
