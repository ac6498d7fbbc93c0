using System.Globalization;
using AumgJury.Core.Sittings;
using AumgJury.Web.Hosting;
using AumgJury.Web.Sitting;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Setup;

/// <summary>A command that works on a data folder which no house serves, and says in the terminal's language what came of it.</summary>
internal abstract class SetupCommand(HouseOptions house, Disk disk, TextWriter output)
{
    private readonly HouseCulture _visit = new(CultureInfo.CurrentUICulture);

    protected HouseOptions House { get; } = house;

    protected Disk Disk { get; } = disk;

    protected CultureInfo Culture => _visit.Culture;

    protected TextsOf<SetupTexts> Texts => field ??= new(_visit);

    protected Say Say => field ??= new(_visit.Culture);

    /// <returns>The exit code: 0 when it was done, or had been done before; 1 with a clear line otherwise.</returns>
    public int Run()
    {
        if (!IsPublic(House.Address))
        {
            return Refuse(Texts["BadAddress", House.Address]);
        }

        try
        {
            Disk.CreateFolder(House.DataFolder);
            using var folder = FolderLock.Take(House.DataFolder);
            return Work();
        }
        catch (FolderInUse taken)
        {
            return Refuse(Texts["FolderInUse", taken.Folder]);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Refuse(Texts["DiskFailed", failed.Message]);
        }
    }

    /// <summary>The command's own part, with the folder's lock held.</summary>
    protected abstract int Work();

    protected string Sentence(Refusal refusal) => Texts["RefusedAct", new RefusalSentence(new(_visit), Say).Of(refusal)];

    /// <summary>Links that open on this machine alone are seldom meant.</summary>
    protected void NoteAddress()
    {
        if (new Uri(House.Address).IsLoopback)
        {
            Tell(Texts["NoteLocal", House.Address]);
        }
    }

    protected void Tell(string sentence) => output.WriteLine(sentence);

    /// <summary>Sessions live in cookies that only HTTPS carries, and links are made of a host alone. This machine needs no HTTPS.</summary>
    private static bool IsPublic(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    protected int Refuse(params IEnumerable<string> sentences)
    {
        foreach (var sentence in sentences)
        {
            Tell(sentence);
        }

        return 1;
    }
}
