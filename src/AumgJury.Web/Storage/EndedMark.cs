using System.Text;

namespace AumgJury.Web.Storage;

/// <summary>
/// Left beside a journal at a clean stop once its call has ended: closed, and its last notification accepted, so that no link opens it any
/// more. Such a call is read and verified when somebody asks for it, not at every start (design, wall 3). A mark that does not fit the
/// journal's length means nothing: the call is then read at the start, as any other.
/// </summary>
internal static class EndedMark
{
    public static bool Fits(Disk disk, CallFiles files) =>
        File.Exists(files.Ended) && File.Exists(files.Journal)
        && disk.Read(files.Ended) is { } mark && mark.AsSpan().SequenceEqual(Of(new FileInfo(files.Journal).Length));

    /// <summary>Called after the journal was closed.</summary>
    public static void Leave(Disk disk, CallFiles files) => disk.Replace(files.Ended, Of(new FileInfo(files.Journal).Length));

    private static byte[] Of(long length) => Encoding.ASCII.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"ended {length}\n"));
}
