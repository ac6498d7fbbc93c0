using System.Globalization;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Setup;

/// <summary><c>--new-call DIR</c>: writes a small fictional call that can be used as it stands, for somebody to replace by their own.</summary>
internal static class NewCallCommand
{
    /// <param name="model">The folder that is copied.</param>
    /// <returns>0 when it was written; 1 with a clear line otherwise.</returns>
    public static int Run(string folder, string model, TextWriter output)
    {
        var texts = new TextsOf<SetupTexts>(new HouseCulture(CultureInfo.CurrentUICulture));
        var target = Path.GetFullPath(folder);
        try
        {
            if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
            {
                output.WriteLine(texts["NotEmpty", target]);
                return 1;
            }

            foreach (var file in Directory.EnumerateFiles(model, "*", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(target, Path.GetRelativePath(model, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            output.WriteLine(texts["DiskFailed", failed.Message]);
            return 1;
        }

        output.WriteLine(texts["NewCall", target]);
        output.WriteLine(texts["NewCallNext", target]);
        return 0;
    }
}
