using System.Diagnostics;
using System.Security.Cryptography;
using AumgJury.Bench.Report;
using AumgJury.Core.Sittings;
using AumgJury.Web.Storage;

namespace AumgJury.Bench.Journals;

/// <summary>One call that is opened again and again, and what that took.</summary>
internal sealed class LongCall(CallFiles files)
{
    private readonly List<double> _floor = [];
    private readonly List<double> _opened = [];
    private readonly List<double> _flushed = [];
    private readonly List<double> _folded = [];

    public int Lines { get; private set; }

    public long Bytes => new FileInfo(files.Journal).Length;

    /// <summary>Reading the file and hashing each line, milliseconds.</summary>
    public double Floor => _floor.Median();

    /// <summary>Until the journal takes lines: read, verified, and its last group flushed once more.</summary>
    public double Opened => _opened.Median();

    /// <summary>Of <see cref="Opened"/>, what that flush costs, measured apart.</summary>
    public double Flushed => _flushed.Median();

    /// <summary><see cref="Opened"/>, and its lines folded into the state.</summary>
    public double Folded => _folded.Median();

    /// <summary>The last pass alone.</summary>
    public double LastFolded => _folded[^1];

    public void Forget()
    {
        _floor.Clear();
        _opened.Clear();
        _flushed.Clear();
        _folded.Clear();
    }

    public void Pass()
    {
        // Nobody else's garbage.
        GC.Collect();
        _floor.Add(Time(ReadAndHash));
        var began = Stopwatch.GetTimestamp();
        var ready = (OpenedJournal.Ready)Journal.Open(new LinuxDisk(), files, 0);
        _opened.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        using (var keys = KeyRing.Load(new LinuxDisk(), files, journalHasLines: true))
        {
            var state = ready.Lines.Aggregate(CallState.Empty((key, cipher) => keys.Open(key, cipher)), (s, line) => s.Apply(line.Json.Span));
            _folded.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            Lines = state.IsOpen ? ready.Lines.Count : throw new InvalidOperationException($"{files.CallId} holds no call.");
        }

        ready.Journal.Dispose();
        using var file = new LinuxDisk().Open(files.Journal);
        var bytes = file.ReadAll();
        var last = bytes.AsSpan(..^1).LastIndexOf((byte)'\n') + 1;
        began = Stopwatch.GetTimestamp();
        file.Write(last, bytes.AsSpan(last..));
        file.Flush();
        new LinuxDisk().FlushFolder(files.Folder);
        _flushed.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
    }

    private static double Time(Action work)
    {
        var began = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
    }

    private void ReadAndHash()
    {
        var bytes = File.ReadAllBytes(files.Journal);
        foreach (var line in bytes.AsSpan().Split((byte)'\n'))
        {
            SHA256.HashData(bytes.AsSpan(line));
        }
    }
}
