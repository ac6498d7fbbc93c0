using System.Globalization;
using System.Text.Json.Serialization;
using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;

namespace AumgJury.Web.Replay;

/// <summary>
/// Something a script expects to see. It is read off views, like everything a person knows: the secretary's for what the room knows,
/// the seat's own for who is out, the authority's for the money.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(QuorumFact), "quorum")]
[JsonDerivedType(typeof(RoomOpenFact), "room-open")]
[JsonDerivedType(typeof(RoomProvenFact), "room-proven")]
[JsonDerivedType(typeof(RecusedOutFact), "recused-out")]
[JsonDerivedType(typeof(RecusedBackFact), "recused-back")]
[JsonDerivedType(typeof(ScoreFact), "score")]
[JsonDerivedType(typeof(OrderFact), "order")]
[JsonDerivedType(typeof(TieFact), "tie")]
[JsonDerivedType(typeof(RankingFact), "ranking")]
[JsonDerivedType(typeof(CommitmentFact), "commitment")]
public abstract record ReplayFact
{
    /// <summary>Null when it is so; else what is found instead, short.</summary>
    public abstract string? Unmet(CallState shown, CallDefinition call);

    private protected static SecretaryView? Secretary(CallState shown, CallDefinition call) =>
        shown.View(call.Seats.First(s => s.Role == Role.Secretary).Id) as SecretaryView;

    private protected static string? Differs(string wanted, string found) => wanted == found ? null : found;

    private protected static string Row(IEnumerable<string> ids) => string.Join(' ', ids);

    private protected static string Figure(decimal figure) => figure.ToString("0.0", CultureInfo.InvariantCulture);

    private protected static string Figure(decimal? figure) => figure is { } known ? Figure(known) : "-";
}

public sealed record QuorumFact(int Present, int Required) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) =>
        Secretary(shown, call) is { Sitting: var s } ? Differs($"{Present}/{Required}", $"{s.Voters}/{s.Quorum}") : "-";
}

public sealed record RoomOpenFact(string University) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) => Secretary(shown, call) is { Sitting.Room: var room, Hearing: var hearing }
        ? Differs($"{RoomSign.Open} {University}", $"{room.Sign} {hearing?.University}")
        : "-";
}

/// <param name="Present">Jurors and secretary counted by the proof.</param>
public sealed record RoomProvenFact(int Present) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) => Secretary(shown, call) is { Sitting.Room: var room }
        ? Differs($"{RoomSign.ClosedVerified} {Present}/{Present}", $"{room.Sign} {room.Found}/{room.Expected}")
        : "-";
}

public sealed record RecusedOutFact(string Seat) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) =>
        shown.View(Seat) is OutsideView { Reason: OutsideReason.Recused } ? null : shown.View(Seat).GetType().Name;
}

public sealed record RecusedBackFact(string Seat) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) => shown.View(Seat) is OutsideView outside ? outside.Reason.ToString() : null;
}

/// <param name="Grids">How many grids are counted.</param>
/// <param name="Score">One decimal, with a point.</param>
public sealed record ScoreFact(string Dossier, int Grids, string Score) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) =>
        Secretary(shown, call)?.Results.FirstOrDefault(r => r.Dossier == Dossier) is { } result
            ? Differs($"{Score} ({Grids})", $"{Figure(result.Score)} ({result.Counted})")
            : "-";
}

public sealed record OrderFact(string[] Universities) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) =>
        Differs(Row(Universities), Row(Secretary(shown, call)?.Order.Select(o => o.University) ?? []));
}

/// <param name="BrokenBy">Sub-total or criterion.</param>
/// <param name="Subtotals">Of the first, then of the other.</param>
public sealed record TieFact(string[] Dossiers, string BrokenBy, string[] Subtotals, string First) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call) =>
        Secretary(shown, call)?.Board?.Rows.FirstOrDefault(r => r.Dossier != First && Dossiers.Contains(r.Dossier))?.Tie is { } tie
            ? Differs($"{First} {BrokenBy} {Row(Subtotals)}", $"{tie.Above} {tie.By} {Row(new[] { tie.AboveValue, tie.Value }.OfType<decimal>().Select(value => Figure(value)))}")
            : "-";
}

/// <param name="Selected">How many are above the line.</param>
/// <param name="Outside">Dossiers that are not ranked.</param>
public sealed record RankingFact(string[] Dossiers, int Selected, string[] Reserve, string[] NotSelected, string[] Outside) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call)
    {
        if (Secretary(shown, call)?.Board is not { } board)
        {
            return "-";
        }

        var found = $"{Row(board.Rows.Select(r => r.Dossier))} | {board.Rows.Count(r => r.AboveLine)} | {Row(Proposed(board, Opinion.ReserveList))} | "
            + $"{Row(Proposed(board, Opinion.Unfavourable))} | {Row(board.Unranked.Select(u => u.Dossier))}";
        return Differs($"{Row(Dossiers)} | {Selected} | {Row(Reserve)} | {Row(NotSelected)} | {Row(Outside)}", found);
    }

    private static IEnumerable<string> Proposed(Board board, Opinion opinion) => board.Rows.Where(r => r.Proposed == opinion).Select(r => r.Dossier);
}

/// <param name="Amount">Euros that the decisions commit.</param>
public sealed record CommitmentFact(decimal Amount) : ReplayFact
{
    public override string? Unmet(CallState shown, CallDefinition call)
    {
        var committed = shown.View(call.Seats.First(s => s.Role == Role.Authority).Id) is AuthorityView authority ? authority.Committed : 0;
        return committed == Amount ? null : committed.ToString(CultureInfo.InvariantCulture);
    }
}
