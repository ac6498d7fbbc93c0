using System.Globalization;
using AumgJury.Web.Accounts;
using AumgJury.Web.Conference;
using AumgJury.Web.Hosting;
using AumgJury.Web.Look;
using AumgJury.Web.Notifications;
using AumgJury.Web.Pages;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Security;
using AumgJury.Web.Setup;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;

var (options, fault) = CommandLine.Read(args);
if (options is null)
{
    var asked = fault == CommandLine.Help;
    (asked ? Console.Out : Console.Error).WriteLine(fault);
    return asked ? 0 : 2;
}

OwnFiles.Only();
var builder = WebApplication.CreateBuilder(options);
var house = builder.AddHouse();

if (Listening.Fault(house, builder.Configuration) is { } refused)
{
    Console.Error.WriteLine(refused);
    return 2;
}

HttpsPlaces? places = null;
if (house is { Https: { } named, Verify: null })
{
    places = HttpsPlaces.Find(named, new TextsOf<SetupTexts>(new HouseCulture(CultureInfo.CurrentUICulture)));
    if ((places.Fault ?? places.Warning) is { } said)
    {
        Console.Error.WriteLine(said);
    }

    if (places.Fault is not null)
    {
        return 2;
    }
}

if (house.Verify is { } folder)
{
    return VerifyCommand.Run(folder, Console.Out);
}

if (house.NewCall is { } empty)
{
    return NewCallCommand.Run(empty, Serving.ModelFolder, Console.Out);
}

if (house.NewLink is not null)
{
    return new NewLinkCommand(house, new LinuxDisk(), TimeProvider.System, Console.Out).Run();
}

if (house.Seed is not null && new SeedCommand(house, new LinuxDisk(), TimeProvider.System, Console.Out).Run() is var code && (code != 0 || house.Exit))
{
    return code;
}

if (house is { Replay: true, Fast: true })
{
    return await ReplayCommand.RunAsync(house, Serving.SeedFolder, Console.Out);
}

if (house.Https is { } https && places is not null)
{
    builder.ListenOverHttps(house, https, places);
}

builder.Services.AddProtectionKeys(house);
builder.Services.AddProxy(house);
builder.Services.AddAllowedHosts(house);
builder.Services.AddSingleton<FailedLookups>();
builder.Services.AddSingleton<EntrancePace>();
builder.Services.AddSingleton<CircuitPace>();
builder.Services.AddSmallResponses();
builder.Services.AddTexts();
builder.Services.AddLook();
builder.Services.AddRoomComponents();
builder.Services.AddSeatCookie(house);
builder.Services.AddMail(builder.Configuration, house.DataFolder);
builder.Services.AddConference(builder.Configuration, house);
builder.Services.AddCalls();

// What stops a start is said in one line, below.
var starting = new StartFault(house, builder.Configuration);
starting.Quieten(builder.Logging);
var app = builder.Build();
app.Lifetime.ApplicationStarted.Register(starting.Over);

PlannedStop.Use(app);
app.UseForwardedHeaders();
app.UseErrorPages();
app.UseResponseCompression();
app.UseContentSecurityPolicy();
app.UseSecurityHeaders();
app.UseSeatPath();
app.UseVersionedFiles();
app.UseSameOrigin();
app.UseLanguageChoice();
app.UseRouting();
app.UseAuthentication();
app.UseSeatMatch(house);
app.UseAuthorization();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapLook();
app.MapDoors();
app.MapDocuments();
app.MapMail();
app.MapHub<JuryHub>(JuryHub.Path);
app.MapPages();

app.GreetWhenOpen();
try
{
    app.Run();
    return 0;
}
catch (Exception failed) when (starting.Sentence(failed) is not null)
{
    Console.Error.WriteLine(starting.Sentence(failed));
    return 1;
}

/// <summary>Named so that tests can start the whole application.</summary>
public partial class Program;
