namespace AumgJury.Web.Storage;

/// <summary>What came of opening a call's journal.</summary>
public abstract record OpenedJournal
{
    private OpenedJournal()
    {
    }

    /// <summary>The journal takes lines.</summary>
    /// <param name="Lines">Every line it holds, durable, in order.</param>
    /// <param name="CutTail">What was set aside because it was never acknowledged; to be said to the secretary.</param>
    public sealed record Ready(Journal Journal, IReadOnlyList<JournalLine> Lines, CutTail? CutTail) : OpenedJournal;

    /// <summary>An acknowledged line is damaged or gone: nothing was changed, and the call stays closed.</summary>
    /// <param name="AtPosition">The first line that cannot be believed.</param>
    public sealed record Broken(long AtPosition, BreakCause Cause) : OpenedJournal;
}

/// <summary>How it is known that the damaged or missing line had been acknowledged.</summary>
public enum BreakCause
{
    /// <summary>A later group of lines was written after it.</summary>
    LaterGroup,

    /// <summary>LiteDB, trusted, has read it.</summary>
    IndexHasRead,

    /// <summary>Not the journal: the key file is missing, damaged, or older than it.</summary>
    Keys,
}

/// <summary>The end of a journal that a power cut tore before it was acknowledged.</summary>
/// <param name="Path">The side file that keeps it.</param>
/// <param name="FromPosition">The position of its first line.</param>
/// <param name="Lines">Line ends in it, plus one for a last line without end.</param>
public sealed record CutTail(string Path, long FromPosition, int Lines, long Bytes);

/// <summary>What came of writing one group.</summary>
public abstract record GroupWritten
{
    private GroupWritten()
    {
    }

    /// <summary>The lines are durable.</summary>
    public sealed record Kept(IReadOnlyList<JournalLine> Lines, string HeadHash) : GroupWritten;

    /// <summary>No room: nothing was kept, and the same may be tried again.</summary>
    public sealed record DiskFull : GroupWritten;

    /// <summary>Whether the lines are kept is known only after the journal is opened anew; it takes nothing more.</summary>
    public sealed record NotConfirmed : GroupWritten;

    /// <summary>Nothing was written: the journal takes nothing more since an earlier <see cref="NotConfirmed"/>.</summary>
    public sealed record Closed : GroupWritten;

    /// <summary>Nothing was written: the journal's head is another than the caller decided on.</summary>
    public sealed record Stale(long HeadPosition) : GroupWritten;
}

/// <summary>What an auditor learns from walking a journal's chain.</summary>
public abstract record Verified
{
    private Verified()
    {
    }

    public sealed record Whole(long Lines, string HeadHash) : Verified;

    public sealed record Bad(long AtPosition, LineFault Fault) : Verified;
}
