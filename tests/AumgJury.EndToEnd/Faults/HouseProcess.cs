using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AumgJury.Web.Accounts;
using AumgJury.Web.Tests.Realtime;

namespace AumgJury.EndToEnd.Faults;

/// <summary>The application as a process of its own, which can be killed as a power cut or an administrator kills it.</summary>
internal sealed class HouseProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly Process _process;
    private readonly string _folder;

    private readonly StringBuilder _said;

    private HouseProcess(Process process, string folder, Uri address, TimeSpan startedIn, StringBuilder said)
    {
        _said = said;
        _process = process;
        _folder = folder;
        Address = address;
        StartedIn = startedIn;
    }

    public Uri Address { get; }

    /// <summary>From the process's start to its first listening.</summary>
    public TimeSpan StartedIn { get; }

    /// <param name="port">Where it listens; 0 for a free one.</param>
    /// <param name="https">The name or address under which it speaks HTTPS, at a port that is given; null for HTTP.</param>
    /// <param name="janus">The mode of the videoconference: only its own tests start a Janus.</param>
    public static async Task<HouseProcess> StartAsync(string folder, int port = 0, string janus = "None", string? https = null)
    {
        var watch = Stopwatch.StartNew();
        var process = Process.Start(Command(folder, janus, https is null ? ["--urls", $"http://127.0.0.1:{port}"] : ["--https", https, "--port", $"{port}"]))!;
        var said = new StringBuilder();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        process.OutputDataReceived += (_, line) =>
        {
            lock (said)
            {
                said.AppendLine(line.Data);
            }

            const string Heard = "Now listening on: ";
            if (line.Data?.IndexOf(Heard, StringComparison.Ordinal) is >= 0 and var at)
            {
                listening.TrySetResult(new Uri(https is null ? line.Data[(at + Heard.Length)..] : $"https://{https}:{port}"));
            }
        };
        process.BeginOutputReadLine();
        try
        {
            return new HouseProcess(process, folder, await listening.Task.WaitAsync(Patience), watch.Elapsed, said);
        }
        catch (TimeoutException)
        {
            process.Kill();
            throw;
        }
    }

    /// <summary>Walks the chain of the folder's journals as an auditor does.</summary>
    /// <returns>The exit code: 0 when everything chains.</returns>
    public static async Task<int> VerifyAsync(string folder)
    {
        using var process = Process.Start(Command(folder, "None", "--verify", folder))!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(Patience);
        await Task.WhenAll(said, complained);
        return process.ExitCode;
    }

    /// <summary>Waits until the terminal shows these words.</summary>
    public async Task SaysAsync(string words)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            string said;
            lock (_said)
            {
                said = _said.ToString();
            }

            if (said.Contains(words, StringComparison.Ordinal))
            {
                return;
            }

            Assert.True(watch.Elapsed < Patience, $"« {words} » was not said: {said}");
        }
    }

    /// <summary>The secret of that seat's personal link.</summary>
    public async Task<string> SecretOfAsync(string seat) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllBytesAsync(Path.Combine(_folder, "demo-links.json")))![seat];

    /// <summary>Comes in by the personal link of that seat.</summary>
    /// <param name="takeOver">Although another device holds it.</param>
    public async Task<JuryClient> EnterAsync(string seat, bool takeOver = false)
    {
        var secret = await SecretOfAsync(seat);
        var cookies = new CookieContainer();
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };
        using var asked = await http.PostAsJsonAsync("/entrer/lien", new LinkPost(secret));
        var found = await asked.Content.ReadFromJsonAsync<LinkFound>();
        using var form = new FormUrlEncodedContent([new("secret", secret), new("takeover", takeOver ? "true" : "")]);
        using var entered = await http.PostAsync($"/s/{found!.Number}/entrer", form);
        return new JuryClient(Address, found.Number, cookies);
    }

    /// <summary>SIGKILL.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            // With the media server, which is its child.
            _process.Kill(entireProcessTree: true);
        }

        _process.WaitForExit();
        _process.Dispose();
    }

    private static ProcessStartInfo Command(string folder, string janus, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["Janus__Mode"] = janus },
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "AumgJury.Web.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        if (arguments[0] != "--verify")
        {
            start.ArgumentList.Add("--data");
            start.ArgumentList.Add(folder);
        }

        return start;
    }
}
