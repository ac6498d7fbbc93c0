using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace AumgJury.Bench.Processes;

/// <summary>
/// What a run may not leave behind: one folder for all its files, and the processes that it started. They are gone when the program ends,
/// by itself, by a fault, by Ctrl-C or by SIGTERM.
/// </summary>
/// <remarks>Static, because what ends is the program, and a signal comes to it alone.</remarks>
internal static class Bounds
{
    private static readonly Lock Gate = new();
    private static readonly HashSet<Process> Started = [];
    private static readonly List<PosixSignalRegistration> Signals = [];
    private static string? _root;
    private static int _names;
    private static bool _over;

    /// <summary>A new empty folder.</summary>
    public static string NewFolder() => Directory.CreateDirectory(NewPath("")).FullName;

    /// <summary>A path that nobody else has, short enough for a Unix socket; there is nothing at it yet.</summary>
    /// <param name="ending">How its name ends, such as <c>.sock</c>.</param>
    public static string NewPath(string ending)
    {
        lock (Gate)
        {
            return Path.Combine(Begun(), (++_names).ToString(CultureInfo.InvariantCulture) + ending);
        }
    }

    /// <summary>Starts a process that does not outlive this one.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        // Within the lock: between its start and its entry in the list no signal may come.
        lock (Gate)
        {
            Begun();
            var process = Process.Start(start) ?? throw new InvalidOperationException($"{start.FileName} did not start.");
            Started.Add(process);
            return process;
        }
    }

    /// <summary>A process that something else started does not outlive this one either.</summary>
    public static void Keep(int id)
    {
        lock (Gate)
        {
            Begun();
            Started.Add(Process.GetProcessById(id));
        }
    }

    /// <summary>Whoever started it ends it.</summary>
    public static void Forget(int id)
    {
        lock (Gate)
        {
            foreach (var process in Started.Where(p => p.Id == id).ToArray())
            {
                Started.Remove(process);
                process.Dispose();
            }
        }
    }

    /// <summary>Ends it now, with its children, and forgets it; also one that has ended already.</summary>
    public static async Task EndAsync(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        lock (Gate)
        {
            Started.Remove(process);
        }

        process.Dispose();
    }

    private static string Begun()
    {
        ObjectDisposedException.ThrowIf(_over, typeof(Bounds));
        if (_root is null)
        {
            _root = Directory.CreateTempSubdirectory("aumg-bench-").FullName;
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Clear();
            foreach (var (signal, number) in new[] { (PosixSignal.SIGHUP, 1), (PosixSignal.SIGINT, 2), (PosixSignal.SIGTERM, 15) })
            {
                Signals.Add(PosixSignalRegistration.Create(signal, context =>
                {
                    context.Cancel = true;
                    Clear();
                    Environment.Exit(128 + number);
                }));
            }
        }

        return _root;
    }

    private static void Clear()
    {
        lock (Gate)
        {
            if (_over)
            {
                return;
            }

            _over = true;
            foreach (var process in Started)
            {
                try
                {
                    process.Kill(entireProcessTree: true);
                    process.WaitForExit(TimeSpan.FromSeconds(5));
                }
                catch (Exception fault) when (fault is InvalidOperationException or System.ComponentModel.Win32Exception or AggregateException)
                {
                    Console.Error.WriteLine($"A process that the run started may still be there: {fault.Message}");
                }
            }

            try
            {
                Directory.Delete(_root!, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                Console.Error.WriteLine($"{_root} could not be deleted: {fault.Message}");
            }
        }
    }
}
