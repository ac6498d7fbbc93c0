using AumgJury.Web.Room;
using Bunit;

namespace AumgJury.Web.Tests.Room;

public sealed class LiveRegionsTests : RoomContext
{
    [Fact]
    public void Both_regions_are_there_and_empty_from_the_first_render()
    {
        var live = Render<LiveRegions>();

        Assert.Equal(string.Empty, live.Find("[aria-live=polite]").TextContent);
        Assert.Equal(string.Empty, live.Find("[aria-live=assertive]").TextContent);
    }

    [Fact]
    public async Task One_message_is_said_a_second_and_the_same_kind_is_merged()
    {
        var live = Render<LiveRegions>();
        await live.InvokeAsync(() =>
        {
            live.Instance.Announce(new Announcement("floor", "La présidence vous donne la parole."));
            for (var i = 0; i < 3; i++)
            {
                live.Instance.Announce(new Announcement("joined", "Un membre connecté", Merged: count => $"{count} membres connectés"));
            }
        });

        Assert.Equal("La présidence vous donne la parole.", live.Find("[aria-live=polite]").TextContent);
        Time.Advance(TimeSpan.FromSeconds(1));
        live.WaitForAssertion(() => Assert.Equal("3 membres connectés", live.Find("[aria-live=polite]").TextContent));
    }

    [Fact]
    public async Task Only_what_was_said_last_stays_to_be_read()
    {
        var live = Render<LiveRegions>();
        await live.InvokeAsync(() => live.Instance.Announce(new Announcement("open", "Salle ouverte", IsAssertive: true)));
        Time.Advance(TimeSpan.FromSeconds(2));
        await live.InvokeAsync(() => live.Instance.Announce(new Announcement("pause", "Séance suspendue")));

        Assert.Equal(("Séance suspendue", ""), (live.Find("[aria-live=polite]").TextContent, live.Find("[aria-live=assertive]").TextContent));
    }

    [Fact]
    public async Task What_no_longer_holds_is_emptied_once_it_has_had_its_second()
    {
        var live = Render<LiveRegions>();
        await live.InvokeAsync(() =>
        {
            live.Instance.Announce(new Announcement("call", "Le jury vous attend", IsAssertive: true));
            live.Instance.Hush();
        });

        Assert.Equal("Le jury vous attend", live.Find("[aria-live=assertive]").TextContent);
        Time.Advance(TimeSpan.FromSeconds(1));
        live.WaitForAssertion(() => Assert.Equal("", live.Find("[aria-live=assertive]").TextContent));
    }

    [Fact]
    public async Task What_is_said_after_an_end_is_not_emptied_by_it()
    {
        var live = Render<LiveRegions>();
        await live.InvokeAsync(() =>
        {
            live.Instance.Announce(new Announcement("call", "Le jury vous attend", IsAssertive: true));
            live.Instance.Hush();
            live.Instance.Announce(new Announcement("pause", "Séance suspendue"));
        });
        Time.Advance(TimeSpan.FromSeconds(1));
        live.WaitForAssertion(() => Assert.Equal("Séance suspendue", live.Find("[aria-live=polite]").TextContent));
        Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal("Séance suspendue", live.Find("[aria-live=polite]").TextContent);
    }

    [Fact]
    public void What_is_assertive_goes_first()
    {
        var queue = new AnnouncementQueue();
        queue.Add(new Announcement("a", "poli"));
        queue.Add(new Announcement("b", "urgent", IsAssertive: true));

        Assert.Equal(("urgent", true), queue.Next());
        Assert.Equal(("poli", false), queue.Next());
        Assert.Null(queue.Next());
    }

    [Fact]
    public async Task The_same_words_twice_are_said_twice()
    {
        var live = Render<LiveRegions>();
        await live.InvokeAsync(() => live.Instance.Announce(new Announcement("muted", "Micro coupé")));
        Time.Advance(TimeSpan.FromSeconds(2));
        await live.InvokeAsync(() => live.Instance.Announce(new Announcement("muted", "Micro coupé")));
        Time.Advance(TimeSpan.FromSeconds(1));

        live.WaitForAssertion(() => Assert.Equal("Micro coupé\u00a0", live.Find("[aria-live=polite]").TextContent));
    }
}
