using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using AumgJury.Web.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace AumgJury.Web.Tests.Realtime;

public sealed class ClosedCallTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_key_file_that_cannot_be_used_closes_its_call_and_not_the_house(bool missing)
    {
        var folder = Directory.CreateTempSubdirectory("aumg-keys-").FullName;
        try
        {
            using (new TestHouse(folder))
            {
            }

            var keys = new CallFiles(folder, DemoCall.CallId).Keys;
            var bytes = File.ReadAllBytes(keys);
            bytes[10] ^= 1;
            File.WriteAllBytes(keys, missing ? [] : bytes);

            using var again = new TestHouse(folder);
            Assert.Equal(BreakCause.Keys, Assert.Single(again.Services.GetRequiredService<Calls>().Closed).Cause);
        }
        finally
        {
            TemporaryFolder.Remove(folder);
        }
    }
}
