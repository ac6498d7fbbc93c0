using AumgJury.Web.Accounts;
using AumgJury.Web.Conference;
using AumgJury.Web.Hosting;
using AumgJury.Web.Look;
using AumgJury.Web.Notifications;
using AumgJury.Web.Pages;
using AumgJury.Web.Realtime;
using AumgJury.Web.Replay;
using AumgJury.Web.Security;
using AumgJury.Web.Texts;
using MudBlazor.Services;

var (options, fault) = CommandLine.Read(args);
if (options is null)
{
    Console.Error.WriteLine(fault);
    return 2;
}

var builder = WebApplication.CreateBuilder(options);
var house = builder.AddHouse();

if (house.Verify is { } folder)
{
    return VerifyCommand.Run(folder, Console.Out);
}

if (house is { Replay: true, Fast: true })
{
    return await ReplayCommand.RunAsync(house, Serving.SeedFolder, Console.Out);
}

builder.Services.AddProtectionKeys(house);
builder.Services.AddPostLimits();
builder.Services.AddSmallResponses();
builder.Services.AddTexts();
builder.Services.AddLook();
builder.Services.AddMudServices();
builder.Services.AddRoomComponents();
builder.Services.AddSeatCookie(house);
builder.Services.AddMail(builder.Configuration, house.DataFolder);
builder.Services.AddConference(builder.Configuration, house);
builder.Services.AddCalls();

var app = builder.Build();

app.UseErrorPages();
app.UseResponseCompression();
app.UseContentSecurityPolicy();
app.UseSecurityHeaders();
app.UseSeatPath();
app.UseLanguageChoice();
app.UseRouting();
app.UseRateLimiter();
app.UseAuthentication();
app.UseSeatMatch();
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
app.Run();
return 0;

/// <summary>Named so that tests can start the whole application.</summary>
public partial class Program;
