using System.Net;
using System.Net.Http.Json;
using System.Text;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Tests.Realtime;

namespace AumgJury.Web.Tests.Accounts;

public sealed class EntranceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_holds_a_link_comes_in_however_often_others_of_the_same_address_failed()
    {
        using var house = new TestHouse();
        using var http = new HttpClient { BaseAddress = house.Address };
        HttpResponseMessage answer;
        do
        {
            answer = await http.PostAsJsonAsync("/entrer/lien", new LinkPost(new string('x', 43)), Stop);
        }
        while (answer.StatusCode == HttpStatusCode.NotFound);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.NotNull(answer.Headers.RetryAfter);
        await using var presenter = await house.Enter("P3");
    }

    [Fact]
    public async Task Once_the_doors_are_open_one_press_enters_and_confirms_and_only_whoever_holds_the_seat()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        Assert.False((await LookAsync(house, "M4")).Confirms);
        await secretary.Do(new OpenDoors());

        Assert.True((await LookAsync(house, "M4")).Confirms);
        await ConfirmAsync(house, "M4");
        Assert.IsType<MemberView>(house.Call.Live.Kept.View("M4"));
        Assert.False((await LookAsync(house, "M4")).Confirms);

        // A press on a device that did not get the seat confirms for nobody.
        await using var other = await house.Enter("M5");
        await ConfirmAsync(house, "M5");
        Assert.IsType<DoorView>(house.Call.Live.Kept.View("M5"));
    }

    [Fact]
    public async Task A_post_of_the_entrance_is_small()
    {
        using var house = new TestHouse();
        using var http = new HttpClient { BaseAddress = house.Address };
        var large = new string('a', 64 * 1024);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await http.PostAsJsonAsync("/entrer/lien", new LinkPost(large), Stop)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync("/s/idf-2021-1/entrer", Form("secret=" + large), Stop)).StatusCode);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "keys")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; na")]
    [InlineData("text/plain", "secret=x")]
    public async Task A_malformed_form_is_refused_and_no_fault_of_ours(string type, string body)
    {
        using var house = new TestHouse();
        using var http = new HttpClient { BaseAddress = house.Address };
        using var content = new StringContent(body == "keys" ? string.Concat(Enumerable.Range(0, 1500).Select(_ => "a&")) : body, Encoding.ASCII);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        Assert.True((int)(await http.PostAsync("/s/idf-2021-1/entrer", content, Stop)).StatusCode is 400 or 403);
    }

    [Theory]
    [InlineData(RefusalName.TakeOverUnconfirmed, "autre")]
    [InlineData(RefusalName.LinkEnded, "lien")]
    [InlineData(RefusalName.Stale, "change")]
    [InlineData(RefusalName.DiskFull, "serveur")]
    [InlineData(RefusalName.NotKept, "serveur")]
    [InlineData(RefusalName.CallClosed, "serveur")]
    public void Only_a_link_that_is_not_valid_is_called_so(RefusalName why, string word) => Assert.Equal(word, Doors.Word(why));

    private static async Task<LinkFound> LookAsync(TestHouse house, string seat)
    {
        using var http = new HttpClient { BaseAddress = house.Address };
        return (await (await http.PostAsJsonAsync("/entrer/lien", new LinkPost(house.SecretOf(seat)), Stop)).Content.ReadFromJsonAsync<LinkFound>(Stop))!;
    }

    private static async Task ConfirmAsync(TestHouse house, string seat)
    {
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = house.Address };
        using var form = Form($"secret={house.SecretOf(seat)}&confirm=true");
        using var answer = await http.PostAsync($"/s/{(await LookAsync(house, seat)).Number}/entrer", form, Stop);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static StringContent Form(string body) => new(body, Encoding.ASCII, "application/x-www-form-urlencoded");
}
