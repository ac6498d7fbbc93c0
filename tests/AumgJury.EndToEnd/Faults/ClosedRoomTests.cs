using AumgJury.Core.Sittings;
using AumgJury.EndToEnd.Browsing;
using AumgJury.EndToEnd.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.EndToEnd.Faults;

/// <summary>What a closed room tells those outside it, seen from their browsers: nothing.</summary>
public sealed class ClosedRoomTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] Jury = ["M1", "M2", "M3", "M4", "M5", "M6", "M7", "M8"];
    private static readonly string[] Criteria = ["A1", "A2", "B1", "B2", "B3", "B4", "C1", "C2", "C3", "C4"];

    private int _acts;

    [Fact]
    public async Task Two_hundred_acts_in_a_closed_room_put_no_frame_on_the_wire_of_those_outside()
    {
        using var played = await PlayedHouse.OpenAsync(Prelude.Act("submit-grid"), "P1", "P6");
        var house = played.Host;
        await using var moved = await Person.EnterAsync(browser, house, house.SecretOf("P1"));
        await using var waiting = await Person.EnterAsync(browser, house, house.SecretOf("P6"));
        await moved.TitleAsync("Audition terminée");
        await waiting.TitleAsync("Vous êtes en salle d’attente");
        await moved.QuietAsync();
        await waiting.QuietAsync();
        var (movedHtml, waitingHtml) = (await moved.HtmlAsync(), await waiting.HtmlAsync());
        var (movedFrames, waitingFrames) = (moved.Frames, waiting.Frames);

        await ActAsync(house.DemoServed().Live);

        Assert.True(_acts >= 200, $"Only {_acts} acts.");
        Assert.Equal((movedFrames, waitingFrames), (moved.Frames, waiting.Frames));
        Assert.Equal(movedHtml, await moved.HtmlAsync());
        Assert.Equal(waitingHtml, await waiting.HtmlAsync());

        // The wire was open all the while: what comes next is the release, and nothing came late before it.
        await Do(house.DemoServed().Live, "M1", new ReleaseUniversity("U1"));
        await moved.TitleAsync("Merci de votre venue");
        Assert.DoesNotContain("secret-", moved.Received + waiting.Received, StringComparison.Ordinal);
        Assert.Equal(waitingFrames, waiting.Frames);
    }

    /// <summary>Everything a jury does between an exit and a release.</summary>
    private async Task ActAsync(LiveCall live)
    {
        foreach (var seat in Jury)
        {
            foreach (var dossier in new[] { "D01", "D02" })
            {
                foreach (var (i, criterion) in Criteria.Index())
                {
                    await Do(live, seat, new KeepDraft(dossier, 1, criterion, (i + seat[1]) % 6, $"secret-{seat}-{dossier}-{criterion}", null));
                }

                await Do(live, seat, new KeepNote(dossier, $"secret-{seat}"));
            }

            await Do(live, seat, new RaiseHand());
            await Do(live, seat, new LowerHand());
            await Do(live, seat, new SubmitGrid("D01", 1));
            await Do(live, seat, new TakeBackGrid("D01", 1));
            await Do(live, seat, seat == "M8" ? new Abstain("D01", 1) : new SubmitGrid("D01", 1));
        }

        await Do(live, "M1", new SendLine("SEC", null, "secret-chair"));
        await Do(live, "SEC", new SendLine("M1", "JeRegarde", ""));
        await Do(live, "M1", new Reveal("D01", 1, []));
        await Do(live, "M1", new OpenSecondRound("D01", "secret-reason"));
        await Do(live, "M4", new TakeBackGrid("D01", 2));
        await Do(live, "M4", new KeepDraft("D01", 2, "A1", 5, "secret-second", ChangeReason.Harmonising));
        await Do(live, "M4", new SubmitGrid("D01", 2));
        await Do(live, "M1", new Reveal("D01", 2, []));
        await Do(live, "M1", new CloseDossier("D01"));
    }

    private async Task Do(LiveCall live, string seat, Command command)
    {
        var sent = await live.Send(Actor.Seat(seat), command);
        Assert.True(sent.Refusal is null, $"{seat} {command}: {sent.Refusal?.Name} {string.Join(", ", sent.Refusal?.Details ?? [])}");
        _acts++;
    }
}
