using System.Globalization;
using System.Net.Sockets;
using System.Runtime;
using System.Text;

/// <summary>
/// Runs inside a measured process before its own Main (DOTNET_STARTUP_HOOKS), so that the application itself needs no measuring code.
/// Answers one question a connection on a Unix socket: <c>m</c>, the managed memory after a full collection and the private memory, in bytes;
/// <c>p</c>, how many collections there were and how many milliseconds everybody waited for them; <c>c</c>, the milliseconds that the runtime has spent compiling since the process began.
/// </summary>
#pragma warning disable MA0047 // The runtime looks for this very name, outside every namespace.
internal static class StartupHook
{
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable("AUMG_BENCH_SOCKET") is not { Length: > 0 } path)
        {
            return;
        }

        var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen();
        new Thread(() => Answer(listener)) { IsBackground = true, Name = "bench" }.Start();
    }

    private static void Answer(Socket listener)
    {
        var question = new byte[1];
        while (true)
        {
            using var asked = listener.Accept();
            try
            {
                if (asked.Receive(question) == 1)
                {
                    asked.Send(Encoding.ASCII.GetBytes(question[0] switch
                    {
                        (byte)'m' => Memory(),
                        (byte)'p' => Pauses(),
                        _ => Compiling(),
                    }));
                }
            }
            catch (SocketException)
            {
                // Whoever asked has gone: the next one is answered.
            }
        }
    }

    private static string Compiling() => JitInfo.GetCompilationTime(currentThread: false).TotalMilliseconds.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Pauses() => string.Create(CultureInfo.InvariantCulture, $"{GC.CollectionCount(0)} {GC.GetTotalPauseDuration().TotalMilliseconds:0.0}");

    private static string Memory()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        GC.WaitForPendingFinalizers();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
        var anonymous = File.ReadLines("/proc/self/status").First(l => l.StartsWith("RssAnon", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1];
        return string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(forceFullCollection: false)} {long.Parse(anonymous, CultureInfo.InvariantCulture) * 1024}");
    }
}
