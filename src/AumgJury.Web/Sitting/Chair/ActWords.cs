using System.Globalization;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using AumgJury.Web.Texts;

namespace AumgJury.Web.Sitting.Chair;

/// <summary>The expected act in words with names, and why it cannot be done when it cannot.</summary>
public sealed class ActWords(TextsOf<ChairTexts> texts, TextsOf<RoomTexts> room, TextsOf<RefusalTexts> refusals, Say say)
{
    /// <param name="choice">The roll call's open line, whose choice the act records.</param>
    public string Label(ConductScene scene, AttendanceChoice? choice = null)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var act = scene.Expected;
        var university = scene.LineOf(act.University)?.Name ?? "";
        return act.Act switch
        {
            ActName.RecordAttendance => texts[$"Act_Record_{Status(act, choice)}", scene.NameOf(act.Seat)],
            ActName.RuleRecusal => texts["Act_RuleRecusal", scene.NameOf(act.Seat)],
            ActName.CallUniversity => room["Call", university],
            ActName.ConfirmPresenter => texts["Act_ConfirmPresenter", scene.NameOf(act.Seat)],
            ActName.StartPresentation => Presentation(scene, act.Dossier!),
            ActName.OrderExit => room["MoveOut", scene.Hearing?.Presenter ?? university],
            ActName.Reveal or ActName.CloseDossier or ActName.Discuss or ActName.RecordOpinion => texts[$"Act_{act.Act}", act.Dossier!],
            ActName.FinishHearing => texts["Act_FinishHearing", university],
            _ => texts[$"Act_{act.Act}"],
        };
    }

    /// <summary>Null when the act may be done.</summary>
    /// <param name="brief">Beside another act there is room for what is missing, not for who.</param>
    public string? WhyNot(ConductScene scene, bool brief = false)
    {
        ArgumentNullException.ThrowIfNull(scene);
        var act = scene.Expected;
        return act.Blocked switch
        {
            null => null,
            RefusalName.NoQuorum when act.Act == ActName.Resume => texts.Count("Blocked_Resume", Number(act.Details[0]), act.Details[1]),
            RefusalName.NoQuorum => room.Count("NoQuorum", Number(act.Details[0]), act.Details[1]),
            RefusalName.RoomNotClosed => texts["Blocked_RoomNotClosed"],
            RefusalName.GridsMissing when brief && scene.SubmissionsOf(act.Dossier!) is { } part => texts["Blocked_GridsMissing_Brief", part.SubmittedCount, part.SubmittedCount + part.AwaitedCount],
            RefusalName.GridsMissing when scene.SubmissionsOf(act.Dossier!) is { Round: > 1 } at => texts["Blocked_SecondMissing", at.SubmittedCount, at.SubmittedCount + at.AwaitedCount],
            RefusalName.GridsMissing when scene.SubmissionsOf(act.Dossier!) is { } at => texts["Blocked_GridsMissing", at.SubmittedCount, at.SubmittedCount + at.AwaitedCount, say.List(scene.Read(act.Details, texts["You"]))],
            RefusalName.RecusedInside => texts["Blocked_RecusedInside", say.List(act.Details)],
            { } name => new RefusalSentence(refusals, say).Of(name, null, act.Details),
        };
    }

    /// <summary>What pressing it sends; null for acts that first ask or open a form, and for those that are awaited.</summary>
    public static Command? CommandOf(ExpectedAct act, AttendanceChoice? choice)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Act switch
        {
            ActName.OpenDoors => new OpenDoors(),
            ActName.OpenSitting => new OpenSitting(),
            ActName.RecordAttendance => choice?.Command,
            ActName.StartHearings => new StartHearings(),
            ActName.ConfirmPresenter => new ConfirmPresenter(act.University!),
            ActName.StartPresentation => new StartPresentation(act.Dossier!),
            ActName.StartQuestions => new StartQuestions(act.Dossier!),
            ActName.Conclude => new Conclude(act.University!),
            ActName.OrderExit => new OrderExit(act.University!),
            ActName.CloseDossier => new CloseDossier(act.Dossier!),
            ActName.FinishHearing => new FinishHearing(act.University!),
            ActName.StartFinalDeliberation => new StartFinalDeliberation(),
            ActName.Resume => new Resume(),
            _ => null,
        };
    }

    /// <summary>What a question that was asked leads to; null for an act that asks nothing.</summary>
    public static Command? Asked(ExpectedAct act, ConductScene scene)
    {
        ArgumentNullException.ThrowIfNull(act);
        return act.Act switch
        {
            ActName.CallUniversity => new CallUniversity(act.University!),
            ActName.Reveal when scene.SubmissionsOf(act.Dossier!) is { } at => Reveal(at),
            ActName.AdoptRules => new AdoptRules(),
            ActName.CloseSitting => new CloseSitting(),
            _ => null,
        };
    }

    /// <summary>Opens the grids that are there; the missing are those that were read, by their seats or, in a second round, by their number.</summary>
    public static Reveal Reveal(Submissions at)
    {
        ArgumentNullException.ThrowIfNull(at);
        return new(at.Dossier, at.Round, at.AwaitedSeats) { Missing = at.Round > 1 ? at.AwaitedCount : 0 };
    }

    private static int Number(string figures) => int.Parse(figures, CultureInfo.InvariantCulture);

    private static AttendanceStatus Status(ExpectedAct act, AttendanceChoice? choice) =>
        choice is not null && choice.Seat == act.Seat ? choice.Status : AttendanceStatus.Present;

    private string Presentation(ConductScene scene, string dossier)
    {
        var all = scene.LineOf(scene.Expected.University)?.Dossiers ?? [];
        var number = Array.IndexOf(all, dossier) + 1;
        return number > 1 ? room["NextDossier", number, all.Length, dossier] : room["StartPresentation", dossier, scene.Console.Rules.PresentationMinutes];
    }
}
