using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Tests.Kit;

/// <summary>The steps of a sitting in the field's words.</summary>
internal sealed partial class Play
{
    public string Chair { get; set; } = "M1";

    public static Play AtTheDoors(CallDefinition call)
    {
        var p = new Play(call);
        p.Do("SEC", new OpenDoors());
        return p;
    }

    public static Play AtTheRollCall(CallDefinition call)
    {
        var p = AtTheDoors(call);
        p.EveryoneConfirms();
        p.Do(p.Chair, new OpenSitting());
        return p;
    }

    public static Play AtTheHearings(CallDefinition call)
    {
        var p = AtTheRollCall(call);
        p.RollCall();
        p.Do(p.Chair, new AdoptRules());
        p.Do(p.Chair, new StartHearings());
        return p;
    }

    /// <summary>The University's presenter has just entered and was confirmed.</summary>
    public static Play Hearing(CallDefinition call, string university = "U1")
    {
        var p = AtTheHearings(call);
        p.BringIn(university);
        return p;
    }

    /// <summary>The first University was heard and left; its dossiers are to be marked.</summary>
    public static Play Marking(CallDefinition call)
    {
        var p = AtTheHearings(call);
        p.Hear("U1");
        return p;
    }

    /// <summary>Every University was heard, marked and revealed.</summary>
    public static Play Deliberating(CallDefinition call, Func<string, string, int, int>? mark = null)
    {
        var p = AtTheHearings(call);
        foreach (var university in call.RunningOrder.Select(r => r.University))
        {
            p.Hear(university);
            p.MarkAll(university, mark);
        }

        p.Do(p.Chair, new StartFinalDeliberation());
        return p;
    }

    public void EveryoneConfirms(params string[] but)
    {
        foreach (var seat in State.Seats.Except(but).Where(s => s != "AUT"))
        {
            Do(Actor.Presence, new RegainSeat(seat));
            Do(seat, new ConfirmPresence());
        }
    }

    public void RollCall(params string[] but)
    {
        foreach (var seat in Jurors.Except(but))
        {
            Do(Chair, new RecordAttendance(seat, AttendanceStatus.Present, IdentityMeans.CardShown, ""));
        }
    }

    /// <summary>The University's presenter answers the hour that they read.</summary>
    public void Answer(string university, bool agreed) =>
        Do(PresenterOf(university), new AnswerHour(university, View<Core.Views.PresenterView>(PresenterOf(university)).Notice!.Hour, agreed));

    public string[] Judged(string university) =>
        [.. Definition.Dossiers.Where(d => d.University == university && d.Admissibility is Admissibility.Admissible or Admissibility.AdmissibleSubjectTo && d.University == university).Select(d => d.Id)];

    public string PresenterOf(string university) => Inside.Hearings[university].Presenter;

    /// <summary>Call, entry, countdown (and the warning of recused members), presenter confirmed.</summary>
    public void BringIn(string university)
    {
        LetIn(university);
        Do(Chair, new ConfirmPresenter(university));
    }

    public void LetIn(string university)
    {
        Do(Chair, new CallUniversity(university));
        Do(PresenterOf(university), new EnterRoom(university));
        Pass(Inside.Hearings[university].OpensAt!.Value - Machine);
        Assert.Equal(RoomSign.Open, Inside.Room.Sign);
    }

    public void PresentAll(string university)
    {
        foreach (var dossier in Judged(university))
        {
            Do(Chair, new StartPresentation(dossier));
            Pass(7 * 60);
            Do(Chair, new StartQuestions(dossier));
            Pass(8 * 60);
        }
    }

    /// <summary>A whole hearing, up to the proven exit.</summary>
    public void Hear(string university)
    {
        BringIn(university);
        PresentAll(university);
        Leave(university);
    }

    public void Leave(string university)
    {
        Do(Chair, new Conclude(university));
        Do(Chair, new OrderExit(university));
    }

    /// <summary>One member's draft, whole, the same mark on each criterion or one a criterion.</summary>
    public void Draft(string seat, string dossier, Func<int, int> mark, int round = 1, ChangeReason? reason = null)
    {
        var criteria = Definition.Grid.Criteria;
        for (var i = 0; i < criteria.Length; i++)
        {
            Do(seat, new KeepDraft(dossier, round, criteria[i].Id, mark(i), "", reason));
        }
    }

    public void Submit(string seat, string dossier, int mark, int round = 1)
    {
        Draft(seat, dossier, _ => mark, round);
        Do(seat, new SubmitGrid(dossier, round));
    }

    public string[] Voters(string dossier) => [.. Inside.VotersOn(Inside.Dossiers[dossier]).Select(p => p.Id)];

    /// <summary>Every voter marks and submits every dossier of the University; the chair reveals and closes each.</summary>
    public void MarkAll(string university, Func<string, string, int, int>? mark = null)
    {
        foreach (var dossier in Judged(university))
        {
            SubmitAll(dossier, mark);
            Do(Chair, new Reveal(dossier, 1, []));
            Do(Chair, new CloseDossier(dossier));
        }
    }

    public void SubmitAll(string dossier, Func<string, string, int, int>? mark = null)
    {
        foreach (var seat in Voters(dossier))
        {
            Draft(seat, dossier, i => mark?.Invoke(seat, dossier, i) ?? 3);
            Do(seat, new SubmitGrid(dossier, 1));
        }
    }

    public void Opine(string dossier, Opinion opinion, string motive = "Projet solide, motivé par la grille.")
    {
        Do(Chair, new Discuss(dossier));
        Pass(Definition.Rules.RecusalWarningSeconds + 1);
        Do(Chair, new RecordOpinion(dossier, opinion, motive, ""));
        Do(Chair, new EndDiscussion(dossier));
    }

    /// <summary>An opinion on each dossier as the ranking proposes, the ranking fixed.</summary>
    public void OpineAllAndFix()
    {
        foreach (var row in View<Core.Views.ChairView>(Chair).Board!.Rows)
        {
            Opine(row.Dossier, row.Proposed);
        }

        Do(Chair, new FixRanking());
    }

    /// <summary>The sitting is closed and each decision follows its opinion.</summary>
    public void CloseAndDecide()
    {
        Do(Chair, new CloseSitting());
        foreach (var d in Inside.Judged.ToArray())
        {
            Do("AUT", new DecideDossier(d.Id, (DecisionOutcome)d.Opinion!.Opinion, ""));
        }
    }
}
