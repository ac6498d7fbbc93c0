using System.Security.Cryptography;
using System.Text;
using AumgJury.Web.Accounts;
using AumgJury.Web.Hosting;
using Microsoft.Extensions.Configuration;

namespace AumgJury.Web.Tests.Accounts;

public sealed class HouseMarkTests : IDisposable
{
    private readonly string _place = Directory.CreateTempSubdirectory("aumg-mark-").FullName;

    private string Data => Path.Combine(_place, "data");

    public void Dispose() => Directory.Delete(_place, recursive: true);

    [Fact]
    public void Two_houses_at_the_same_path_have_two_marks_and_each_keeps_its_own()
    {
        var one = Mark();
        Assert.Equal(one, Mark());

        // Another container's folder, at the same place.
        Directory.Move(Data, Data + "-one");

        Assert.NotEqual(one, Mark());
        Directory.Delete(Data, recursive: true);
        Directory.Move(Data + "-one", Data);
        Assert.Equal(one, Mark());
    }

    [Fact]
    public void A_folder_that_served_before_it_had_a_mark_keeps_the_one_of_its_cookies()
    {
        Directory.CreateDirectory(Path.Combine(Data, "keys"));
        File.WriteAllText(Path.Combine(Data, "keys", "key-1.xml"), "<key/>");

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Data)))[..8], Mark());
    }

    [Fact]
    public void A_mark_that_was_torn_is_made_anew()
    {
        Mark();
        File.WriteAllText(Path.Combine(Data, "house.mark"), "");

        Assert.Matches("^[0-9a-f]{8}$", Mark());
    }

    private string Mark() => HouseMark.Of(HouseOptions.From(new ConfigurationBuilder().AddInMemoryCollection([new("data", Data)]).Build(), development: true));
}
