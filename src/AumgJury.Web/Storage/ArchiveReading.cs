using AumgJury.Core.Calls;
using AumgJury.Core.Sittings;
using AumgJury.Core.Views;
using LiteDB;

namespace AumgJury.Web.Storage;

/// <summary>The public record read back from its documents (<see cref="ArchiveDocuments"/>).</summary>
internal static class ArchiveReading
{
    /// <summary>Null when nothing was written yet.</summary>
    public static Archive? Of(CallIndex index)
    {
        if (index.Get(ArchiveDocuments.Call, ArchiveDocuments.Call) is not { } call)
        {
            return null;
        }

        var decisions = ById(index, ArchiveDocuments.Decisions);
        return new Archive(
            call["call"],
            call["title"],
            call["organisation"],
            call["contact"],
            DateOnly.FromDayNumber(call["sittingDate"]),
            Enum.Parse<Phase>(call["phase"]),
            InOrder(call["dossiers"], ById(index, ArchiveDocuments.Dossiers), d => Dossier(d, decisions.GetValueOrDefault(d["_id"].AsString))),
            InOrder(call["people"], ById(index, ArchiveDocuments.People), Person),
            InOrder(call["notifications"], ById(index, ArchiveDocuments.Notifications), Notification));
    }

    private static Dictionary<string, BsonDocument> ById(CallIndex index, string collection) =>
        index.All(collection).ToDictionary(d => d["_id"].AsString, StringComparer.Ordinal);

    private static T[] InOrder<T>(BsonValue ids, Dictionary<string, BsonDocument> documents, Func<BsonDocument, T> read) =>
        [.. ids.AsArray.Select(id => read(documents[id.AsString]))];

    private static ArchivedDossier Dossier(BsonDocument d, BsonDocument? decision) => new(
        d["_id"],
        d["university"],
        d["universityName"],
        d["nominee"],
        d["structure"],
        d["department"],
        Enum.Parse<ContractKind>(d["kind"]),
        Enum.Parse<Admissibility>(d["admissibility"]),
        d["admissibilityReason"],
        d["rank"].IsNull ? null : d["rank"].AsInt32,
        Money(d["score"]),
        Money(d["amount"]),
        Named<Opinion>(d["opinion"]),
        d["motive"],
        decision is null ? null : Named<DecisionOutcome>(decision["outcome"]),
        decision?["follows"].AsBoolean,
        decision?["reason"].AsString ?? "");

    private static ArchivedPerson Person(BsonDocument p) => new(
        p["_id"],
        p["name"],
        p["capacity"],
        Enum.Parse<Role>(p["role"]),
        p["university"].IsNull ? null : p["university"].AsString,
        p["email"],
        p["replaced"]);

    private static ArchivedNotification Notification(BsonDocument n) => new(
        n["_id"],
        n["universityName"],
        n["recipient"],
        n["email"],
        n["messageId"],
        Enum.Parse<DeliveryLine>(n["delivery"]),
        new DateTimeOffset(n["at"].AsInt64, TimeSpan.FromTicks(n["offset"].AsInt64)),
        n["attempts"]);

    private static T? Named<T>(BsonValue name)
        where T : struct, Enum => name.IsNull ? null : Enum.Parse<T>(name.AsString);

    private static decimal? Money(BsonValue amount) => amount.IsNull ? null : amount.AsDecimal;
}
