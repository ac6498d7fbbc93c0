using System.Globalization;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Hosting;

/// <summary><c>./run --verify DIR</c>: walks the chain of every journal of a folder without changing anything, also while a server runs.</summary>
public static class VerifyCommand
{
    /// <returns>0 when every line chains; 1 otherwise.</returns>
    public static int Run(string folder, TextWriter output)
    {
        var texts = new TextsOf<SetupTexts>(new HouseCulture(CultureInfo.CurrentUICulture));
        if (!Directory.Exists(folder))
        {
            output.WriteLine(texts["NoFolder", folder]);
            return 1;
        }

        var calls = CallFiles.CallsIn(folder).ToArray();
        if (calls.Length == 0)
        {
            output.WriteLine(texts["NoJournal", folder]);
            return 1;
        }

        var whole = true;
        foreach (var id in calls)
        {
            switch (Journal.Verify(new CallFiles(folder, id).Journal))
            {
                case Verified.Whole found:
                    output.WriteLine(texts["Verified", id, found.Lines, found.HeadHash]);
                    break;
                case Verified.Bad bad:
                    output.WriteLine(texts[$"Line{bad.Fault}", id, bad.AtPosition]);
                    whole = false;
                    break;
            }
        }

        return whole ? 0 : 1;
    }
}
