using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Realtime;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>A client of docs/protocol.md, written from it alone.</summary>
public sealed class JuryClient : IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly List<Frame> _frames = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private Task? _watching;

    public JuryClient(Uri address, string number, CookieContainer cookies)
    {
        Hub = new HubConnectionBuilder()
            .WithUrl(new Uri(address, $"/s/{number}/jury"), options => options.Cookies = cookies)
            .WithKeepAliveInterval(TimeSpan.FromSeconds(1.5))
            .WithServerTimeout(TimeSpan.FromSeconds(6))
            .AddJsonProtocol(json => WireJson.Configure(json.PayloadSerializerOptions))
            .Build();
        Number = number;
        Cookies = cookies;
    }

    public HubConnection Hub { get; }

    public string Number { get; }

    public CookieContainer Cookies { get; }

    public IReadOnlyList<Frame> Frames
    {
        get
        {
            lock (_frames)
            {
                return [.. _frames];
            }
        }
    }

    public async Task<JuryClient> Watch()
    {
        await Hub.StartAsync();
        _watching = Task.Run(async () =>
        {
            try
            {
                await foreach (var frame in Hub.StreamAsync<Frame>("Watch", _stopping.Token))
                {
                    lock (_frames)
                    {
                        _frames.Add(frame);
                    }

                    _arrived.Release();
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or WebSocketException)
            {
                // Stopped by the test, or the house was killed.
            }
        });
        return this;
    }

    public Task<Sent> Send(Command command, string? id = null) => Raw(JsonSerializer.SerializeToElement(command, WireJson.Options), id);

    public Task<Sent> Raw(JsonElement command, string? id = null) => Hub.InvokeAsync<Sent>("Send", id ?? Guid.NewGuid().ToString("N"), command);

    public async Task Do(Command command)
    {
        var sent = await Send(command);
        Assert.True(sent.Refusal is null, $"{command} was refused: {sent.Refusal?.Name} {string.Join(", ", sent.Refusal?.Details ?? [])}");
    }

    /// <summary>Waits until a frame satisfies the question; whole seconds pass only when it never does.</summary>
    public async Task<Frame> Until(Func<Frame, bool> question)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            if (Frames.Count > 0 && question(Frames[^1]))
            {
                return Frames[^1];
            }

            await _arrived.WaitAsync(patience.Token);
        }
    }

    public async Task<T> Until<T>(Func<T, bool> question)
        where T : SeatView => (T)(await Until(f => f.View is T view && question(view))).View!;

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_watching is not null)
        {
            await _watching;
        }

        await Hub.DisposeAsync();
        _stopping.Dispose();
        _arrived.Dispose();
    }
}
