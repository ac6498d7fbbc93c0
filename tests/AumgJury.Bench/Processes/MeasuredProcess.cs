using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace AumgJury.Bench.Processes;

/// <summary>A server under measurement: a process of its own on a free loopback port, ended with this object.</summary>
internal sealed class MeasuredProcess : IAsyncDisposable
{
    /// <summary>The share of the time that a warm process still spends compiling, at most.</summary>
    private const double HardlyCompiling = 0.01;

    private readonly Process _process;
    private readonly string _socket;

    private MeasuredProcess(Process process, string socket, Uri address, TimeSpan startedIn)
    {
        _process = process;
        _socket = socket;
        Address = address;
        StartedIn = startedIn;
    }

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>From the process's start to its first listening.</summary>
    public TimeSpan StartedIn { get; }

    public double CpuSeconds => ProcessClock.CpuSeconds(Id);

    /// <summary>The published application.</summary>
    public static Task<MeasuredProcess> HouseAsync(BenchOptions options, string data, params string[] more) =>
        StartAsync(Path.Combine(options.App, "AumgJury.Web.dll"), [$"--contentRoot={options.App}", "--data", data, "--urls", "http://127.0.0.1:0", .. more]);

    /// <summary>One of the floors: this very program, as a child, under the application's own settings of the runtime.</summary>
    public static Task<MeasuredProcess> FloorAsync(BenchOptions options, string name, params string[] more) =>
        StartAsync(typeof(MeasuredProcess).Assembly.Location, ["--child", name, .. more], Path.Combine(options.App, "AumgJury.Web.runtimeconfig.json"));

    /// <summary>
    /// Lets it work until what runs often has been compiled: a server that has just started spends more on that than on its work, and a sitting
    /// lasts hours. It is over when the runtime has hardly compiled during one piece of work; after <paramref name="most"/> it is not waited for.
    /// </summary>
    /// <param name="work">A piece of the work that will be measured, some seconds long.</param>
    /// <param name="hardly">Share of the time that may still be spent on compiling: small against what the work itself costs.</param>
    /// <returns>Whether it is warm; when not, what follows contains compiling, which is said on the standard error too.</returns>
    public async Task<bool> WarmAsync(Func<Task> work, TimeSpan most, double hardly = HardlyCompiling)
    {
        var watch = Stopwatch.StartNew();
        double share;
        do
        {
            var (before, began) = (await CompilingAsync(), watch.Elapsed);
            await work();
            share = (await CompilingAsync() - before) / (watch.Elapsed - began).TotalSeconds;
            if (share <= hardly)
            {
                return true;
            }
        }
        while (watch.Elapsed < most);
        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  Not warm after {watch.Elapsed.TotalSeconds:0} s: still compiling for {share * 1000:0} ms of a second."));
        return false;
    }

    /// <summary>Seconds that its runtime has spent compiling since it began, on all threads, those that have ended among them.</summary>
    public async Task<double> CompilingAsync() => (await AskAsync("c"))[0] / 1000;

    /// <summary>Collections of garbage since it began, and the milliseconds that everybody waited for them.</summary>
    public async Task<(int Count, double Milliseconds)> PausesAsync() => await AskAsync("p") is [var count, var waited] ? ((int)count, waited) : throw new InvalidOperationException("The measured process did not answer.");

    /// <summary>Managed bytes after a full collection, and the process's private bytes.</summary>
    public async Task<(double Managed, double Private)> MemoryAsync() => await AskAsync("m") is [var managed, var mine] ? (managed, mine) : throw new InvalidOperationException("The measured process did not answer.");

    /// <summary>Asks it to stop, as systemd does, and waits until it has.</summary>
    public async Task StopAsync()
    {
        using (var kill = Process.Start("kill", ["-TERM", Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await kill.WaitForExitAsync();
        }

        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
    }

    /// <summary>Ends it with the media server, which is its child.</summary>
    public async ValueTask DisposeAsync()
    {
        await Bounds.EndAsync(_process);
        File.Delete(_socket);
    }

    private static async Task<MeasuredProcess> StartAsync(string assembly, string[] arguments, string? settings = null)
    {
        var socket = Bounds.NewPath(".sock");
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["DOTNET_STARTUP_HOOKS"] = typeof(MeasuredProcess).Assembly.Location,
                ["AUMG_BENCH_SOCKET"] = socket,
            },
        };
        Array.ForEach<string>(settings is null ? [] : ["exec", "--runtimeconfig", settings], start.ArgumentList.Add);
        start.ArgumentList.Add(assembly);
        Array.ForEach(arguments, start.ArgumentList.Add);
        var watch = Stopwatch.StartNew();
        var process = Bounds.Start(start);
        try
        {
            var address = await ListeningAsync(process, Path.GetFileName(assembly));
            return new MeasuredProcess(process, socket, address, watch.Elapsed);
        }
        catch
        {
            await Bounds.EndAsync(process);
            File.Delete(socket);
            throw;
        }
    }

    private static async Task<Uri> ListeningAsync(Process process, string name)
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var complaints = new ConcurrentQueue<string?>();
        process.ErrorDataReceived += (_, line) => complaints.Enqueue(line.Data);
        process.BeginErrorReadLine();
        process.OutputDataReceived += (_, line) =>
        {
            const string Said = "Now listening on: ";
            if (line.Data?.IndexOf(Said, StringComparison.Ordinal) is >= 0 and var at)
            {
                listening.TrySetResult(new Uri(line.Data[(at + Said.Length)..]));
            }
        };
        process.BeginOutputReadLine();
        var ended = process.WaitForExitAsync();
        return await Task.WhenAny(listening.Task, ended, Task.Delay(TimeSpan.FromMinutes(2))) == listening.Task
            ? await listening.Task
            : throw new InvalidOperationException($"{name} did not start: {string.Join('\n', complaints)}");
    }

    /// <summary>The figures that <see cref="StartupHook"/> answers.</summary>
    private async Task<double[]> AskAsync(string question)
    {
        using var asking = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await asking.ConnectAsync(new UnixDomainSocketEndPoint(_socket));
        await asking.SendAsync(Encoding.ASCII.GetBytes(question));
        var answer = new byte[100];
        var length = await asking.ReceiveAsync(answer);
        return [.. Encoding.ASCII.GetString(answer, 0, length).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => double.Parse(f, CultureInfo.InvariantCulture))];
    }
}
