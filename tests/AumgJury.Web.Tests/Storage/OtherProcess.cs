using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using AumgJury.Web.Storage;

namespace AumgJury.Web.Tests.Storage;

/// <summary>
/// This test program once more, as another process that only holds a data folder and writes its journal. It prints a
/// line for each acknowledgement it gives out. It ends when nobody reads it any more, or killed.
/// </summary>
internal sealed class OtherProcess : IDisposable
{
    private const string FolderVariable = "AUMGJURY_TEST_STORAGE_FOLDER";
    private const string Acknowledgement = "kept ";
    private const int AtOnce = 8;

    private readonly Process process;

    private OtherProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public static OtherProcess WritingIn(string folder)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "AumgJury.Web.Tests"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { [FolderVariable] = folder },
        };
        return new OtherProcess(Process.Start(start)!);
    }

    /// <summary>The next acknowledgement: position and command id.</summary>
    public string Next()
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            if (Read(line) is { } acknowledged)
            {
                return acknowledged;
            }
        }

        throw new InvalidOperationException("The other process ended by itself.");
    }

    /// <summary>Kills without warning (SIGKILL) and gives what was acknowledged until then, without a last line cut in two.</summary>
    public IReadOnlyList<string> Kill()
    {
        process.Kill();
        var rest = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return [.. rest.Split('\n')[..^1].Select(Read).OfType<string>()];
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }

        process.Dispose();
    }

    private static string? Read(string line) =>
        line.StartsWith(Acknowledgement, StringComparison.Ordinal) ? line[Acknowledgement.Length..] : null;

    /// <summary>
    /// Before the test runner starts. Until a module initializer returns, no other thread may run code of this module:
    /// so one thread keeps eight lines under way, and what the writer calls belongs to the runtime.
    /// </summary>
#pragma warning disable CA2255 // The one way to be another program without a project for it.
    [ModuleInitializer]
    internal static void BecomeTheOtherProcess()
#pragma warning restore CA2255
    {
        if (Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } folder)
        {
            WriteUntilKilled(folder);
        }
    }

    private static void WriteUntilKilled(string folder)
    {
        using var held = FolderLock.Take(folder);
        var opened = (OpenedJournal.Ready)Journal.Open(new LinuxDisk(), new CallFiles(folder, "S1"), readUpTo: 0);
        var writer = new GroupWriter(opened.Journal, new List<GroupWritten>().Add);
        using var output = Console.OpenStandardOutput();
        var underWay = new Queue<(string Id, Task<Written> Answer)>();
        for (var position = opened.Journal.Position + 1; ; position++)
        {
            var id = $"{Environment.ProcessId}-{position}";
            underWay.Enqueue((id, writer.Append(Given.Body(id), position)));
            if (underWay.Count == AtOnce)
            {
                var (sent, answer) = underWay.Dequeue();
                var line = ((Written.Kept)answer.Result).Line;
                output.Write(Encoding.ASCII.GetBytes($"{Acknowledgement}{line.Position} {sent}\n"));
            }
        }
    }
}
