using System.Runtime.CompilerServices;
using System.Text.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Conference;
using AumgJury.Web.Hosting;
using AumgJury.Web.Room;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace AumgJury.Web.Realtime;

/// <summary>The protocol of <c>docs/protocol.md</c>: the same door as the pages', for any client.</summary>
[Authorize]
public sealed class JuryHub(Calls calls, Videoconference conference, Settling settling, ILogger<JuryHub> log) : Hub
{
    /// <summary>
    /// An older page is asked to reload. Raised whenever a command or a view that a client may know changes its shape. 2: <c>answer-hour</c> names the hour that was read,
    /// <c>prove-room</c> the seats. 3: <c>readmit</c> names the device that was read. 4: a second round's
    /// <c>reveal</c> gives the number of missing grids, and its view counts instead of names; a juror's second device may have grid and dossiers only (views <c>marks</c> and
    /// <c>marks-aside</c>), and <c>keep-draft</c> says which of its fields were changed.
    /// </summary>
    public const int Protocol = 4;

    public const string Path = "/jury";

    private static readonly TimeSpan LastFrame = TimeSpan.FromMilliseconds(500);

    public override async Task OnConnectedAsync()
    {
        await Clients.Caller.SendAsync("protocol", Protocol);
        await base.OnConnectedAsync();
    }

    /// <summary>
    /// Acts as the connection's seat. Every malformed command gets a named refusal: the JSON is parsed here, so that it is not
    /// SignalR that answers with a generic error.
    /// </summary>
    /// <param name="id">Made by the client, at most 64 characters; the same id is the same act.</param>
    public async Task<Sent> Send(string id, JsonElement command)
    {
        if (Me() is not { } me)
        {
            return Sent.Refused(RefusalName.SessionEnded);
        }

        if (id is null || Read(command) is not { } parsed)
        {
            return Sent.Refused(RefusalName.Malformed);
        }

        try
        {
            return await me.Send(id, parsed);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            // It was read, so the fault may well be ours: whoever keeps the house must see it.
            log.LogError(fault, "{Act} of {Seat} could not be judged.", parsed.GetType().Name, me.Seat);
            return Sent.Refused(RefusalName.Malformed);
        }
    }

    private static Command? Read(JsonElement command)
    {
        try
        {
            return command.Deserialize<Command>(WireJson.Options);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>This seat's view, whole, newest only, the present one first.</summary>
    public async IAsyncEnumerable<Frame> Watch([EnumeratorCancellation] CancellationToken cancel)
    {
        if (Me() is not { } me)
        {
            yield return Frame.Of(new Served.Ended(RefusalName.SessionEnded));
            yield break;
        }

        // A connection has one stream: any number of them would be as many copies of every view. So would one that begins over and over.
        if (!me.Call.Live.Pace.TakesWatch(me.Seat) || !Context.Items.TryAdd(nameof(Watch), me.Seat))
        {
            yield return Frame.Of(new Served.Ended(RefusalName.TooMany));
            yield break;
        }

        var connection = Context;
        using var reader = me.Call.Live.Views.Subscribe(me.Seat, me.Session, connection.Abort);
        using var ended = cancel.UnsafeRegister(static r => ((Subscription)r!).End(), reader);
        var counted = false;
        IDisposable? alive = null;
        IDisposable? waiting = null;
        try
        {
            while (await reader.ComesAsync() && !cancel.IsCancellationRequested)
            {
                if (reader.Take() is not { } served)
                {
                    continue;
                }

                if (!counted && served is Served.Shown)
                {
                    counted = true;
                    settling.Came();
                }

                // A second device that waits is not a person in the sitting yet; one that only marks never is.
                alive ??= served is Served.Shown { View.IsPerson: true } ? me.Call.Presence.Arrive(me.Seat) : null;
                if (served is Served.Waiting)
                {
                    waiting ??= me.Call.Waiting.Arrive(me.Seat, me.Session);
                }

                // Nothing of it is used after the pause: what is would be held as long.
                var cuts = served is Served.Ended { Why: not RefusalName.CallClosed };
                yield return Frame.Of(served);
                if (cuts)
                {
                    // The frame is given a moment to arrive, then the connection of what has ended ends too.
                    _ = Task.Delay(LastFrame, CancellationToken.None).ContinueWith(_ => connection.Abort(), TaskScheduler.Default);
                }
            }
        }
        finally
        {
            connection.Items.Remove(nameof(Watch));
            alive?.Dispose();
            waiting?.Dispose();
        }
    }

    /// <summary>What this person's browser must do for picture and sound. One stream a person: a second one ends the first.</summary>
    public async IAsyncEnumerable<MediaFrame> Media([EnumeratorCancellation] CancellationToken cancel)
    {
        if (Me() is not { Holds: true } me)
        {
            yield return NoPerson();
            yield break;
        }

        var stream = me.Call.Media.Open(me.Seat, me.Session, Context.ConnectionId);
        try
        {
            await foreach (var frame in stream.Read(cancel))
            {
                if (!me.Holds)
                {
                    yield return new EndedFrame(EndedWhy.SessionEnded);
                    yield break;
                }

                yield return frame;
            }
        }
        finally
        {
            me.Call.Media.Close(stream);
        }
    }

    /// <summary>The pre-check's own room: one publishes and receives oneself. At any hour, for any seat whose session holds.</summary>
    /// <param name="relay">Only through the relay.</param>
    public async IAsyncEnumerable<MediaFrame> Test(bool relay, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (Me() is not { Holds: true } me)
        {
            yield return NoPerson();
            yield break;
        }

        var outsider = me.Call.Live.Kept.Access(me.Seat).Role is Role.Presenter or Role.Authority;
        await foreach (var frame in conference.Tests.Run($"{me.Call.Id}/{me.Seat}", me.Seat, outsider, Context.ConnectionId, relay, cancel))
        {
            if (!me.Holds)
            {
                yield return new EndedFrame(EndedWhy.SessionEnded);
                yield break;
            }

            yield return frame;
        }
    }

    /// <summary>What the browser tells of picture and sound: malformed, stale or not allowed gets a named refusal.</summary>
    public async Task<Signalled> Signal(JsonElement signal)
    {
        if (Me() is not { Holds: true } me)
        {
            return Signalled.Refused(Me()?.WhyNotPerson ?? RefusalName.SessionEnded);
        }

        if (!conference.Pace.Hears($"{me.Call.Id}/{me.Seat}"))
        {
            return Signalled.Refused(RefusalName.TooMany);
        }

        var (parsed, refusal) = MediaSignal.Parse(signal);
        return parsed is null ? new Signalled(null, refusal)
            : await conference.Tests.Signal(Context.ConnectionId, parsed)
            ?? await me.Call.Media.Signal(me.Seat, Context.ConnectionId, parsed);
    }

    /// <summary>The grid with its anchors, for jurors and the secretary; null for the others.</summary>
    public Grid? Grid() =>
        Me() is { Reads: true } me && me.Call.Live.Kept.Access(me.Seat).Role is Role.Chair or Role.Member or Role.Secretary ? me.Call.Live.Kept.Grid : null;

    /// <summary>No media for who is not there in person: an ended session, or a device that only marks.</summary>
    private EndedFrame NoPerson() => new(Me() is { Marks: true } ? EndedWhy.MarksOnly : EndedWhy.SessionEnded);

    private SeatSession? Me() => SeatSession.Of(calls, Context.User);
}
