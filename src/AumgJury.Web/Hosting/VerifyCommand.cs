using System.Globalization;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Hosting;

/// <summary><c>./run --verify DIR</c>: walks the chain of every journal of a folder without changing anything, also while a server runs. Whole lines cut off the end still chain: a folder
/// that was left by a clean stop knows how many there were, and the head is printed to be compared.</summary>
public static class VerifyCommand
{
    /// <returns>0 when every line chains and none that the folder knows of is missing; 1 otherwise.</returns>
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

        var disk = new LinuxDisk();
        var whole = true;
        foreach (var id in calls)
        {
            switch (Journal.Verify(new CallFiles(folder, id).Journal))
            {
                case Verified.Whole found:
                    output.WriteLine(texts["Verified", id, found.Lines, found.HeadHash]);
                    if (CallIndex.LeftAt(disk, new CallFiles(folder, id)) is { } left && left > found.Lines)
                    {
                        output.WriteLine(texts["CutShort", id, left, found.Lines]);
                        whole = false;
                    }

                    break;
                case Verified.Bad bad:
                    output.WriteLine(texts[$"Line{bad.Fault}", id, bad.AtPosition]);
                    whole = false;
                    break;
            }
        }

        // A chain does not tell that its last lines are missing: only somebody who noted the head can.
        output.WriteLine(texts["VerifiedCompare"]);
        return whole ? 0 : 1;
    }
}
