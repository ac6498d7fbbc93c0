using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace AumgJury.Bench.Pages;

/// <summary>
/// A link of a given rate and delay before the house, for every kind of traffic (Chromium's own emulation leaves WebSockets alone):
/// a TCP proxy on the loopback whose connections share the rate in each direction. A new connection pays the round trip in which TCP is
/// agreed on. There is no TLS, which would cost one or two more, and no slow start.
/// </summary>
internal sealed class SlowLink : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Uri _to;
    private readonly TimeSpan _delay;
    private readonly Direction _down;
    private readonly Direction _up;

    /// <param name="megabits">A second, in each direction.</param>
    /// <param name="roundTrip">Half of it is added in each direction.</param>
    public SlowLink(Uri to, double megabits, TimeSpan roundTrip)
    {
        _to = to;
        _delay = roundTrip / 2;
        _down = new(megabits * 1e6 / 8);
        _up = new(megabits * 1e6 / 8);
        _listener.Start();
        Address = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _ = AcceptAsync();
    }

    public Uri Address { get; }

    /// <summary>Bytes that came down to the browser since the start or the last <see cref="Reset"/>.</summary>
    public long Down => _down.Bytes;

    public void Reset() => _down.Bytes = 0;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listener.AcceptTcpClientAsync(_stopping.Token));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task CarryAsync(TcpClient browser)
    {
        using var near = browser;
        using var far = new TcpClient();
        near.NoDelay = far.NoDelay = true;
        try
        {
            // The loopback accepts at once; over the link the first byte would leave only when the answer to the first packet had come.
            await Task.WhenAll(far.ConnectAsync(_to.Host, _to.Port, _stopping.Token).AsTask(), Task.Delay(2 * _delay, _stopping.Token));
            await Task.WhenAny(PumpAsync(near, far, _up), PumpAsync(far, near, _down));
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException or SocketException)
        {
        }
    }

    private async Task PumpAsync(TcpClient from, TcpClient to, Direction direction)
    {
        // Reading goes on while earlier bytes are still on their way.
        var way = Channel.CreateUnbounded<(byte[] Bytes, DateTime At)>();
        var arriving = Task.Run(async () =>
        {
            await foreach (var (bytes, at) in way.Reader.ReadAllAsync(_stopping.Token))
            {
                var wait = at - DateTime.UtcNow;
                if (wait > TimeSpan.Zero)
                {
                    await Task.Delay(wait, _stopping.Token);
                }

                await to.GetStream().WriteAsync(bytes, _stopping.Token);
            }

            to.Client.Shutdown(SocketShutdown.Send);
        });
        var buffer = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(buffer, _stopping.Token) is > 0 and var read)
        {
            way.Writer.TryWrite((buffer[..read], direction.Sent(read) + _delay));
        }

        way.Writer.TryComplete();
        await arriving;
    }

    /// <summary>One direction's rate, shared by all connections.</summary>
    private sealed class Direction(double bytesASecond)
    {
        private readonly Lock _gate = new();
        private DateTime _free;

        public long Bytes { get; set; }

        /// <summary>When the last of these bytes has left.</summary>
        public DateTime Sent(int bytes)
        {
            lock (_gate)
            {
                Bytes += bytes;
                var now = DateTime.UtcNow;
                _free = (_free > now ? _free : now) + TimeSpan.FromSeconds(bytes / bytesASecond);
                return _free;
            }
        }
    }
}
