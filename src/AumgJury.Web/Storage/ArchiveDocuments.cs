using AumgJury.Core.Views;
using LiteDB;

namespace AumgJury.Web.Storage;

/// <summary>
/// The public record as LiteDB documents. Written out by hand: instants as ticks, because LiteDB keeps milliseconds and loses offsets,
/// and enumerations by name, so that a query reads like the field's own words.
/// </summary>
internal static class ArchiveDocuments
{
    public const string Call = "call";
    public const string Dossiers = "dossiers";
    public const string People = "people";
    public const string Decisions = "decisions";
    public const string Notifications = "notifications";

    /// <summary>What changed between two records, or everything when there is none before; what is no more is taken away.</summary>
    public static List<IndexedDocument> Changes(Archive? before, Archive after)
    {
        var changes = new List<IndexedDocument>();
        if (before is null || !Head(before).Equals(Head(after)) || !Order(before).SequenceEqual(Order(after)))
        {
            changes.Add(new(Call, Call, Document(after)));
        }

        Add(changes, Dossiers, before?.Dossiers, after.Dossiers, d => d.Id, Document);
        Add(changes, Decisions, before?.Dossiers, after.Dossiers, d => d.Id, Decision);
        Add(changes, People, before?.People, after.People, p => p.Seat, Document);
        Add(changes, Notifications, before?.Notifications, after.Notifications, n => n.University, Document);
        return changes;
    }

    private static (string, string, string, string, DateOnly, object) Head(Archive a) => (a.Call, a.Title, a.Organisation, a.Contact, a.SittingDate, a.Phase);

    private static IEnumerable<string> Order(Archive a) =>
        [.. a.Dossiers.Select(d => d.Id), "", .. a.People.Select(p => p.Seat), "", .. a.Notifications.Select(n => n.University)];

    private static void Add<T>(List<IndexedDocument> changes, string collection, T[]? before, T[] after, Func<T, string> id, Func<T, BsonDocument?> document)
        where T : class
    {
        var known = before?.ToDictionary(id, StringComparer.Ordinal);
        foreach (var item in after)
        {
            if (known is null || !known.Remove(id(item), out var same) || !same.Equals(item))
            {
                changes.Add(new(collection, id(item), document(item)));
            }
        }

        foreach (var gone in known?.Keys.ToArray() ?? [])
        {
            changes.Add(new(collection, gone, null));
        }
    }

    private static BsonDocument Document(Archive a) => new()
    {
        ["call"] = a.Call,
        ["title"] = a.Title,
        ["organisation"] = a.Organisation,
        ["contact"] = a.Contact,
        ["sittingDate"] = a.SittingDate.DayNumber,
        ["phase"] = a.Phase.ToString(),
        ["dossiers"] = Ids(a.Dossiers.Select(d => d.Id)),
        ["people"] = Ids(a.People.Select(p => p.Seat)),
        ["notifications"] = Ids(a.Notifications.Select(n => n.University)),
    };

    private static BsonDocument Document(ArchivedDossier d) => new()
    {
        ["university"] = d.University,
        ["universityName"] = d.UniversityName,
        ["nominee"] = d.Nominee,
        ["structure"] = d.Structure,
        ["department"] = d.Department,
        ["kind"] = d.Kind.ToString(),
        ["admissibility"] = d.Admissibility.ToString(),
        ["admissibilityReason"] = d.AdmissibilityReason,
        ["rank"] = d.Rank is { } rank ? rank : BsonValue.Null,
        ["score"] = Money(d.Score),
        ["amount"] = Money(d.Amount),
        ["opinion"] = Name(d.Opinion),
        ["motive"] = d.Motive,
    };

    /// <summary>Null while the authority has not decided.</summary>
    private static BsonDocument? Decision(ArchivedDossier d) => d.Outcome is null ? null : new()
    {
        ["university"] = d.University,
        ["outcome"] = Name(d.Outcome),
        ["follows"] = d.Follows == true,
        ["reason"] = d.Reason,
    };

    private static BsonDocument Document(ArchivedPerson p) => new()
    {
        ["name"] = p.Name,
        ["capacity"] = p.Capacity,
        ["role"] = p.Role.ToString(),
        ["university"] = p.University is { } university ? university : BsonValue.Null,
        ["email"] = p.Email,
        ["replaced"] = p.Replaced,
    };

    private static BsonDocument Document(ArchivedNotification n) => new()
    {
        ["universityName"] = n.UniversityName,
        ["recipient"] = n.Recipient,
        ["email"] = n.Email,
        ["messageId"] = n.MessageId,
        ["delivery"] = n.Delivery.ToString(),
        ["at"] = n.At.Ticks,
        ["offset"] = n.At.Offset.Ticks,
        ["attempts"] = n.Attempts,
    };

    private static BsonArray Ids(IEnumerable<string> ids) => [.. ids.Select(id => new BsonValue(id))];

    private static BsonValue Name<T>(T? value)
        where T : struct, Enum => value is { } named ? named.ToString() : BsonValue.Null;

    private static BsonValue Money(decimal? amount) => amount is { } money ? money : BsonValue.Null;
}
