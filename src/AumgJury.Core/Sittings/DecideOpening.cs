using AumgJury.Core.Calls;
using AumgJury.Core.Scoring;

namespace AumgJury.Core.Sittings;

internal static partial class Decide
{
    private static Ruling? Opening(Act a, Command command) => command switch
    {
        OpenSitting => new SittingOpened(),
        RecordAttendance c => Attendance(a, c),
        AdmitLatecomer c => Admit(a, c),
        DeclareInterest c => Declare(a, c),
        RuleRecusal c => RuleOn(a, c),
        AdoptRules => a.S.RulesAdoptedAt is null ? new RulesAdopted() : RefusalName.Stale,
        LetSecretaryConduct c => a.S.SecretaryConducts == c.Allowed ? RefusalName.Stale : new SecretaryConductSet(c.Allowed),
        HandOver => Vacated(a, a.Me, SuspensionCause.HandedOver),
        TakeChair => Take(a),
        PassChair => a.S.ThirdInTurn()?.Id == a.Me && a.S.Thirds().Skip(1).Any() ? new ChairPassed(a.Me) : RefusalName.Stale,
        StartHearings => Start(a),
        _ => null,
    };

    private static Ruling Attendance(Act a, RecordAttendance c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var seat) || !seat.IsJuror)
        {
            return RefusalName.UnknownSeat;
        }

        // Who chairs sits: somebody who cannot hands the chair over first, or nobody could call the roll any more.
        if (c.Seat == a.S.ActingChair && c.Status is (AttendanceStatus.Late or AttendanceStatus.Excused))
        {
            return Refusal.Of(RefusalName.ChairMustAttend, "status");
        }

        var substitute = c.Status == AttendanceStatus.Substitute;
        if (substitute && Act.LineFault("substituteName", c.SubstituteName, NameLength, 1) is { } fault)
        {
            return fault.Name == RefusalName.TextMissing ? fault with { Name = RefusalName.NameMissing } : fault;
        }

        return new AttendanceRecorded(c.Seat, c.Status, c.Identity, substitute ? a.Seal.Text(KeyNames.Person(c.Seat), c.SubstituteName.Trim()) : null);
    }

    /// <summary>A latecomer votes from the next University: every hearing that has begun is missed.</summary>
    private static Ruling Admit(Act a, AdmitLatecomer c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var seat) || !seat.IsJuror)
        {
            return RefusalName.UnknownSeat;
        }

        if (seat.Attendance is not { Status: AttendanceStatus.Late, AdmittedAt: null })
        {
            return RefusalName.Stale;
        }

        if (a.S.Current is { PresenterInside: true })
        {
            return RefusalName.OutsiderInside;
        }

        var begun = a.S.Judged.Where(d => a.S.Hearings[d.Definition.University].StartedAt is not null);
        return (Event[])[new LatecomerAdmitted(c.Seat, c.Identity), .. begun.Select(d => new VoteMissed(c.Seat, d.Id, "late"))];
    }

    private static Ruling Declare(Act a, DeclareInterest c)
    {
        if (c.Dossier is null)
        {
            return a.Seat!.DeclaredNoInterest ? RefusalName.Stale : new InterestDeclared(a.Me, null, null);
        }

        if (!a.S.Dossiers.ContainsKey(c.Dossier))
        {
            return Refusal.Of(RefusalName.UnknownDossier, "dossier", c.Dossier);
        }

        return Act.TextFault("text", c.Text, 2000, 1) is { } fault
            ? fault
            : new InterestDeclared(a.Me, c.Dossier, a.Seal.Text(KeyNames.Dossier(c.Dossier), c.Text.Trim()));
    }

    private static Ruling RuleOn(Act a, RuleRecusal c)
    {
        if (!a.S.Seats.TryGetValue(c.Seat, out var seat) || !seat.IsJuror)
        {
            return Refusal.Of(RefusalName.UnknownSeat, "seat");
        }

        var conducts = a.S.Conducts(a.Seat!);
        var mayRule = a.S.Call.Rules.RecusalRuledBy == RecusalRuler.Member ? a.Me == c.Seat || conducts : conducts;
        if (!mayRule)
        {
            return RefusalName.NotYourRole;
        }

        if (a.S.IsRecusedForSitting(c.Seat) || a.S.Recusals.Any(r => r.Seat == c.Seat && r.Scope == c.Scope && r.Target == c.Target))
        {
            return RefusalName.Stale;
        }

        if (TargetFault(a.S, c) is { } unknown)
        {
            return unknown;
        }

        var recusal = new RecusalState(c.Seat, c.Scope, c.Scope == RecusalScope.Sitting ? "" : c.Target, c.Reason, a.At.Sitting);
        var revealed = c.Recused ? a.S.Judged.Where(d => !d.Rounds.IsEmpty && recusal.Covers(a.S, d.Id)).ToArray() : [];
        if (RevealedFault(a, c, revealed) is { } changes)
        {
            return changes;
        }

        return Act.TextFault("reason", c.Reason, ReasonLength, 1) is { } fault
            ? fault with { Name = fault.Name == RefusalName.TextMissing ? RefusalName.ReasonMissing : fault.Name }
            : (Event[])
            [
                new RecusalRuled(c.Seat, c.Scope, recusal.Target, c.Recused, a.Seal.Text(KeyNames.Sitting, c.Reason.Trim())),
                .. revealed.Where(d => !a.S.IsRecused(c.Seat, d.Id)).Select(d => a.Incident("recused-after-reveal", Scores(a.S, d, recusal), d.Definition.University, d.Id, c.Seat)),
            ];
    }

    /// <summary>After a reveal a recusal changes a result that all have read: the acting chair alone rules it, and has read which results.</summary>
    private static Refusal? RevealedFault(Act a, RuleRecusal c, DossierState[] revealed)
    {
        var ids = revealed.Select(d => d.Id).ToArray();
        return ids.Length > 0 && a.Me != a.S.ActingChair ? Refusal.Of(RefusalName.ChairAlone, null, ids)
            : ids.ToHashSet(StringComparer.Ordinal).SetEquals(c.ChangesResultOf) ? null
            : Refusal.Of(RefusalName.ChangesResult, "changesResultOf", ids);
    }

    /// <summary>The score before and after, each with one decimal and a point; a dash where no grid counts.</summary>
    private static string Scores(State s, DossierState d, RecusalState recusal)
    {
        string Figure(State state) => Score.Of(state, d)?.Rounded(1).ToString("0.0", System.Globalization.CultureInfo.InvariantCulture) ?? "–";
        return $"{Figure(s)} → {Figure(s with { Recusals = s.Recusals.Add(recusal) })}";
    }

    /// <summary>A declared link is ruled on before its dossier is heard, revealed, discussed or given an opinion: whoever it bars must not have been there (CRPA R133-12).</summary>
    private static Refusal? PendingFault(State s, IEnumerable<DossierState> dossiers) => s.PendingInterests(dossiers).ToArray() is { Length: > 0 } pending
        ? Refusal.Of(RefusalName.RecusalsPending, null, [.. pending.Select(i => $"{s.Seats[i.Seat].Name} ({i.Dossier})").Distinct(StringComparer.Ordinal)])
        : null;

    private static Refusal? TargetFault(State s, RuleRecusal c) => c.Scope switch
    {
        RecusalScope.Dossier when !s.Dossiers.ContainsKey(c.Target) => Refusal.Of(RefusalName.UnknownDossier, "target", c.Target),
        RecusalScope.University when !s.Hearings.ContainsKey(c.Target) => Refusal.Of(RefusalName.UnknownUniversity, "target", c.Target),
        _ => null,
    };

    /// <summary>The deputy takes an empty chair, the chair takes it back, a third person takes it for both; a suspension that the empty chair caused ends with it.</summary>
    private static Ruling Take(Act a)
    {
        var seat = a.Seat!;
        var third = Presiding.IsThird(seat);
        if (third ? a.S.ThirdInTurn()?.Id != seat.Id : a.S.ActingChair == seat.Id || (a.S.ActingChair.Length > 0 && seat.Role != Role.Chair && !Presiding.IsThird(a.S.Seats[a.S.ActingChair])))
        {
            return RefusalName.Stale;
        }

        if (!a.S.MayTakeChair(seat))
        {
            return a.S.MustBeOut(seat) || seat.OutRecused ? RefusalName.Recused : RefusalName.NotConfirmed;
        }

        var resumes = a.S.Suspension is { Cause: SuspensionCause.ChairLost or SuspensionCause.ChairOut or SuspensionCause.ChairRecused or SuspensionCause.HandedOver };
        Event[] taken = third ? [new ChairTaken(seat.Id), a.Incident("third-chair", "", a.S.Current?.University, a.S.Discussed, seat.Id)] : [new ChairTaken(seat.Id)];
        return (Event[])(resumes ? [.. taken, new SittingResumed()] : taken);
    }

    private static Ruling Start(Act a)
    {
        var uncalled = a.S.InOrder.Where(p => p.IsJuror && p.Attendance is null).Select(p => p.Name).ToArray();
        if (uncalled.Length > 0)
        {
            return Refusal.Of(RefusalName.RollCallIncomplete, null, uncalled);
        }

        var present = a.S.PresentVoters();
        if (present < a.S.Call.Rules.Quorum)
        {
            return Refusal.Of(RefusalName.NoQuorum, null, $"{present}", $"{a.S.Call.Rules.Quorum}");
        }

        if (PendingFault(a.S, a.S.Judged) is { } pending)
        {
            return pending;
        }

        return a.S.RulesAdoptedAt is null ? RefusalName.RulesNotAdopted : new HearingsStarted();
    }
}
