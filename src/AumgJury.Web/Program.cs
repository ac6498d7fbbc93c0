using AumgJury.Web.Hosting;
using AumgJury.Web.Look;
using AumgJury.Web.Pages;
using AumgJury.Web.Security;
using AumgJury.Web.Texts;
using MudBlazor.Services;

var builder = WebApplication.CreateBuilder(CommandLine.Normalise(args));
var house = builder.AddHouse();

builder.Services.AddProtectionKeys(house);
builder.Services.AddPostLimits();
builder.Services.AddSmallResponses();
builder.Services.AddTexts();
builder.Services.AddLook();
builder.Services.AddMudServices();
builder.Services.AddRoomComponents();

var app = builder.Build();

app.UseErrorPages();
app.UseResponseCompression();
app.UseContentSecurityPolicy();
app.UseSecurityHeaders();
app.UseSeatPath();
app.UseLanguageChoice();
app.UseRouting();
app.UseRateLimiter();
app.UseAntiforgery();

app.MapStaticAssets();
app.MapLook();
app.MapPages();

app.Run();

/// <summary>Named so that tests can start the whole application.</summary>
public partial class Program;
