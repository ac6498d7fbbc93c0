using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;

namespace AumgJury.Core.Views;

/// <summary>The chair's console.</summary>
internal static class Consoles
{
    public static Console Of(State s, string reader)
    {
        var secretary = s.Secretary()?.Id ?? "";
        return new(
            Expectations.OfChair(s),
            Order(s),
            s.Memory.Attendance.Of((Shared.Of(s), s.Interests), s, static (s, of) => [.. s.InOrder.Where(p => p.IsJuror).Select(p => new AttendanceLine(p.Id, p.Name, p.Definition.Capacity, p.Attendance?.Status, p.Attendance?.Identity, p.ConfirmedAt is not null, p.Connected, p.Attendance?.AdmittedAt is not null, p.DeclaredNoInterest || of.Interests.Any(i => i.Seat == p.Id), of.Interests.Count(i => i.Seat == p.Id)))]),
            [.. s.Interests.Select(i => new InterestLine(i.Seat, s.Seats[i.Seat].Name, i.Dossier, Decide.UniversityName(s, s.Dossiers[i.Dossier].Definition.University), s.Dossiers[i.Dossier].Definition.University, i.Text, i.At, i.Ruled || s.IsRecused(i.Seat, i.Dossier)))],
            [.. s.Recusals.Select(r => new RecusalLine(r.Seat, s.Seats[r.Seat].Name, r.Scope, r.Scope == RecusalScope.University ? Decide.UniversityName(s, r.Target) : r.Target, r.Reason, r.At))],
            Lost(s),
            Lines.Messages(s, reader, l => (IsChairSide(s, l.From) && l.To == secretary) || (l.From == secretary && IsChairSide(s, l.To))),
            secretary,
            Lines.Devices(s, s.Seats[reader]),
            Lines.NewLinks(s),
            s.Memory.Links.Of(reader, (Shared.Of(s), s.ActingChair, s.Phase, reader), s, static (s, of) => [.. s.InOrder.Where(p => p.Id != of.Reader && p.ReplacedBy is null && (p.Link is not null || p.LateLink is not null) && s.MayRevoke(s.Seats[of.Reader], p)).Select(p => new HeldLink(p.Id, p.Name, p.Definition.Capacity, p.Connected))]),
            Lines.Incidents(s),
            s.SecretaryConducts,
            s.Call.Rules)
        {
            Revealed = [.. s.Judged.Where(d => !d.Rounds.IsEmpty).Select(d => d.Id)],
        };
    }

    public static bool IsChairSide(State s, string seat) => s.Seats[seat].IsJuror;

    /// <summary>Voters of the dossier being heard who are gone and on whom the chair has not ruled.</summary>
    private static LostVoter[] Lost(State s) => [.. s.LostVoters().Select(p => new LostVoter(p.Id, p.Name, p.LostAtSitting, s.Current!.Dossier, p.SteppedOut))];

    public static OrderLine[] Order(State s) => s.Memory.Order.Of((Shared.Of(s), s.Order, s.Hearings, s.Outline), s, static (s, _) =>
    {
        var expected = Hours.Expected(s);
        return [.. s.Order.Select(u =>
        {
            var h = s.Hearings[u];
            var p = h.Presenter.Length > 0 ? s.PresenterOf(h) : null;
            var from = h.FirstCalledAt is { } called && called > h.Planned ? called : h.Planned;
            return new OrderLine(
                u,
                Decide.UniversityName(s, u),
                p?.Name ?? "",
                h.Presenter,
                p?.Definition.Phone ?? "",
                p?.ConfirmedAt is not null,
                p?.Connected == true,
                h.Step,
                [.. s.JudgedOf(u).Select(d => d.Id)],
                h.Planned,
                h.Published,
                expected.TryGetValue(u, out var hour) ? hour : null,
                h.StartedAt,
                h.EndedAt,
                from.AddMinutes(s.Call.Rules.GraceMinutes),
                h.Late?.Minutes,
                h.Late is not null,
                h.LastCallLapsed,
                h.Notice is { } n ? new HourLine(n.Hour, n.SwapWith is not null, n.Agreed) : null,
                h.OnFile,
                h.Released);
        })];
    });
}
