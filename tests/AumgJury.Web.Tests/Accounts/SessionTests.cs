using AumgJury.Core.Sittings;
using AumgJury.Web.Accounts;
using AumgJury.Web.Tests.Realtime;

namespace AumgJury.Web.Tests.Accounts;

public sealed class SessionTests
{
    [Fact]
    public async Task Nothing_of_a_displaced_device_follows_the_line_that_displaced_it()
    {
        using var house = new TestHouse();
        await using var device = await house.Enter("M4");
        var old = new SeatSession(house.Call, "M4", device.Number, house.Call.Live.Kept.Access("M4").Session!);

        // Both are decided before either is on disk: what was shown last still names the old session.
        var over = house.Call.Live.Send(Actor.Access, new OpenSession("M4", new string('9', 64), true));
        var late = old.Send("late", new KeepDraft("D01", 1, "A1", 4, "", null));

        Assert.Null((await over).Refusal);
        Assert.Equal(RefusalName.SessionEnded, (await late).Refusal?.Name);
        Assert.DoesNotContain(await house.JournalLines(), line => line.Contains("\"id\":\"late\"", StringComparison.Ordinal));
    }
}
