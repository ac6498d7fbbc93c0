using System.IO.Compression;

namespace AumgJury.Web.Tests.Sitting.Media;

/// <summary>What a person in the room fetches for sound and picture, beyond the page: it is counted, and stays small.</summary>
public sealed class WeightTests
{
    private const int MostCompressed = 40_000; // bytes: a third of a second at 1 Mb/s

    [Fact]
    public void The_hub_library_and_the_conference_s_scripts_stay_under_forty_kilobytes()
    {
        var scripts = Directory.GetFiles(Path.Combine(SourceFiles.Root, "src", "AumgJury.Web", "wwwroot", "conference"), "*.js");
        var library = Path.Combine(SourceFiles.Root, "src", "AumgJury.Web", "wwwroot", "lib", "signalr", "signalr.min.js");

        Assert.NotEmpty(scripts);
        Assert.InRange(scripts.Append(library).Sum(Compressed), 1, MostCompressed);
    }

    private static int Compressed(string file)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            brotli.Write(File.ReadAllBytes(file));
        }

        return (int)packed.Length;
    }
}
