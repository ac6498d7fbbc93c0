using Microsoft.Playwright;

namespace AumgJury.EndToEnd.Browsing;

/// <summary>Pictures of pages, kept in <c>pictures/</c> of the repository when <c>AUMG_PICTURES=1</c>.</summary>
public static class Pictures
{
    /// <summary>Whether pictures were asked for.</summary>
    public static bool Wanted => string.Equals(Environment.GetEnvironmentVariable("AUMG_PICTURES"), "1", StringComparison.Ordinal);

    /// <summary>Takes the window as it is seen, or the whole page of a text page.</summary>
    public static async Task TakeAsync(Visitor visitor, string name)
    {
        if (Wanted)
        {
            await visitor.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Folder(), $"{name}.png"), FullPage = await visitor.Page.Locator(".room").CountAsync() == 0 });
        }
    }

    /// <summary>The folder of the pictures, or one beneath it.</summary>
    internal static string Folder(string beneath = "")
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "AumgJury.sln")))
        {
            root = root.Parent;
        }

        return Directory.CreateDirectory(Path.Combine(root?.FullName ?? ".", "pictures", beneath)).FullName;
    }
}
