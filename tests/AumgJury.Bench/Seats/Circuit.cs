using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace AumgJury.Bench.Seats;

/// <summary>One live Blazor page without a browser: it opens a real circuit, acknowledges what is rendered and answers JavaScript calls with nothing.</summary>
internal sealed partial class Circuit : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly TaskCompletionSource _rendered = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CookieContainer _cookies;
    private readonly Uri _base;
    private string _id = "";

    private Circuit(HubConnection hub, Uri @base, CookieContainer cookies) => (_hub, _base, _cookies) = (hub, @base, cookies);

    public string? Fault { get; private set; }

    /// <summary>Told of every batch.</summary>
    public Action<RenderedBatch>? OnBatch { get; set; }

    /// <param name="page">The page's whole address; the circuit belongs to its path base.</param>
    /// <param name="basePath">The page's base, such as <c>/s/x-1/</c>.</param>
    public static async Task<Circuit> OpenAsync(Uri page, string basePath, CookieContainer cookies)
    {
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler);
        var html = await http.GetStringAsync(page);
        var markers = Markers().Matches(html).Select(m => m.Groups["marker"].Value).Where(m => m.Contains("\"descriptor\"", StringComparison.Ordinal)).ToArray();
        var state = State().Match(html).Groups["state"].Value;
        var builder = new HubConnectionBuilder().WithUrl(new Uri(page, basePath + "_blazor"), options =>
        {
            options.Cookies = cookies;
            options.Transports = HttpTransportType.WebSockets;
            options.SkipNegotiation = true;
        }).WithKeepAliveInterval(TimeSpan.FromSeconds(2));
        builder.Services.AddSingleton<IHubProtocol>(new BlazorPack());
        var circuit = new Circuit(builder.Build(), new Uri(page, basePath), cookies);
        try
        {
            await circuit.StartAsync(page, markers, state);
            return circuit;
        }
        catch
        {
            await circuit.DisposeAsync();
            throw;
        }
    }

    /// <summary>Leaves as a browser does whose page is closed: the server forgets the circuit at once, and keeps nothing for a return.</summary>
    public async Task LeaveAsync()
    {
        using var handler = new HttpClientHandler { CookieContainer = _cookies };
        using var http = new HttpClient(handler);
        using var form = new MultipartFormDataContent { { new StringContent(_id), "circuitId" } };
        using var answer = await http.PostAsync(new Uri(_base, "_blazor/disconnect"), form);
        answer.EnsureSuccessStatusCode();
        await DisposeAsync();
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();

    private async Task StartAsync(Uri page, string[] markers, string state)
    {
        _hub.On<long, byte[]>("JS.RenderBatch", async (id, bytes) =>
        {
            OnBatch?.Invoke(new RenderedBatch(bytes));
            await _hub.SendAsync("OnRenderCompleted", id, (string?)null);
            _rendered.TrySetResult();
        });
        _hub.On<long, string, string, int, long, int>("JS.BeginInvokeJS", async (handle, _, _, kind, _, _) =>
            await _hub.SendAsync("EndInvokeJSFromDotNet", handle, true, kind == 1 ? $"[{handle},true,{{\"__jsObjectId\":{handle}}}]" : $"[{handle},true,null]"));
        _hub.On<int, string>("JS.AttachComponent", (_, _) => { });
        _hub.On<string>("JS.Error", fault => Fault = fault);
        _hub.Closed += fault =>
        {
            Fault ??= fault?.Message;
            return Task.CompletedTask;
        };
        await _hub.StartAsync();
        _id = await _hub.InvokeAsync<string?>("StartCircuit", _base.ToString(), page.ToString(), "[]", "") ?? throw new InvalidOperationException("The circuit was refused.");

        var operations = string.Join(",", markers.Select((m, i) => $"{{\"type\":\"add\",\"ssrComponentId\":{i + 1},\"marker\":{m}}}"));
        await _hub.SendAsync("UpdateRootComponents", $"{{\"batchId\":1,\"operations\":[{operations}]}}", state);
        await _rendered.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    [GeneratedRegex("<!--Blazor:(?<marker>\\{.*?\\})-->", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex Markers();

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, 5000)]
    private static partial Regex State();

    /// <summary>MessagePack under the name that circuits use.</summary>
    private sealed class BlazorPack : IHubProtocol
    {
        private readonly MessagePackHubProtocol _pack = new();

        public string Name => "blazorpack";

        public int Version => 1;

        public TransferFormat TransferFormat => TransferFormat.Binary;

        public bool TryParseMessage(ref ReadOnlySequence<byte> input, IInvocationBinder binder, [NotNullWhen(true)] out HubMessage? message) =>
            _pack.TryParseMessage(ref input, binder, out message);

        public void WriteMessage(HubMessage message, IBufferWriter<byte> output) => _pack.WriteMessage(message, output);

        public ReadOnlyMemory<byte> GetMessageBytes(HubMessage message) => _pack.GetMessageBytes(message);

        public bool IsVersionSupported(int version) => version == Version;
    }
}
