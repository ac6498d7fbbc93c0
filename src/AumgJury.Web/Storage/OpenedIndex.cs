using LiteDB;

namespace AumgJury.Web.Storage;

/// <param name="NeedsRebuild">Why the index is empty and has to be filled from the journal; null when it was trusted.</param>
public sealed record OpenedIndex(CallIndex Index, RebuildCause? NeedsRebuild);

/// <summary>Why an index was thrown away.</summary>
public enum RebuildCause
{
    /// <summary>There was none.</summary>
    Missing,

    /// <summary>The server did not stop cleanly.</summary>
    NotClosedCleanly,

    /// <summary>The file is not the one that a clean stop left.</summary>
    NotTheFileThatWasLeft,

    /// <summary>It is the file that was left, but LiteDB cannot read it.</summary>
    Unreadable,
}

/// <summary>A document to put into a collection under an id, in the place of the one there; null takes it away.</summary>
/// <param name="Id">Case-sensitive; becomes the document's <c>_id</c>.</param>
public sealed record IndexedDocument(string Collection, string Id, BsonDocument? Document);

/// <summary>LiteDB failed, or the index was closed: nothing is lost, the journal rebuilds it.</summary>
public sealed class IndexBroken(string callId, Exception cause) : IOException($"The index of {callId} failed.", cause);
