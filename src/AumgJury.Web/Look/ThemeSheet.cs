using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;

namespace AumgJury.Web.Look;

/// <summary>
/// Both themes as one style sheet, made once at the first request. MudBlazor would write its theme over the circuit, after
/// the first paint and for one mode; a sheet needs no circuit, is cached, and changes mode with <c>data-theme</c> alone.
/// </summary>
public sealed partial class ThemeSheet(IServiceScopeFactory scopes, ILoggerFactory logs)
{
    private readonly Lazy<Task<string>> _css = new(() => MakeAsync(scopes, logs));

    /// <summary>The sheet.</summary>
    public Task<string> CssAsync() => _css.Value;

    /// <summary>The address, which changes with the content, so that it may be cached for ever.</summary>
    public async Task<string> AddressAsync()
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(await CssAsync()));
        return $"look/theme.css?v={Convert.ToHexStringLower(hash.AsSpan(0, 6))}";
    }

    private static async Task<string> MakeAsync(IServiceScopeFactory scopes, ILoggerFactory logs)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var light = await BlocksAsync(renderer, dark: false);
        var dark = await BlocksAsync(renderer, dark: true);
        return $":root{{{light}{Own(HouseColours.Light)}color-scheme:light}}\n" +
            $":root[data-theme=dark]{{{dark}{Own(HouseColours.Dark)}color-scheme:dark}}\n";
    }

    private static async Task<string> BlocksAsync(HtmlRenderer renderer, bool dark)
    {
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [nameof(MudThemeProvider.Theme)] = HouseTheme.Theme,
            [nameof(MudThemeProvider.IsDarkMode)] = dark,
        });
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<MudThemeProvider>(parameters)).ToHtmlString());
        return string.Concat(RootBlock().Matches(html).Select(block => block.Groups["block"].Value));
    }

    private static string Own(HouseColours colours) =>
        string.Concat(colours.Variables().Select(variable => $"{variable.Name}:{variable.Colour};"));

    [GeneratedRegex(@":root\s*\{(?<block>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RootBlock();
}
