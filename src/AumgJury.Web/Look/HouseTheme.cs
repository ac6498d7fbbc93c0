using MudBlazor;

namespace AumgJury.Web.Look;

/// <summary>MudBlazor's theme, made of <see cref="HouseColours"/> and one typeface.</summary>
public static class HouseTheme
{
    private static readonly string[] Family = ["IBM Plex Sans Variable", "system-ui", "sans-serif"];

    /// <summary>The one theme, light and dark.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), HouseColours.Light),
        PaletteDark = Fill(new PaletteDark(), HouseColours.Dark),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px" },
        Typography = Typography(),
    };

    private static T Fill<T>(T palette, HouseColours c) where T : Palette
    {
        palette.Background = c.Page;
        palette.BackgroundGray = c.Sunken;
        palette.Surface = c.Surface;
        palette.Divider = palette.TableLines = palette.LinesDefault = c.Line;
        palette.DividerLight = c.Line;
        palette.LinesInputs = c.Control;
        palette.TextPrimary = palette.ActionDefault = palette.DrawerText = palette.AppbarText = c.Text;
        palette.TextSecondary = palette.DrawerIcon = palette.TextDisabled = c.Text2;
        palette.GrayDefault = c.Text2;
        palette.ActionDisabled = c.Text2;
        palette.ActionDisabledBackground = c.Sunken;
        palette.Primary = palette.Info = palette.Secondary = palette.Tertiary = c.Primary;
        palette.PrimaryContrastText = palette.InfoContrastText = palette.SecondaryContrastText = palette.TertiaryContrastText = c.OnPrimary;
        palette.Error = c.Doubt;
        palette.ErrorContrastText = c.Page;
        palette.Success = c.Ok;
        palette.SuccessContrastText = c.Page;
        palette.Warning = c.OpenRule;
        palette.WarningContrastText = c.Page;
        palette.AppbarBackground = palette.DrawerBackground = c.Surface;
        palette.TableHover = palette.TableStriped = c.Sunken;
        return palette;
    }

    private static Typography Typography()
    {
        var all = new Typography
        {
            Default = new DefaultTypography { FontSize = "1rem", LineHeight = "1.5" },
            H1 = new H1Typography { FontSize = "2rem", LineHeight = "1.25", FontWeight = "700" },
            H2 = new H2Typography { FontSize = "1.5rem", LineHeight = "1.3334", FontWeight = "600" },
            H3 = new H3Typography { FontSize = "1.25rem", LineHeight = "1.4", FontWeight = "600" },
            H4 = new H4Typography { FontSize = "1.125rem", LineHeight = "1.3334", FontWeight = "600" },
            H5 = new H5Typography { FontSize = "1rem", LineHeight = "1.5", FontWeight = "600" },
            H6 = new H6Typography { FontSize = "0.9375rem", LineHeight = "1.3334", FontWeight = "600" },
            Body1 = new Body1Typography { FontSize = "1rem", LineHeight = "1.5" },
            Body2 = new Body2Typography { FontSize = "0.9375rem", LineHeight = "1.3334" },
            Button = new ButtonTypography { FontSize = "1rem", LineHeight = "1.5", FontWeight = "600", TextTransform = "none" },
            Caption = new CaptionTypography { FontSize = "0.8125rem", LineHeight = "1.5385" },
        };
        BaseTypography[] each =
            [all.Default, all.H1, all.H2, all.H3, all.H4, all.H5, all.H6, all.Subtitle1, all.Subtitle2, all.Body1, all.Body2, all.Button, all.Caption, all.Overline];
        foreach (var one in each)
        {
            one.FontFamily = Family;
            one.LetterSpacing = "normal";
        }

        return all;
    }
}
