using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Realtime;
using Microsoft.AspNetCore.SignalR.Client;

namespace AumgJury.Web.Tests.Realtime;

public sealed class HubTests
{
    [Fact]
    public async Task The_doors_open_for_everybody_at_once_and_a_presenter_waits_alone()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        await using var presenter = await (await house.Enter("P1")).Watch();
        await using var member = await (await house.Enter("M4")).Watch();
        Assert.Equal(PresenterStanding.Convened, (await presenter.Until<PresenterView>(_ => true)).Standing);

        await secretary.Do(new OpenDoors());

        await presenter.Until<PresenterView>(v => v.Standing == PresenterStanding.Waiting);
        await member.Until<DoorView>(v => !v.Me.Confirmed);
        await member.Do(new ConfirmPresence());
        var view = await member.Until<MemberView>(v => v.Sitting.Room.Sign == RoomSign.ClosedVerified);
        Assert.Equal(view.Sitting.Room.Expected, view.Sitting.Room.Found);
        Assert.DoesNotContain(view.People, p => p.Seat == "P1");
    }

    [Theory]
    [InlineData("""{"type":"fly-away"}""")]
    [InlineData("""{"type":"keep-draft","dossier":12}""")]
    [InlineData("""{"type":"keep-draft","dossier":"D01","round":1,"criterion":"A1","mark":"five","comment":"","reason":null}""")]
    [InlineData("""{"type":"keep-draft","dossier":"D01","criterion":"A1","mark":5,"comment":""}""")]
    [InlineData("""{"type":"keep-draft","dossier":"D01","round":1,"criterion":"A1","mark":5,"comment":"","reason":0}""")]
    [InlineData("""{"type":"keep-draft","dossier":"D01","round":1,"criterion":"A1","mark":5,"comment":"","fields":["0"]}""")]
    [InlineData("""{"type":"report-check"}""")]
    [InlineData("""{"type":"let-secretary-conduct"}""")]
    [InlineData("""{"type":"raise-hand","seat":"M1"}""")]
    [InlineData("""[]""")]
    [InlineData("""null""")]
    [InlineData("\"raise-hand\"")]
    [InlineData("""{"nothing":true}""")]
    public async Task A_malformed_command_gets_a_named_refusal_and_the_connection_lives(string json)
    {
        using var house = new TestHouse();
        await using var member = await (await house.Enter("M4")).Watch();

        var sent = await member.Raw(JsonDocument.Parse(json).RootElement);

        Assert.Equal(RefusalName.Malformed, sent.Refusal?.Name);
        await member.Do(new KeepDraft("D01", 1, "A1", 4, "", null));
    }

    [Fact]
    public async Task A_seat_cannot_act_as_the_machine_nor_as_another_role()
    {
        using var house = new TestHouse();
        await using var member = await (await house.Enter("M4")).Watch();

        Assert.Equal(RefusalName.NotYourRole, (await member.Send(new LoseSeat("M1"))).Refusal?.Name);
        Assert.Equal(RefusalName.NotYourRole, (await member.Send(new OpenDoors())).Refusal?.Name);
        Assert.Equal(RefusalName.NotYourRole, (await member.Send(new ProveRoom(1, ProofMeans.Server, [], []))).Refusal?.Name);
    }

    [Fact]
    public async Task A_repeat_gets_its_first_answer_and_the_journal_no_second_line()
    {
        using var house = new TestHouse();
        await using var member = await (await house.Enter("M4")).Watch();
        var first = await member.Send(new KeepDraft("D01", 1, "A1", 4, "", null), "abc");

        var again = await member.Send(new KeepDraft("D01", 1, "A1", 4, "", null), "abc");

        // Counted by the command's name: the machine's own lines, such as a seat's return, may come in between.
        Assert.Equal(first.Answer, again.Answer);
        Assert.Single(await house.JournalLines(), line => line.Contains("\"id\":\"abc\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_tabs_of_one_person_see_the_same_and_nobody_else_gets_a_frame_of_a_draft()
    {
        using var house = new TestHouse();
        await using var one = await (await house.Enter("M4")).Watch();
        await using var two = await new JuryClient(house.Address, one.Number, one.Cookies).Watch();
        await using var other = await (await house.Enter("M5")).Watch();
        await one.Until<MemberView>(_ => true);
        await two.Until<MemberView>(_ => true);
        await house.Settled("M4", "M5");

        // What came before is read, too, once something of their own is that came after it.
        await other.Do(new KeepNote("D01", "à relire"));
        await other.Until<MemberView>(v => v.Work.Grids[0].Note == "à relire");
        var before = other.Frames.Count;

        await one.Do(new KeepDraft("D01", 1, "A1", 4, "bien", null));

        await two.Until<MemberView>(v => v.Work.Grids[0].Marks[0].Mark == 4);
        await house.Settled();
        Assert.Equal(before, other.Frames.Count);
    }

    [Fact]
    public async Task A_second_device_takes_the_seat_over_and_the_first_is_told()
    {
        using var house = new TestHouse();
        await using var first = await (await house.Enter("M4")).Watch();
        await first.Until<MemberView>(_ => true);
        var closed = new TaskCompletionSource();
        first.Hub.Closed += _ =>
        {
            closed.TrySetResult();
            return Task.CompletedTask;
        };

        var (_, unconfirmed) = await house.Door(new CookieContainer(), house.SecretOf("M4"));
        Assert.Equal("/entrer?refus=autre", unconfirmed.Headers.Location?.ToString());
        await using var second = await (await house.Enter("M4", takeOver: true)).Watch();

        await second.Until<MemberView>(_ => true);
        Assert.Equal(RefusalName.SessionEnded, (await first.Until(f => f.Kind == "ended")).Why);
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_reader_who_does_not_take_what_moves_it_out_is_cut_off()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        await using var member = await (await house.Enter("M4")).Watch();
        await secretary.Do(new OpenDoors());
        await member.Do(new ConfirmPresence());
        await member.Until<MemberView>(_ => true);
        var cut = new TaskCompletionSource();
        using var stalled = house.Call.Live.Views.Subscribe("M4", house.Call.Live.Kept.Access("M4").Session, () => cut.TrySetResult());
        Assert.True(await stalled.ComesAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        Assert.NotNull(stalled.Take());

        await secretary.Do(new RevokeLink("M4"));
        await member.Until(f => f.Kind == "ended");

        await cut.Task.WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Who_is_moved_out_and_comes_back_at_once_stays_connected()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        await using var member = await (await house.Enter("M4")).Watch();
        await member.Until<MemberView>(_ => true);
        var closed = false;
        member.Hub.Closed += _ =>
        {
            closed = true;
            return Task.CompletedTask;
        };

        await secretary.Do(new OpenDoors());
        await member.Until<DoorView>(_ => true);
        await member.Do(new ConfirmPresence());
        await member.Until<MemberView>(_ => true);

        // Longer than a reader may take to take what moves it out.
        await Task.Delay(TimeSpan.FromSeconds(3), TestContext.Current.CancellationToken);
        Assert.False(closed);
        await member.Do(new KeepDraft("D01", 1, "A1", 4, "", null));
    }

    [Fact]
    public async Task A_connection_has_one_stream()
    {
        using var house = new TestHouse();
        await using var member = await (await house.Enter("M4")).Watch();
        await member.Until<MemberView>(_ => true);

        await foreach (var frame in member.Hub.StreamAsync<Web.Realtime.Frame>("Watch", TestContext.Current.CancellationToken))
        {
            Assert.Equal(("ended", RefusalName.TooMany), (frame.Kind, frame.Why));
        }

        await member.Do(new KeepDraft("D01", 1, "A1", 4, "", null));
    }

    [Fact]
    public async Task A_renewed_link_ends_the_old_link_and_says_so_on_the_page_that_is_open()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        await using var member = await (await house.Enter("M4")).Watch();
        await member.Until<MemberView>(_ => true);
        var old = house.SecretOf("M4");

        await secretary.Do(new IssueLink("M4", new string('a', 64)));

        await member.Until<MemberView>(v => v.NewLinks.Length == 1);
        using var http = new HttpClient { BaseAddress = house.Address };
        var answer = await http.PostAsJsonAsync("/entrer/lien", new LinkPost(old), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_link_made_after_the_roll_call_began_shows_nothing_until_the_chair_admits()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        await using var chair = await (await house.Enter("M1")).Watch();
        await using var member = await (await house.Enter("M4")).Watch();
        await secretary.Do(new OpenDoors());
        foreach (var seat in new[] { secretary, chair, member })
        {
            await seat.Do(new ConfirmPresence());
        }

        await member.Do(new KeepNote("D01", "à moi seul"));
        await chair.Do(new OpenSitting());
        var secret = Secret.New();
        await secretary.Do(new IssueLink("M4", Secret.Sum(secret)));
        await chair.Until<ChairView>(v => v.Console.NewLinks is [{ Seat: "M4" }]);
        var cookies = new CookieContainer();
        var (number, _) = await house.Door(cookies, secret, takeOver: true);
        await using var other = await new JuryClient(house.Address, number, cookies).Watch();

        var waits = await other.Until(_ => true);
        Assert.Equal("waiting", waits.Kind);
        Assert.Equal(RefusalName.SessionEnded, (await other.Send(new RaiseHand())).Refusal?.Name);
        Assert.Equal(RefusalName.NotYourRole, (await secretary.Send(new Readmit("M4", ""))).Refusal?.Name);
        await member.Do(new KeepNote("D01", "toujours là"));
        var read = (await chair.Until<ChairView>(v => v.Console.WaitingDevices.Length == 1)).Console.WaitingDevices[0];
        Assert.Equal(read.Code, waits.Code);
        await chair.Do(new Readmit("M4", read.Device));
        await other.Until<MemberView>(v => v.Work.Grids.Length > 0);
        await member.Until(f => f.Kind == "ended");
    }

    [Fact]
    public void The_pages_script_and_the_protocols_page_know_the_hubs_number()
    {
        var root = SourceFiles.Root;
        Assert.Equal(4, JuryHub.Protocol);
        Assert.Contains($"const protocol = {JuryHub.Protocol};", File.ReadAllText(Path.Combine(root, "src/AumgJury.Web/wwwroot/conference/hub.js")), StringComparison.Ordinal);
        Assert.Contains($"protocol({JuryHub.Protocol})", File.ReadAllText(Path.Combine(root, "docs/protocol.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_whose_path_names_another_seat_is_refused()
    {
        using var house = new TestHouse();
        await using var member = await house.Enter("M4");
        var cookie = member.Cookies.GetCookies(new Uri(house.Address, $"/s/{member.Number}/"))[0];
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = house.Address };
        http.DefaultRequestHeaders.Add("Cookie", $"{cookie.Name}={cookie.Value}");

        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync($"/s/{member.Number}/documents/D01/D01-cv", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync("/s/idf-2021-1/documents/D01/D01-cv", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsync("/s/idf-2021-1/jury/negotiate?negotiateVersion=1", null, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task A_restart_finds_every_seat_where_it_was()
    {
        var folder = Directory.CreateTempSubdirectory("aumg-restart-").FullName;
        try
        {
            string before;
            using (var house = new TestHouse(folder))
            {
                await using var secretary = await (await house.Enter("SEC")).Watch();
                await using var member = await (await house.Enter("M4")).Watch();
                await secretary.Do(new OpenDoors());
                await member.Do(new ConfirmPresence());
                await member.Do(new KeepDraft("D01", 1, "A1", 5, "très bien", null));
                await house.Settled("SEC", "M4");
                before = JsonSerializer.Serialize(house.Call.Live.Kept.View("M4"));
            }

            using var again = new TestHouse(folder);
            Assert.Equal(before, JsonSerializer.Serialize(again.Call.Live.Kept.View("M4")));
        }
        finally
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // LiteDB may still be closing its file; a temporary folder left behind fails no test.
            }
        }
    }
}
