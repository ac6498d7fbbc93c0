using System.Net;

namespace AumgJury.Bench.Acts;

/// <summary>The links of a made folder, and the cookies got with them: a seat is entered once, as by a person whose browser keeps its session.</summary>
internal sealed class Entrance(IReadOnlyDictionary<(string Call, string Seat), string> secrets)
{
    private readonly Dictionary<(string, string), (string Number, CookieContainer Cookies)> _entered = [];

    public string SecretOf(string call, string seat) => secrets[(call, seat)];

    /// <summary>Every call and seat that has a link.</summary>
    public IEnumerable<(string Call, string Seat)> Seats => secrets.Keys;

    /// <summary>The seat's number in addresses, and its cookies.</summary>
    public async Task<(string Number, CookieContainer Cookies)> EnterAsync(Uri house, string call, string seat)
    {
        if (!_entered.TryGetValue((call, seat), out var found))
        {
            var cookies = new CookieContainer();
            _entered[(call, seat)] = found = (await Wire.DoorAsync(house, secrets[(call, seat)], cookies), cookies);
        }

        return found;
    }

    /// <summary>Connects to the hub and watches.</summary>
    public async Task<Wire> WatchAsync(Uri house, string call, string seat, Action<Wire>? before = null)
    {
        var (number, cookies) = await EnterAsync(house, call, seat);
        return await Wire.ConnectAsync(house, $"/s/{number}/jury", cookies, "Watch", before);
    }
}
