using System.Globalization;
using System.Net;
using AumgJury.Bench.Acts;
using AumgJury.Bench.Processes;

namespace AumgJury.Bench.Seats;

/// <summary>One server and the rooms whose pages are open at it; there come more and more of them.</summary>
/// <param name="server">Ended with this object.</param>
/// <param name="open">Opens the room of this number, from 0.</param>
/// <param name="hands">What acts in the rooms; disposed of with this object.</param>
internal sealed class Fan(MeasuredProcess server, Func<int, Task<FanRoom>> open, IReadOnlyCollection<IAsyncDisposable> hands) : IAsyncDisposable
{
    private const int AtATime = 4;

    private readonly List<FanRoom> _rooms = [];

    public MeasuredProcess Server => server;

    /// <summary>Sittings of the application. The chairs of all of them are there from the start: a sitting whose chair is away for a minute suspends itself.</summary>
    public static async Task<Fan> HouseAsync(BenchOptions options, int count)
    {
        var folder = Bounds.NewFolder();
        var entrance = await Sittings.MakeAsync(folder, count);
        var house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
        var hands = new List<Wire>();
        var fan = new Fan(house, i => HouseRoomAsync(house.Address, entrance, i, hands[i]), hands);
        try
        {
            for (var i = 0; i < count; i++)
            {
                hands.Add(await entrance.WatchAsync(house.Address, Sittings.IdOf(i), Sittings.Seats[0]));
            }

            // The entrance keeps what was got at it in a plain dictionary: before rooms are opened side by side.
            foreach (var seat in Enumerable.Range(0, count).SelectMany(i => Sittings.Seats[1..].Select(seat => (Sitting: Sittings.IdOf(i), seat))))
            {
                await entrance.EnterAsync(house.Address, seat.Sitting, seat.seat);
            }

            return fan;
        }
        catch
        {
            await fan.DisposeAsync();
            throw;
        }
    }

    /// <summary>Rooms of the bare page, which renders what <paramref name="page"/> holds.</summary>
    public static async Task<Fan> BareAsync(BenchOptions options, string page)
    {
        var bare = await MeasuredProcess.FloorAsync(options, "bare-pages", page);
        var hand = new Posts(bare.Address);
        return new Fan(
            bare,
            room => FanRoom.OpenAsync(
                _ => Circuit.OpenAsync(new Uri(bare.Address, $"/same/{room}"), "/", new CookieContainer()),
                _ => hand.ActAsync(room),
                // Each of its pages counts the acts since it was opened, before the first.
                (_, number, batch) => batch.Says((number + 1).ToString(CultureInfo.InvariantCulture))),
            [hand]);
    }

    /// <summary>Opens rooms, a few side by side, until there are so many.</summary>
    public async Task GrowAsync(int count)
    {
        var side = new ParallelOptions { MaxDegreeOfParallelism = AtATime };
        await Parallel.ForAsync(_rooms.Count, count, side, async (i, _) =>
        {
            var room = await open(i);
            lock (_rooms)
            {
                _rooms.Add(room);
            }
        });

        // Those who came are shown to each other.
        await Task.Delay(2000);
    }

    /// <summary>The first rooms act, each once a second and all spread evenly over it.</summary>
    /// <returns>Of each act the milliseconds until every page of its room showed it.</returns>
    public async Task<List<double>> ActAsync(int count, TimeSpan length)
    {
        using var until = new CancellationTokenSource(length);
        var times = await Task.WhenAll(_rooms.Take(count).Select((room, i) => Task.Run(
            async () =>
            {
                var mine = new List<double>();
                await Task.Delay(i * 1000 / count, CancellationToken.None);
                using var second = new PeriodicTimer(TimeSpan.FromSeconds(1));
                for (var acting = true; acting;)
                {
                    mine.Add(await room.ActAsync());
                    try
                    {
                        acting = await second.WaitForNextTickAsync(until.Token);
                    }
                    catch (OperationCanceledException)
                    {
                        acting = false;
                    }
                }

                return mine;
            },
            CancellationToken.None)));
        return [.. times.SelectMany(t => t)];
    }

    /// <summary>The server first: of many pages that leave one by one it would tell all the others.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        await Task.WhenAll(_rooms.Concat(hands).Select(r => r.DisposeAsync().AsTask()));
    }

    private static Task<FanRoom> HouseRoomAsync(Uri house, Entrance entrance, int sitting, Wire hand)
    {
        var lists = new int[FanRoom.Pages][];
        return FanRoom.OpenAsync(
            async i =>
            {
                var (number, cookies) = await entrance.EnterAsync(house, Sittings.IdOf(sitting), Sittings.Seats[i + 1]);
                return await Circuit.OpenAsync(new Uri(house, $"/s/{number}/salle"), $"/s/{number}/", cookies);
            },
            async number =>
            {
                if (double.IsNaN(await hand.SendAsync($$"""{"type":"{{(number % 2 == 0 ? "raise-hand" : "lower-hand")}}"}""")))
                {
                    throw new InvalidOperationException("The act was refused or not answered.");
                }
            },
            (page, number, batch) =>
            {
                if (number % 2 == 1)
                {
                    // The hand is taken out of the list into which it was put.
                    return batch.TakesOutOf(lists[page]);
                }

                var up = batch.Mentions("demande la parole"u8);
                lists[page] = up ? batch.PutsInto() : lists[page];
                return up;
            });
    }

    private sealed class Posts(Uri bare) : IAsyncDisposable
    {
        private readonly HttpClient _http = new() { BaseAddress = bare };

        public async Task ActAsync(int room)
        {
            using var answer = await _http.PostAsync($"/act/{room}", content: null);
            answer.EnsureSuccessStatusCode();
        }

        public ValueTask DisposeAsync()
        {
            _http.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
