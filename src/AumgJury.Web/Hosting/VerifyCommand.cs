using AumgJury.Web.Storage;

namespace AumgJury.Web.Hosting;

/// <summary><c>./run --verify DIR</c>: walks the chain of every journal of a folder without changing anything, also while a server runs.</summary>
public static class VerifyCommand
{
    /// <returns>0 when every line chains; 1 otherwise.</returns>
    public static int Run(string folder, TextWriter output)
    {
        if (!Directory.Exists(folder))
        {
            output.WriteLine($"{folder} : ce dossier n'existe pas.");
            return 1;
        }

        var calls = CallFiles.CallsIn(folder).ToArray();
        if (calls.Length == 0)
        {
            output.WriteLine($"{folder} : ce dossier ne contient aucun journal.");
            return 1;
        }

        var whole = true;
        foreach (var id in calls)
        {
            switch (Journal.Verify(new CallFiles(folder, id).Journal))
            {
                case Verified.Whole found:
                    output.WriteLine($"{id} : {found.Lines} lignes enchaînées, tête {found.HeadHash}");
                    break;
                case Verified.Bad bad:
                    output.WriteLine($"{id} : la ligne {bad.AtPosition} ne s'enchaîne pas ({bad.Fault}).");
                    whole = false;
                    break;
            }
        }

        return whole ? 0 : 1;
    }
}
