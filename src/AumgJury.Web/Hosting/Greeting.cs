using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Hosting;

/// <summary>What the terminal shows once the house is open: the address, and in the demo one link a person.</summary>
public static class Greeting
{
    public static void GreetWhenOpen(this WebApplication app)
    {
        var house = app.Services.GetRequiredService<HouseOptions>();
        if (app.Configuration.GetValue("quiet", defaultValue: false))
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var address = app.Urls.FirstOrDefault() ?? HouseOptions.DefaultAddress;
            Console.WriteLine();
            Console.WriteLine($"  AumgJury : {address}");
            Console.WriteLine($"  Données  : {house.DataFolder}");
            if (house.Demo && app.Services.GetRequiredService<Calls>().Find(DemoCall.CallId) is { Live.Kept: { IsOpen: true } state })
            {
                Console.WriteLine($"  Démo     : {address}/demo");
                Console.WriteLine();
                foreach (var (seat, secret) in app.Services.GetRequiredService<DemoCall>().Links.Where(l => state.HasSeat(l.Key)))
                {
                    var access = state.Access(seat);
                    Console.WriteLine($"  {access.Role,-10} {access.Name,-26} {LinkDesk.AddressOf(address, secret)}");
                }
            }

            Console.WriteLine();
        });
    }
}
