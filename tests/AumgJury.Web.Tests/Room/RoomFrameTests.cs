using AumgJury.Web.Room;
using Bunit;

namespace AumgJury.Web.Tests.Room;

public sealed class RoomFrameTests : RoomContext
{
    public static TheoryData<FrameState> States => [.. Enum.GetValues<FrameState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void Every_state_has_its_word_and_its_sign(FrameState state)
    {
        var frame = Render<RoomFrame>(room => room.Add(r => r.State, state).Add(r => r.Title, "D08"));

        Assert.Equal($"{state}", frame.Find(".room").GetAttribute("data-state"));
        Assert.NotEqual(string.Empty, frame.Find("h1").TextContent.Trim());
        Assert.NotNull(frame.Find(".sign svg"));
    }

    [Fact]
    public void No_two_states_share_their_words() =>
        Assert.Distinct(Enum.GetValues<FrameState>().Select(state =>
            Render<RoomFrame>(room => room.Add(r => r.State, state).Add(r => r.Title, "D08")).Find("h1").TextContent));

    [Fact]
    public void The_skip_links_lead_to_what_is_there()
    {
        var frame = Render<RoomFrame>(room => room.Add(r => r.State, FrameState.Open).Add(r => r.Title, "D08")
            .Add(r => r.Work, "<p>grille</p>").Add(r => r.Dossier, "<p>pièce</p>").Add(r => r.Act, "<button>Noter</button>"));

        var targets = frame.FindAll("[data-skip]").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(["travail", "dossier", "action"], targets);
        Assert.All(targets, target => Assert.NotNull(frame.Find($"#{target}")));
    }

    [Fact]
    public void Without_work_it_is_one_calm_column_without_panes()
    {
        var frame = Render<RoomFrame>(room => room.Add(r => r.State, FrameState.Waiting).Add(r => r.Title, "D10").Add(r => r.Stage, "<p>attente</p>"));

        Assert.True(frame.Find(".room").HasAttribute("data-calm"));
        Assert.Empty(frame.FindAll(".panes"));
    }

    [Fact]
    public void The_proof_is_shown_beside_the_words()
    {
        var frame = Render<RoomFrame>(room => room.Add(r => r.State, FrameState.ClosedVerified).Add(r => r.Title, "D08").Add(r => r.Seal, "8 attendus, 8 constatés"));

        Assert.Equal("8 attendus, 8 constatés", frame.Find(".seal").TextContent);
    }
}
