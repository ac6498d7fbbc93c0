using System.Globalization;
using System.Resources;

namespace AumgJury.Web.Seeds;

/// <summary>The sentences about seeds. Read without a host, so that the command line says the same as the pages.</summary>
internal static class SeedTexts
{
    private static readonly ResourceManager Texts = new("AumgJury.Web.Texts.Seeds", typeof(SeedTexts).Assembly);

    /// <summary>The sentence of that key in <see cref="CultureInfo.CurrentUICulture"/>, French when there is none.</summary>
    /// <exception cref="MissingManifestResourceException">No such key in any language.</exception>
    public static string Say(string key, params object[] values)
    {
        var format = Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new MissingManifestResourceException($"Seeds: {key}");
        return string.Format(CultureInfo.CurrentUICulture, format, values);
    }
}
