using System.Text;
using AumgJury.EndToEnd.Browsing;
using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Sittings;

/// <summary>Somebody of the demo in a browser of their own: reads, presses, and everything that reached the browser is remembered.</summary>
internal sealed class Person(Visitor visitor) : IAsyncDisposable
{
    private const float Soon = 10_000;

    private readonly StringBuilder _received = new();
    private int _frames;

    public IPage Page => visitor.Page;

    public Visitor Visitor => visitor;

    /// <summary>Every WebSocket frame that came, as text.</summary>
    public string Received
    {
        get
        {
            lock (_received)
            {
                return _received.ToString();
            }
        }
    }

    /// <summary>Frames longer than a sign of life.</summary>
    public int Frames => Volatile.Read(ref _frames);

    /// <summary>The one large button, whatever it says and whether it may be pressed or not.</summary>
    public ILocator Act => Page.Locator("[data-primary-act]").First;

    /// <summary>The same, while a press is taken: after its words have rested, and when nothing is under way.</summary>
    private ILocator Free => Page.Locator("html:not([data-act-rests]) [data-primary-act]:not([aria-disabled])");

    /// <summary>Comes in by the personal link, as from a mail.</summary>
    /// <param name="prepare">Done to the window before anything is opened in it.</param>
    /// <param name="address">Where the house is reached, if not at its own address: a proxy's.</param>
    public static async Task<Person> EnterAsync(Browser browser, AppHost house, string secret, Screen? screen = null, Func<Visitor, Task>? prepare = null, Uri? address = null)
    {
        var person = new Person(await browser.VisitorAsync(screen));
        await (prepare?.Invoke(person.Visitor) ?? Task.CompletedTask);
        person.Listen();
        await person.Page.GotoAsync(new Uri(address ?? house.Address, "/entrer") + "#" + secret);
        await person.Page.Locator("form button[data-free]").ClickAsync();
        await person.Visitor.ArriveAsync("/salle");
        await person.Page.Locator("main[data-circuit]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        return person;
    }

    /// <summary>Waits until the one large button says this, and presses it; a question that follows is confirmed.</summary>
    public Task PressAsync(string words) => PressAsync(Free.Filter(new() { HasText = words }).First);

    /// <summary>The same with one press: a question that followed would stay open, and nothing would happen.</summary>
    public Task PressOnceAsync(string words) => Free.Filter(new() { HasText = words }).First.ClickAsync();

    /// <summary>Presses whatever is expected, until the button says this.</summary>
    public async Task PressUntilAsync(string words, int most = 20)
    {
        for (var i = 0; i < most; i++)
        {
            // The act that was read is the one that is pressed, even if another takes its place meanwhile: that one may ask a question.
            var now = (await Free.First.EvaluateAsync<string>("button => button.textContent")).Trim();
            if (now.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            try
            {
                await PressAsync(Free.Filter(new() { HasText = now }).First, Soon);
            }
            catch (TimeoutException)
            {
                // It is another act now.
                continue;
            }

            await Page.WaitForFunctionAsync("was => (document.querySelector('[data-primary-act]')?.textContent ?? '').trim() !== was", now);
        }

        throw new InvalidOperationException($"The expected act never became « {words} ».");
    }

    public Task SeesAsync(string words) => Page.GetByText(words).First.WaitForAsync();

    public Task TitleAsync(string words) => Page.Locator("h1", new() { HasText = words }).WaitForAsync();

    /// <summary>The page as it stands, to the letter.</summary>
    public Task<string> HtmlAsync() => Page.Locator("main").InnerHTMLAsync();

    /// <summary>Waits until what the arrival itself caused is over: two seconds without a rendered change.</summary>
    public async Task QuietAsync()
    {
        for (var (before, i) = (-1, 0); before != Frames && i < 30; i++)
        {
            before = Frames;
            await Page.WaitForTimeoutAsync(2000);
        }
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();

    /// <summary>The page says of each act whether it asks first.</summary>
    /// <param name="patience">How long the act may let wait for itself; as long as everything else when null.</param>
    private async Task PressAsync(ILocator act, float? patience = null)
    {
        var asks = await act.GetAttributeAsync("aria-haspopup", new() { Timeout = patience }) == "dialog";
        await act.ClickAsync(new() { Timeout = patience });
        if (asks)
        {
            await Page.Locator("dialog[open] button:not([data-safe])").ClickAsync();
        }
    }

    private void Listen() => Page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) =>
    {
        var text = frame.Text ?? Encoding.UTF8.GetString(frame.Binary ?? []);
        lock (_received)
        {
            _received.Append(text);
        }

        // SignalR's keep-alive and acknowledgements are a few bytes; a rendered change is more.
        if (text.Length > 24)
        {
            Interlocked.Increment(ref _frames);
        }
    };
}
