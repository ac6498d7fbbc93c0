using AumgJury.Core.Views;
using AumgJury.Web.Room;
using AumgJury.Web.Sitting.Chair;
using AumgJury.Web.Sitting.Marking;
using AumgJury.Web.Sitting.Member;
using AumgJury.Web.Sitting.Messages;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace AumgJury.Web.Tests.Sitting.Marking;

/// <summary>A part that was left alone because it was given what it had still answers its reader.</summary>
public sealed class LeftAloneRoomTests : MemberContext
{
    [Fact]
    public void A_member_chooses_another_dossier()
    {
        At("11:45:10");
        var view = Member();
        var room = Again<MemberRoom>(p => p.Add(x => x.View, view));
        var other = view.Work.Files.First(f => f.Id != room.FindComponent<DossierPanel>().Instance.Dossier).Id;

        room.Find(".panel .pick select").Change(other);

        Assert.Equal(other, room.FindComponent<DossierPanel>().Instance.Dossier);
    }

    [Fact]
    public void Stepping_out_is_asked()
    {
        At("11:45:10");
        var view = Member();
        var bar = Again<JurorBar>(p => p.Add(x => x.Sitting, view.Sitting).Add(x => x.Me, view.Me).Add(x => x.Cost, "D01"));

        bar.Find("[data-step-out]").Click();

        Assert.True(bar.FindComponent<AskOnce>().Instance.Open);
    }

    [Fact]
    public void The_chair_is_asked_too()
    {
        At("11:45:10");
        var room = Again<ChairRoom>(p => p.Add(x => x.View, (ChairView)Play.State.View("M1")), "M1");

        room.Find("[data-step-out]").Click();

        Assert.True(room.FindComponent<JurorBar>().FindComponent<AskOnce>().Instance.Open);
    }

    [Fact]
    public void A_message_is_counted_as_it_is_written()
    {
        At("11:45:10");
        var thread = Again<MessageThread>(p => p.Add(x => x.Messages, []).Add(x => x.With, "SEC"));

        thread.Find("textarea").Input("Bonjour");

        Assert.Contains("7", thread.Find(".left").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_that_the_page_keeps_is_shown_as_the_page_changes_it()
    {
        At("11:45:10");
        var draft = new MessageDraft { Text = "Bonjour, je suis en retard" };
        void Give(ComponentParameterCollectionBuilder<MessageThread> p) => p.Add(x => x.Messages, []).Add(x => x.With, "SEC").Add(x => x.Draft, draft);
        var thread = Again<MessageThread>(Give);
        Assert.Contains("26", thread.Find(".left").TextContent, StringComparison.Ordinal);

        draft.Text = string.Empty;
        thread.Render(Give);

        Assert.DoesNotContain("26", thread.Find(".left").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_declared_with_the_dossier_shown_and_not_with_one_chosen_before()
    {
        At("11:45:10");
        var files = Member().Work.Files;
        var form = Again<InterestForm>(p => p.Add(x => x.Files, [.. files]).Add(x => x.Dossier, files[0].Id).Add(x => x.Declared, true));

        form.Find("[data-link]").Click();
        form.Find("select").Change(files[^1].Id);
        form.Find("[data-link]").Click();
        form.Find("[data-link]").Click();

        Assert.Equal(files[0].Id, form.Find("select").GetAttribute("value"));
    }

    private IRenderedComponent<T> Again<T>(Action<ComponentParameterCollectionBuilder<T>> given, string seat = "M4")
        where T : IComponent
    {
        var part = Show(given, seat);
        part.Render(given);
        return part;
    }
}
