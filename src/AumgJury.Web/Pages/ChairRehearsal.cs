using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Web.Pages;

/// <summary>The chair's sitting, brought to one of its moments.</summary>
public static class ChairRehearsal
{
    public static readonly string[] Moments =
    [
        "convened", "doors", "rollcall", "interest", "rules", "absent", "between", "called", "entering", "welcome", "presentation", "lost",
        "conclusion", "closing", "marking", "missing", "complete", "revealed", "suspended", "final",
    ];

    /// <param name="moment">One of <see cref="Moments"/>.</param>
    public static RehearsedCall At(CallDefinition definition, string moment)
    {
        var call = new RehearsedCall(definition, definition.RunningOrder[0].Start.AddMinutes(-20));
        foreach (var (name, act) in Steps(call))
        {
            act();
            if (name == moment)
            {
                break;
            }
        }

        return call;
    }

    private static IEnumerable<(string Moment, Action Act)> Steps(RehearsedCall c)
    {
        var (chair, secretary) = (c.Jurors[0], c.Definition.Seats.First(s => s.Role == Role.Secretary).Id);
        var university = c.Definition.RunningOrder[0].University;
        var presenter = c.Definition.Seats.First(s => s.Role == Role.Presenter && s.University == university).Id;
        var dossiers = c.Definition.Dossiers.Where(d => d.University == university).Select(d => d.Id).ToArray();
        yield return ("convened", () => { });
        yield return ("doors", () =>
        {
            c.Do(secretary, new OpenDoors());
            foreach (var seat in c.Jurors.SkipLast(1).Append(secretary))
            {
                c.Enter(seat);
            }
        }
        );
        yield return ("rollcall", () =>
        {
            c.Do(chair, new OpenSitting());
            c.Do(chair, new RecordAttendance(chair, AttendanceStatus.Present, IdentityMeans.OnSite, ""));
            c.Do(c.Jurors[1], new DeclareInterest(null, ""));
        }
        );
        yield return ("interest", () =>
        {
            c.Enter(c.Jurors[^1]);
            c.Do(c.Jurors[2], new DeclareInterest(c.Definition.Dossiers[7].Id, "J'ai dirigé sa thèse."));
            foreach (var seat in c.Jurors.Skip(1))
            {
                c.Do(chair, new RecordAttendance(seat, AttendanceStatus.Present, IdentityMeans.CardShown, ""));
            }
        }
        );
        yield return ("rules", () => c.Do(chair, new RuleRecusal(c.Jurors[2], RecusalScope.University, c.Definition.Dossiers[7].University, true, "Lien de travail direct.")));
        yield return ("absent", () =>
        {
            c.Do(chair, new AdoptRules());
            c.Do(chair, new StartHearings());
            c.Pass(TimeSpan.FromMinutes(26));
        }
        );
        yield return ("between", () =>
        {
            c.Enter(presenter);
            c.Do(secretary, new SendLine(chair, null, "Paris-Lutèce est là, son vérifié."));
        }
        );
        yield return ("called", () => c.Do(chair, new CallUniversity(university)));
        yield return ("entering", () => c.Do(presenter, new EnterRoom(university)));
        yield return ("welcome", () => c.Pass(TimeSpan.FromSeconds(10)));
        yield return ("presentation", () =>
        {
            c.Do(chair, new ConfirmPresenter(university));
            c.Do(chair, new StartPresentation(dossiers[0]));
            c.Pass(TimeSpan.FromSeconds(134));
            c.Do(c.Jurors[3], new RaiseHand());
            c.Do(c.Jurors[4], new RaiseHand());
        }
        );
        yield return ("lost", () =>
        {
            c.Do(Actor.Presence, new LoseSeat(c.Jurors[5]));
            c.Pass(TimeSpan.FromSeconds(40));
        }
        );
        yield return ("conclusion", () =>
        {
            c.Do(Actor.Presence, new RegainSeat(c.Jurors[5]));
            foreach (var dossier in dossiers)
            {
                if (dossier != dossiers[0])
                {
                    c.Do(chair, new StartPresentation(dossier));
                    c.Pass(TimeSpan.FromMinutes(7));
                }

                c.Do(chair, new StartQuestions(dossier));
                c.Pass(TimeSpan.FromMinutes(8));
            }

            c.Do(chair, new Conclude(university));
        }
        );
        yield return ("closing", () =>
        {
            c.Unproven = true;
            c.Do(chair, new OrderExit(university));
        }
        );
        yield return ("marking", () =>
        {
            c.Unproven = false;
            c.Do(chair, new NoteIncident("Son interrompu quelques secondes."));
        }
        );
        yield return ("missing", () => Submit(c, dossiers[0], c.Jurors.Where(j => j != c.Jurors[4])));
        yield return ("complete", () => Submit(c, dossiers[0], [c.Jurors[4]]));
        yield return ("revealed", () => c.Do(chair, new Reveal(dossiers[0], 1, [])));
        yield return ("suspended", () => c.Do(chair, new Suspend(c.Now.AddMinutes(15), "Pause de la matinée.")));
        yield return ("final", () =>
        {
            c.Do(chair, new Resume());
            c.Do(chair, new CloseDossier(dossiers[0]));
            Submit(c, dossiers[1], c.Jurors);
            c.Do(chair, new Reveal(dossiers[1], 1, []));
            c.Do(chair, new CloseDossier(dossiers[1]));
        }
        );
    }

    private static void Submit(RehearsedCall c, string dossier, IEnumerable<string> jurors)
    {
        foreach (var (seat, i) in jurors.Select((seat, i) => (seat, i)))
        {
            foreach (var (criterion, k) in c.Definition.Grid.Criteria.Select((criterion, k) => (criterion, k)))
            {
                c.Do(seat, new KeepDraft(dossier, 1, criterion.Id, 3 + ((i + k) % 3), "", null));
            }

            c.Do(seat, new SubmitGrid(dossier, 1));
        }
    }
}
