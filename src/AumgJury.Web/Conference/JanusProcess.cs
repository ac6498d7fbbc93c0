using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace AumgJury.Web.Conference;

/// <summary>
/// A Janus of our own as a child process. Its pid is kept in its folder: if the application was killed, the next start ends the orphan
/// before it begins, after checking that the process really is that Janus.
/// </summary>
internal sealed class JanusProcess : IDisposable
{
    private const int Terminate = 15;
    private const int KillNow = 9;
    private static readonly TimeSpan Gentle = TimeSpan.FromSeconds(2);
    private readonly Process _process;

    private JanusProcess(Process process, JanusFolder folder)
    {
        _process = process;
        Folder = folder;
        Ended = process.WaitForExitAsync();
    }

    public JanusFolder Folder { get; }

    public int Id => _process.Id;

    public Task Ended { get; }

    /// <summary>Ends an orphan, writes a new configuration on free ports and starts. It may take a while until it listens.</summary>
    /// <exception cref="InvalidOperationException">The program or its libraries are missing.</exception>
    public static async Task<JanusProcess> Start(string path, JanusSettings settings)
    {
        await EndOrphan(path);
        var folder = JanusFolder.Write(path, settings, FreePort(), FreePort());
        var start = new ProcessStartInfo(JanusSettings.PathOf(settings.Program) ?? settings.Program)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = path,
        };
        start.ArgumentList.Add("-F");
        start.ArgumentList.Add(path);
        var process = Process.Start(start) ?? throw new InvalidOperationException($"« {settings.Program} » ne démarre pas.");
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await File.WriteAllTextAsync(PidFile(path), process.Id.ToString(CultureInfo.InvariantCulture));
        return new JanusProcess(process, folder);
    }

    /// <summary>Ends the Janus of this folder that a killed application left behind; anything else under that number is left alone.</summary>
    public static async Task EndOrphan(string path)
    {
        if (!File.Exists(PidFile(path)) || !int.TryParse(await File.ReadAllTextAsync(PidFile(path)), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            return;
        }

        if (await IsOurs(id, path))
        {
            _ = Signal(id, Terminate);
            for (var i = 0; i < 40 && await IsOurs(id, path); i++)
            {
                await Task.Delay(50);
            }

            if (await IsOurs(id, path))
            {
                _ = Signal(id, KillNow);
            }
        }

        File.Delete(PidFile(path));
    }

    /// <summary>SIGTERM, which Janus answers in a fifth of a second; SIGKILL if it does not.</summary>
    public async Task Stop()
    {
        if (!_process.HasExited)
        {
            _ = Signal(_process.Id, Terminate);
            try
            {
                await Ended.WaitAsync(Gentle);
            }
            catch (TimeoutException)
            {
                Kill();
                await Ended;
            }
        }

        File.Delete(PidFile(Folder.Path));
    }

    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has just ended by itself.
        }
    }

    public void Dispose() => _process.Dispose();

    private static string PidFile(string path) => Path.Combine(path, "janus.pid");

    /// <summary>The process was started with this very folder: a pid that was given to somebody else is not touched.</summary>
    private static async Task<bool> IsOurs(int id, string path)
    {
        try
        {
            var words = (await File.ReadAllTextAsync($"/proc/{id}/cmdline")).Split('\0');
            return words.Length >= 3 && Path.GetFileName(words[0]) == "janus" && words[1] == "-F" && words[2] == path;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int id, int signal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
