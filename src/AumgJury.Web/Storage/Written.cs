namespace AumgJury.Web.Storage;

/// <summary>What came of one line given to the <see cref="GroupWriter"/>.</summary>
public abstract record Written
{
    private Written()
    {
    }

    /// <summary>Durable.</summary>
    public sealed record Kept(JournalLine Line) : Written;

    /// <summary>Not kept, for want of room or because it was decided on a line that was not; may be decided again.</summary>
    public sealed record DiskFull : Written;

    /// <summary>Perhaps kept: known once the call is opened anew.</summary>
    public sealed record NotConfirmed : Written;

    /// <summary>Not kept: the call takes nothing more until it is opened anew.</summary>
    public sealed record Closed : Written;

    /// <summary>Not kept: decided on another head than the journal's, with no refusal to explain it.</summary>
    public sealed record Stale(long HeadPosition) : Written;

    internal static Written From(GroupWritten group, int line) => group switch
    {
        GroupWritten.Kept kept => new Kept(kept.Lines[line]),
        GroupWritten.DiskFull => new DiskFull(),
        GroupWritten.NotConfirmed => new NotConfirmed(),
        GroupWritten.Closed => new Closed(),
        GroupWritten.Stale stale => new Stale(stale.HeadPosition),
        _ => throw new InvalidOperationException($"{group.GetType().Name} is no outcome."),
    };
}
