using System.Globalization;
using AumgJury.Core.Sittings;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using AumgJury.Web.Security;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;

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
            var https = app.Services.GetService<OwnHttps>();
            var address = https?.Host.Origin ?? app.Urls.FirstOrDefault() ?? HouseOptions.DefaultAddress;
            Console.WriteLine();
            Console.WriteLine($"  AumgJury : {address}");
            Console.WriteLine($"  Données  : {house.DataFolder}");
            if (https is not null)
            {
                Console.WriteLine(Warned(https));
            }

            Calls(app.Services.GetRequiredService<Calls>(), house);
            if (house.Demo && app.Services.GetRequiredService<Calls>().Find(DemoCall.CallId) is { Live.Kept: { IsOpen: true } state })
            {
                Console.WriteLine($"  Démo     : {https?.Host.OnLoopback ?? address}/demo");
                Console.WriteLine();
                foreach (var line in People(state, app.Services.GetRequiredService<DemoCall>(), address))
                {
                    Console.WriteLine($"  {line}");
                }
            }

            Console.WriteLine();
        });
    }

    /// <summary>That the telephone warns of the certificate, and what to compare before one goes on.</summary>
    internal static string Warned(OwnHttps https) =>
        new TextsOf<SetupTexts>(new HouseCulture(CultureInfo.CurrentUICulture))["HttpsFingerprint", OwnCertificate.Fingerprint(https.Certificate)];

    /// <summary>One line for each link that still lets somebody in; once the sitting is over, a line that says so and how to start anew.</summary>
    internal static IEnumerable<string> People(CallState state, DemoCall demo, string address)
    {
        var words = new TextsOf<AccessTexts>(new HouseCulture(HouseCulture.French));
        var people = demo.Open(state).Select(l => $"{words[$"Terminal_{l.Access.Role}"],-12} {l.Access.Name,-26} {LinkDesk.AddressOf(address, l.Secret)}");
        return state.IsOver ? [.. people, words["Demo_Over"]] : people;
    }

    /// <summary>The real calls, and those whose links still lie there to be read.</summary>
    private static void Calls(Calls calls, HouseOptions house)
    {
        var texts = new TextsOf<SetupTexts>(new HouseCulture(CultureInfo.CurrentUICulture));
        foreach (var call in calls.Served.Where(c => c.Live.Kept is { IsOpen: true, DemoStart: null }))
        {
            Console.WriteLine(texts["Call", call.Live.Kept.Archive().Title, call.Id]);
            if (File.Exists(new CallFiles(house.DataFolder, call.Id).Links))
            {
                Console.WriteLine($"    {texts["LinksLeft", new CallFiles(house.DataFolder, call.Id).Links]}");
            }
        }
    }
}
