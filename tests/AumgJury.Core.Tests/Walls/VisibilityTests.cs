using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Core.Tests.Walls;

/// <summary>Wall 1 by reflection: a role that may not see a thing has no field for it.</summary>
public sealed class VisibilityTests
{
    private static readonly Assembly Core = typeof(CallState).Assembly;

    /// <summary>Records that hold, or hint at, what somebody may not see.</summary>
    private static readonly Type[] Guarded =
    [
        typeof(MyGrid), typeof(MyMark), typeof(RevealedDossier), typeof(RevealedRoundLine), typeof(Dot), typeof(CriterionSpread),
        typeof(Submissions), typeof(ResultLine), typeof(CriterionMean), typeof(Board), typeof(BoardOpinion), typeof(Decision), typeof(Core.Views.Console),
        typeof(SittingLine), typeof(RoomLine), typeof(HearingLine), typeof(PersonLine), typeof(OrderLine), typeof(IncidentLine), typeof(DossierFile), typeof(SecretaryThread), typeof(NotificationLine), typeof(SeatLine),
    ];

    private static readonly Dictionary<Type, string> MayReach = new()
    {
        [typeof(ChairView)] = "Board BoardOpinion Console CriterionSpread DossierFile Dot HearingLine IncidentLine MyGrid MyMark OrderLine PersonLine RevealedDossier RevealedRoundLine RoomLine SittingLine Submissions",
        [typeof(MemberView)] = "Board BoardOpinion CriterionSpread DossierFile Dot HearingLine MyGrid MyMark PersonLine RevealedDossier RevealedRoundLine RoomLine SittingLine Submissions",
        [typeof(SecretaryView)] = "Board BoardOpinion Console CriterionMean Decision DossierFile HearingLine IncidentLine NotificationLine OrderLine PersonLine ResultLine RoomLine SeatLine SecretaryThread SittingLine Submissions",
        [typeof(AuthorityView)] = "Board BoardOpinion Decision DossierFile",
        [typeof(PresenterView)] = "",
        [typeof(MarksView)] = "Board BoardOpinion CriterionSpread DossierFile Dot HearingLine MyGrid MyMark RevealedDossier RevealedRoundLine RoomLine SittingLine Submissions",
        [typeof(MarksAsideView)] = "",
        [typeof(OutsideView)] = "",
        [typeof(DoorView)] = "",
        [typeof(GoneView)] = "",
    };

    [Fact]
    public void Each_view_reaches_exactly_the_records_of_its_role()
    {
        var views = typeof(SeatView).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(a => a.DerivedType).ToArray();
        Assert.Equal(Core.GetTypes().Where(t => t.IsSubclassOf(typeof(SeatView))).OrderBy(t => t.Name), views.OrderBy(t => t.Name));
        Assert.All(views, view => Assert.Equal((view, MayReach[view]), (view, string.Join(' ', Reach.From(view).Intersect(Guarded).Select(t => t.Name).Order(StringComparer.Ordinal)))));
    }

    [Fact]
    public void The_public_record_and_the_machines_facts_reach_no_mark()
    {
        Type[] secret = [typeof(MyGrid), typeof(MyMark), typeof(Dot), typeof(RevealedDossier), typeof(CriterionSpread), typeof(ResultLine), typeof(CriterionMean), typeof(Submissions)];
        Assert.All(new[] { typeof(Archive), typeof(SeatAccess), typeof(Answer), typeof(Refusal), typeof(ProofWanted) }, t => Assert.Empty(Reach.From(t).Intersect(secret)));
    }

    [Fact]
    public void State_events_and_everything_that_holds_a_draft_are_internal()
    {
        Assert.All(Core.GetTypes().Where(t => t.IsSubclassOf(typeof(Event)) || t == typeof(Event)), t => Assert.False(t.IsVisible, t.Name));
        Assert.All(new[] { typeof(State), typeof(DossierState), typeof(Draft), typeof(DraftMark), typeof(Sheet), typeof(RevealedRound), typeof(SeatState), typeof(HearingState), typeof(Ruling), typeof(Entry) }, t => Assert.False(t.IsVisible, t.Name));

        // No public member of a public type gives one away, not even as object or by inheritance.
        var given = Core.GetExportedTypes().SelectMany(t => t.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)).SelectMany(Reach.Mentioned);
        Assert.All(given.SelectMany(Reach.Unwrapped).Where(t => t.Assembly == Core), t => Assert.True(t.IsVisible, t.Name));
    }

    [Fact]
    public void Only_the_core_tests_see_inside() =>
        Assert.Equal(["AumgJury.Core.Tests"], Core.GetCustomAttributes<InternalsVisibleToAttribute>().Select(a => a.AssemblyName));

    [Fact]
    public void Core_leans_on_the_runtime_alone() =>
        Assert.All(Core.GetReferencedAssemblies(), a => Assert.StartsWith("System.", a.Name, StringComparison.Ordinal));
}
