using AumgJury.Web.Conference;

namespace AumgJury.Web.Tests.Conference;

public sealed class JanusFolderTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Media_pass_over_IPv6_only_when_that_is_asked_for(bool six)
    {
        var folder = Directory.CreateTempSubdirectory("aumg-janus-").FullName;
        try
        {
            JanusFolder.Write(folder, new JanusSettings { Libraries = folder, Six = six }, 1, 2);

            var media = File.ReadLines(Path.Combine(folder, "janus.jcfg")).Single(line => line.TrimStart().StartsWith("media:", StringComparison.Ordinal));
            Assert.Equal(six, media.Contains("ipv6 = true", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
