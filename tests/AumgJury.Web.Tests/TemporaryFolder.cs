namespace AumgJury.Web.Tests;

/// <summary>A folder of a test in which an application has just ended.</summary>
public static class TemporaryFolder
{
    private const int Tries = 30;

    /// <summary>Removes it. Something that is just ending may still write into it (LiteDB its file, Janus its log): then again, and in the end it stays; a folder left behind fails no test.</summary>
    public static void Remove(string path)
    {
        for (var tries = 0; tries < Tries && Directory.Exists(path); tries++)
        {
            try
            {
                Directory.Delete(path, recursive: true);
            }
            catch (IOException)
            {
                Thread.Sleep(100);
            }
        }
    }
}
