using System.Globalization;
using System.Text;
using AumgJury.Core.Sittings;
using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using AumgJury.Web.Realtime;
using AumgJury.Web.Setup;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;

namespace AumgJury.Web.Tests.Setup;

/// <summary>A data folder and the commands of the setting up, run on it in French as from a terminal.</summary>
internal sealed class NewHouse : IDisposable
{
    public static readonly string Model = Path.Combine(Path.GetDirectoryName(SeedCopy.Original)!, "modele");

    private readonly CultureInfo _before = CultureInfo.CurrentUICulture;
    private readonly string _place = Directory.CreateTempSubdirectory("aumgjury-setup-").FullName;

    public NewHouse() => CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("fr-FR");

    public string Data => Path.Combine(_place, "data");

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2030, 1, 15, 10, 0, 0, TimeSpan.Zero));

    public Disk Disk { get; set; } = new LinuxDisk();

    public CallFiles Files(string call = "mon-appel") => new(Data, call);

    /// <summary>A starting folder as <c>--new-call</c> writes it, with other words in it when wanted.</summary>
    public string NewCall(string name = "appel", string id = "mon-appel")
    {
        var folder = Path.Combine(_place, name);
        Assert.Equal(0, NewCallCommand.Run(folder, Model, TextWriter.Null));
        Change(folder, "call.json", "mon-appel", id);
        return folder;
    }

    public static void Change(string folder, string file, string old, string with)
    {
        var path = Path.Combine(folder, file);
        var text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, with, StringComparison.Ordinal));
    }

    public (int Code, string Said) Seed(string folder, params string[] more) => Run((house, output) => new SeedCommand(house, Disk, Clock, output), ["--seed", folder, .. more]);

    public (int Code, string Said) NewLink(params string[] words) => Run((house, output) => new NewLinkCommand(house, Disk, Clock, output), ["--new-link", .. words]);

    /// <summary>The secrets of the links' file, by seat.</summary>
    public Dictionary<string, string> Secrets(string call = "mon-appel") => File.ReadAllLines(Files(call).Links).Skip(1)
        .Select(row => row.Trim('"').Split("\";\"")).ToDictionary(row => row[0], row => row[^1].Split('#')[1], StringComparer.Ordinal);

    /// <summary>What the folder's journal says of a call.</summary>
    public T Opened<T>(Func<CallOnDisk, T> look, string call = "mon-appel")
    {
        using var opened = CallOnDisk.Open(new LinuxDisk(), Files(call))!;
        return look(opened);
    }

    /// <summary>Every file of the data folder but the lock, to the byte.</summary>
    public SortedDictionary<string, string> Bytes() => new(
        Directory.EnumerateFiles(Data, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)).ToDictionary(f => f, f => Convert.ToHexString(File.ReadAllBytes(f)), StringComparer.Ordinal),
        StringComparer.Ordinal);

    public void Dispose()
    {
        CultureInfo.CurrentUICulture = _before;
        try
        {
            Directory.Delete(_place, recursive: true);
        }
        catch (IOException)
        {
            // LiteDB may still be closing its file; a temporary folder left behind fails no test.
        }
    }

    private (int Code, string Said) Run(Func<HouseOptions, TextWriter, SetupCommand> command, string[] words)
    {
        var said = new StringWriter(new StringBuilder(), CultureInfo.InvariantCulture);
        var options = new ConfigurationBuilder().AddCommandLine(CommandLine.Normalise(["--data", Data, .. words])).Build();
        var code = command(HouseOptions.From(options, development: false), said).Run();
        return (code, said.ToString().Replace('\u00a0', ' ').Replace('\u202f', ' ').Replace('’', '\''));
    }
}
