using AumgJury.Core.Sittings;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Realtime;

namespace AumgJury.Web.Tests.Storage;

public sealed class OwnFilesTests
{
    [Fact]
    public async Task Nothing_in_the_data_folder_is_for_other_accounts()
    {
        var root = Directory.CreateTempSubdirectory("aumg-own-").FullName;
        try
        {
            var folder = Path.Combine(root, "a", "b");
            using (var house = new TestHouse(folder))
            {
                await using var secretary = await (await house.Enter("SEC")).Watch();
                await secretary.Do(new OpenDoors());
                await house.Settled("SEC");
                string[] made;
                while (!Array.Exists(made = Directory.GetFileSystemEntries(root, "*", SearchOption.AllDirectories), path => path.EndsWith("-log.db", StringComparison.Ordinal)))
                {
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }

                Assert.DoesNotContain(made, OwnFiles.OpenToOthers);
            }
        }
        finally
        {
            try
            {
                Directory.Delete(root, recursive: true);
            }
            catch (IOException)
            {
                // LiteDB may still be closing its file; a temporary folder left behind fails no test.
            }
        }
    }

    [Fact]
    public void The_lock_follows_no_link_that_somebody_put_in_its_place()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-lock-").FullName;
        try
        {
            var elsewhere = Path.Combine(folder, "elsewhere");
            File.WriteAllText(elsewhere, "precious");
            File.CreateSymbolicLink(Path.Combine(folder, ".lock"), elsewhere);

            Assert.ThrowsAny<IOException>(() => FolderLock.Take(folder).Dispose());
            Assert.Equal("precious", File.ReadAllText(elsewhere));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
