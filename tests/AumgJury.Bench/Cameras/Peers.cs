using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AumgJury.Bench.Processes;

namespace AumgJury.Bench.Cameras;

/// <summary>
/// A process of many peers (peers.mjs): real WebRTC connections that send what a camera of 320x180 and a voice cost on the wire, and count what
/// comes. Nothing is coded or decoded, so that the machine is left to what is measured.
/// </summary>
internal sealed class Peers : IAsyncDisposable
{
    private readonly Process _process;
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _asked = new();
    private readonly SemaphoreSlim _writing = new(1, 1);
    private long _seq;

    private Peers(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => { if (line.Data is { Length: > 0 } words) { Console.Error.WriteLine($"  peers: {words}"); } };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => _process.Id;

    /// <param name="folder">Where ./bench put the script and its library.</param>
    public static Peers Start(string folder)
    {
        var start = new ProcessStartInfo("node") { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(Path.Combine(folder, "peers.mjs"));
        return new Peers(Bounds.Start(start));
    }

    /// <summary>A new connection that sends.</summary>
    /// <returns>Its offer.</returns>
    public async Task<string> PublishAsync(string peer) => (await AskAsync(peer, "publish")).GetProperty("sdp").GetString()!;

    /// <summary>Completes when the connection that sends stands.</summary>
    /// <exception cref="PeerFault">It does not.</exception>
    public Task PublishedAsync(string peer, string answer) => AskAsync(peer, "published", answer);

    /// <returns>The answer of the connection that receives.</returns>
    public async Task<string> AnswerAsync(string peer, string offer) => (await AskAsync(peer, "answer", offer)).GetProperty("sdp").GetString()!;

    public Task CloseAsync(string peer) => AskAsync(peer, "close");

    public async Task<Came> CountAsync(string peer) => (await AskAsync(peer, "count")).Deserialize<Came>(JsonSerializerOptions.Web)!;

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try
        {
            await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(5));
        }
        catch (TimeoutException)
        {
            // It is ended, below.
        }

        await Bounds.EndAsync(_process);
        _writing.Dispose();
    }

    private async Task<JsonElement> AskAsync(string peer, string act, string? sdp = null)
    {
        var seq = Interlocked.Increment(ref _seq);
        var answered = _asked[seq] = new TaskCompletionSource<JsonElement>(TaskCreationOptions.RunContinuationsAsynchronously);
        var request = new JsonObject { ["seq"] = seq, ["id"] = peer, ["act"] = act, ["sdp"] = sdp };
        await _writing.WaitAsync();
        try
        {
            await _process.StandardInput.WriteLineAsync(request.ToJsonString());
            await _process.StandardInput.FlushAsync();
        }
        finally
        {
            _writing.Release();
        }

        var answer = await answered.Task.WaitAsync(TimeSpan.FromSeconds(20));
        return answer.TryGetProperty("fault", out var fault) ? throw new PeerFault($"{peer} {act}: {fault}") : answer;
    }

    private void Take(string? line)
    {
        if (line is not { Length: > 0 })
        {
            return;
        }

        var answer = JsonSerializer.Deserialize<JsonElement>(line);
        if (_asked.TryRemove(answer.GetProperty("seq").GetInt64(), out var asked))
        {
            asked.TrySetResult(answer);
        }
    }
}

/// <summary>A peer's library did not do what it was asked.</summary>
internal sealed class PeerFault(string message) : InvalidOperationException(message);

/// <summary>What a peer counted so far.</summary>
/// <param name="Audio">Packets of sound that came.</param>
/// <param name="Video">Packets of pictures that came.</param>
/// <param name="Last">When the last of them came, milliseconds since 1970.</param>
/// <param name="Sent">Packets sent.</param>
/// <param name="Sounds">Packets of each line of sound of the connection that receives now; a line carries one sender at a time.</param>
/// <param name="Pictures">The same of each line of pictures.</param>
internal sealed record Came(long Audio, long Video, double Last, long Sent, long[] Sounds, long[] Pictures)
{
    public long All => Audio + Video;
}
