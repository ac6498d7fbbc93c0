using System.Net;
using System.Net.Sockets;

namespace AumgJury.EndToEnd.Conference;

/// <summary>A small TCP proxy in front of a port of this machine, which can cut every connection that passes through it.</summary>
internal sealed class CutProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly List<TcpClient> _open = [];
    private readonly int _target;
    private bool _closed;

    public CutProxy(int target)
    {
        _target = target;
        _listener.Start();
        _ = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Whatever comes is closed at once, as on a network that is gone.</summary>
    public bool Closed
    {
        get
        {
            lock (_open)
            {
                return _closed;
            }
        }

        set
        {
            lock (_open)
            {
                _closed = value;
            }
        }
    }

    /// <summary>Cuts what is open now; what comes later passes, unless it is closed.</summary>
    public void Cut()
    {
        lock (_open)
        {
            _open.ForEach(c => c.Client?.Close(0));
            _open.Clear();
        }
    }

    public void Dispose()
    {
        _listener.Stop();
        Cut();
    }

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var near = await _listener.AcceptTcpClientAsync();
                var far = new TcpClient { NoDelay = true };
                lock (_open)
                {
                    // Looked at with the list: nothing slips in between a closing and the cut that follows it.
                    if (_closed)
                    {
                        near.Client.Close(0);
                        continue;
                    }

                    near.NoDelay = true;
                    _open.AddRange([near, far]);
                }

                _ = Joined(near, far);
            }
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task Joined(TcpClient near, TcpClient far)
    {
        try
        {
            // Janus may not listen yet: the caller finds a closed connection and tries again.
            await far.ConnectAsync(IPAddress.Loopback, _target);
            await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        }
        catch (Exception cut) when (cut is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Cut, by the test or by an end.
        }
        finally
        {
            near.Dispose();
            far.Dispose();
        }
    }
}
