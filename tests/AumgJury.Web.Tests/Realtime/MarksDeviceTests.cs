using System.Net;
using System.Net.Http.Json;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Accounts;
using AumgJury.Web.Conference;
using AumgJury.Web.Realtime;
using Microsoft.AspNetCore.SignalR.Client;

namespace AumgJury.Web.Tests.Realtime;

/// <summary>A raw client with the cookie of a juror's second device: it marks, and is nobody.</summary>
public sealed class MarksDeviceTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_reads_and_marks_and_is_refused_everything_else_by_name_and_gets_no_media()
    {
        using var house = new TestHouse();
        await using var phone = await (await house.Enter("M4")).Watch();
        await using var laptop = await Laptop(house, phone);
        var seen = await laptop.Until<MarksView>(v => v.Work.Grids.Length > 0);
        Assert.DoesNotContain("console", Wire(laptop), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(await laptop.Hub.InvokeAsync<Grid?>("Grid", Stop));

        // What is typed here shows there at once, whoever typed it, field by field.
        await laptop.Do(new KeepDraft("D01", 1, "A1", 4, "", null) { Fields = [DraftField.Mark] });
        await phone.Do(new KeepDraft("D01", 1, "A1", null, "bien", null) { Fields = [DraftField.Comment] });
        await laptop.Do(new KeepNote("D01", "à relire"));
        await phone.Until<MemberView>(v => v.Work.Grids[0] is { Note: "à relire", Marks: [{ Mark: 4, Comment: "bien" }, ..] });
        await laptop.Until<MarksView>(v => v.Work.Grids[0] is { Note: "à relire", Marks: [{ Mark: 4, Comment: "bien" }, ..] });

        Command[] others = [new RaiseHand(), new StepOut(), new StepBack(), new ConfirmPresence(), new DeclareInterest("D01", "lien"), new SendLine("SEC", null, "Bonjour."), new AdmitMyDevice("00000000"), new TurnAway("M4", "00000000"), new CloseMarksDevice("00000000"), new TakeChair(), new OpenDoors()];
        foreach (var other in others)
        {
            Assert.Equal(RefusalName.MarksOnly, (await laptop.Send(other)).Refusal?.Name);
        }

        Assert.Equal(EndedWhy.MarksOnly, Assert.IsType<EndedFrame>(Assert.Single(await Frames(laptop, "Media"))).Why);
        Assert.Equal(EndedWhy.MarksOnly, Assert.IsType<EndedFrame>(Assert.Single(await Frames(laptop, "Test", false))).Why);
        var signal = await laptop.Hub.InvokeAsync<Signalled>("Signal", new { type = "sending", epoch = 1, microphone = true, camera = true }, Stop);
        Assert.Equal(RefusalName.MarksOnly, signal.Refusal?.Name);
        Assert.Equal("M4", seen.Seat);
        Assert.Contains("\"marks-session-opened.v1\"", string.Join('\n', await house.JournalLines()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_makes_nobody_present_and_counts_for_no_proof()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        await using var chair = await (await house.Enter("M1")).Watch();
        var phone = await (await house.Enter("M4")).Watch();
        await using var laptop = await Laptop(house, phone);
        await secretary.Do(new OpenDoors());
        Assert.Null((await laptop.Until<MarksAsideView>(_ => true)).Reason);
        foreach (var person in new[] { secretary, chair, phone })
        {
            await person.Do(new ConfirmPresence());
        }

        await laptop.Until<MarksView>(v => v.PersonThere);
        await chair.Until<ChairView>(v => v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Found: 3 });

        await phone.DisposeAsync();
        await laptop.Until<MarksView>(v => !v.PersonThere);
        await chair.Until<ChairView>(v => v.People.Single(p => p.Seat == "M4").Standing == PersonStanding.Lost);
        await chair.Until<ChairView>(v => v.Sitting.Room is { Sign: RoomSign.ClosedVerified, Found: 2 });
        Assert.Equal(RefusalName.MainDeviceLost, (await laptop.Send(new SubmitGrid("D01", 1))).Refusal?.Name);
        await laptop.Do(new KeepDraft("D01", 1, "A1", 4, "", null));

        // It reads the room all the same: were its person outside, the proof would wait for it.
        var wanted = new ProofWanted(1, ["M4"], []);
        Assert.False(house.Call.Live.Views.Proof(wanted).OutsidersOut);
    }

    [Fact]
    public async Task Out_of_the_room_it_has_no_dossier_and_whoever_holds_the_seat_closes_it()
    {
        using var house = new TestHouse();
        await using var secretary = await (await house.Enter("SEC")).Watch();
        await using var phone = await (await house.Enter("M4")).Watch();
        await using var laptop = await Laptop(house, phone);
        using var http = new HttpClient(new HttpClientHandler { CookieContainer = laptop.Cookies }) { BaseAddress = house.Address };
        var paper = $"/s/{laptop.Number}/documents/D01/D01-cv";
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(paper, Stop)).StatusCode);

        await secretary.Do(new OpenDoors());
        await laptop.Until<MarksAsideView>(_ => true);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(paper, Stop)).StatusCode);

        await phone.Do(new ConfirmPresence());
        var open = (await phone.Until<MemberView>(v => v.Other is not null)).Other!;
        await phone.Do(new CloseMarksDevice(open.Device));
        Assert.Equal(RefusalName.SessionEnded, (await laptop.Until(f => f.Kind == "ended")).Why);
        Assert.Equal(HttpStatusCode.Unauthorized, (await http.GetAsync(paper, Stop)).StatusCode);
        await phone.Until<MemberView>(v => v.Other is null);
    }

    [Fact]
    public async Task The_entrance_offers_it_to_jurors_and_asking_again_from_it_leaves_nothing_open_behind()
    {
        using var house = new TestHouse();
        await using var phone = await (await house.Enter("M4")).Watch();
        await using var presenter = await house.Enter("P1");
        using var http = new HttpClient { BaseAddress = house.Address };
        Assert.True((await Found(http, house.SecretOf("M4"))).Marks);
        Assert.False((await Found(http, house.SecretOf("P1"))).Marks);
        Assert.False((await Found(http, house.SecretOf("M5"))).Marks);
        var (_, refused) = await house.Door(new CookieContainer(), house.SecretOf("P1"), marks: true);
        Assert.Equal("/entrer?refus=change", refused.Headers.Location?.ToString());

        await using var laptop = await Laptop(house, phone);
        await laptop.Until<MarksView>(_ => true);
        var (_, again) = await house.Door(laptop.Cookies, house.SecretOf("M4"), marks: true);
        Assert.Equal($"/s/{laptop.Number}/salle", again.Headers.Location?.ToString());
        await laptop.Until(f => f.Kind == "ended");
        Assert.True(house.Call.Live.Kept.Access("M4") is { MarksSession: null, MarksWaits: true });
    }

    /// <summary>A second device that asked for grid and dossiers, and was let in on the first.</summary>
    private static async Task<JuryClient> Laptop(TestHouse house, JuryClient phone)
    {
        await phone.Until<MemberView>(_ => true);
        var laptop = await (await house.Enter("M4", marks: true)).Watch();
        var code = (await laptop.Until(f => f.Kind == "waiting")).Code;
        Assert.Equal(RefusalName.SessionEnded, (await laptop.Send(new KeepNote("D01", "x"))).Refusal?.Name);
        var read = (await phone.Until<MemberView>(v => v.Admits.Length == 1)).Admits[0];
        Assert.True(read.MarksOnly && read.Code == code);
        await phone.Do(new AdmitMyDevice(read.Device));
        await laptop.Until(f => f.Kind == "view");
        return laptop;
    }

    private static async Task<LinkFound> Found(HttpClient http, string secret) =>
        (await (await http.PostAsJsonAsync("/entrer/lien", new LinkPost(secret), Stop)).Content.ReadFromJsonAsync<LinkFound>(Stop))!;

    private static async Task<List<MediaFrame>> Frames(JuryClient client, string stream, params object?[] said)
    {
        List<MediaFrame> frames = [];
        await foreach (var frame in client.Hub.StreamAsyncCore<MediaFrame>(stream, said, Stop))
        {
            frames.Add(frame);
        }

        return frames;
    }

    private static string Wire(JuryClient client) => System.Text.Json.JsonSerializer.Serialize(client.Frames[^1], WireJson.Options);
}
