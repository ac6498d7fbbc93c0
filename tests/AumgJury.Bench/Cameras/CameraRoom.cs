using AumgJury.Bench.Acts;
using AumgJury.Bench.Processes;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Replay;

namespace AumgJury.Bench.Cameras;

/// <summary>One sitting of a house with its own Janus: the doors are open, and people with picture and sound come in by their links.</summary>
internal sealed class CameraRoom : IAsyncDisposable
{
    private const string Call = "bench-cameras";

    /// <summary>Those who share the room, the secretary among the first four.</summary>
    private static readonly string[] Seats = ["M1", "M2", "M3", "SEC", "M4", "M5", "M6", "M7", "M8", "M9", "M10", "M11"];

    private readonly string _folder;
    private readonly MeasuredProcess _house;
    private readonly Entrance _entrance;
    private readonly Dictionary<string, string> _secrets;
    private readonly List<Participant> _people = [];

    private CameraRoom(string folder, MeasuredProcess house, Entrance entrance, Dictionary<string, string> secrets)
    {
        _folder = folder;
        _house = house;
        _entrance = entrance;
        _secrets = secrets;
    }

    public Uri Address => _house.Address;

    public IReadOnlyList<Participant> People => _people;

    public Participant Chair => _people[0];

    /// <summary>Processor seconds of the application and of its Janus.</summary>
    public (double Application, double Janus) Cpu =>
        (_house.CpuSeconds, ProcessClock.CpuSeconds(int.Parse(File.ReadAllText(Path.Combine(_folder, "janus", "janus.pid")), System.Globalization.CultureInfo.InvariantCulture)));

    /// <summary>
    /// What is called every two to five seconds is compiled after thirty calls, minutes later: a room at rest costs some ten milliseconds a second, and
    /// compiling must be small against that.
    /// </summary>
    public Task<bool> WarmAsync(TimeSpan most) => _house.WarmAsync(() => Task.Delay(30_000), most, hardly: 0.0005);

    public string SecretOf(string seat) => _secrets[seat];

    public static async Task<CameraRoom> OpenAsync(BenchOptions options, Peers peers, int participants)
    {
        var folder = Bounds.NewFolder();
        MeasuredProcess? house = null;
        CameraRoom? room = null;
        try
        {
            var secrets = await StageAsync(folder);
            var entrance = new Entrance(secrets.ToDictionary(s => (Call, s.Key), s => s.Value));
            house = await MeasuredProcess.HouseAsync(options, folder, "--empty");
            room = new CameraRoom(folder, house, entrance, secrets);
            await room.FillAsync(peers, Seats[..participants]);
            return room;
        }
        catch when (room is not null)
        {
            await room.DisposeAsync();
            throw;
        }
        catch
        {
            if (house is not null)
            {
                await house.DisposeAsync();
            }

            Directory.Delete(folder, recursive: true);
            throw;
        }
    }

    /// <summary>Everybody sits down, and sees and hears everybody.</summary>
    private async Task FillAsync(Peers peers, string[] seats)
    {
        foreach (var seat in seats)
        {
            await SitAsync(peers, seat, [.. seats.Where(other => other != seat)]);
        }

        await Task.WhenAll(_people.Select(async p =>
        {
            try
            {
                await ReceivesAsync(peers, p.Seat, seats.Length - 1);
            }
            catch (TimeoutException missing)
            {
                throw new InvalidOperationException($"{missing.Message}; {p}", missing);
            }
        }));
    }

    /// <summary>One more person; presenters wait outside until they are called.</summary>
    public async Task<Participant> SitAsync(Peers peers, string seat, string[] shows)
    {
        var person = await Participant.SitAsync(Address, _entrance, Call, seat, peers, shows);
        _people.Add(person);
        await person.DoAsync(new ConfirmPresence());
        return person;
    }

    /// <summary>The roll call, the rules and the first call, by the chair's own acts.</summary>
    public async Task BeginHearingsAsync()
    {
        await Chair.DoAsync(new OpenSitting());
        foreach (var member in Seats.Where(s => s != "SEC"))
        {
            var here = _people.Exists(p => p.Seat == member);
            await Chair.DoAsync(new RecordAttendance(member, here ? AttendanceStatus.Present : AttendanceStatus.Excused, IdentityMeans.CardShown, ""));
        }

        await Chair.DoAsync(new AdoptRules());
        await Chair.DoAsync(new StartHearings());
    }

    /// <summary>Waits until so many others' sound and pictures come, each on a line of its own, for half a second and another one.</summary>
    public static async Task ReceivesAsync(Peers peers, string seat, int others)
    {
        var (before, good) = (await peers.CountAsync(seat), 0);
        for (var i = 0; i < 120; i++)
        {
            await Task.Delay(500);
            var now = await peers.CountAsync(seat);

            // A voice is 25 packets in half a second, a camera 7; a machine that is busy may be late with some.
            good = Running(before.Sounds, now.Sounds, 12) >= others && Running(before.Pictures, now.Pictures, 3) >= others ? good + 1 : 0;
            if (good == 2)
            {
                return;
            }

            before = now;
        }

        throw new TimeoutException($"{seat} does not receive all of {others} others: {string.Join(' ', before.Sounds)} packets of sound, {string.Join(' ', before.Pictures)} of pictures");
    }

    /// <summary>Lines on which at least so many packets have come since; a new line had none.</summary>
    private static int Running(long[] before, long[] now, int least) => now.Where((packets, line) => packets - (line < before.Length ? before[line] : 0) >= least).Count();

    public async ValueTask DisposeAsync()
    {
        try
        {
            foreach (var person in _people)
            {
                await person.DisposeAsync();
            }
        }
        finally
        {
            await _house.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static async Task<Dictionary<string, string>> StageAsync(string folder)
    {
        var definition = Sittings.Definition(Call);
        var ninth = definition.Seats.First(s => s.Id == "M9");
        definition = definition with { Seats = [.. definition.Seats, ninth with { Id = "M10", Name = "Dr D. Dixième" }, ninth with { Id = "M11", Name = "Dr O. Onzième" }] };
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        await using FastStage stage = await Sittings.OpenAsync(folder, definition);
        foreach (var seat in Seats.Concat(Sittings.Presenters))
        {
            var secret = secrets[seat] = Secret.New();
            await Sittings.Must(stage, Actor.Access, new IssueLink(seat, Secret.Sum(secret)));
        }

        await Sittings.Must(stage, Actor.Presence, new RegainSeat("SEC"));
        await Sittings.Must(stage, Actor.Seat("SEC"), new OpenDoors());
        return secrets;
    }
}
