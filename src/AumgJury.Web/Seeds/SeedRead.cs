namespace AumgJury.Web.Seeds;

/// <summary>What reading a seed gives: the thing, or everything that is wrong with it.</summary>
public abstract record SeedRead<T>
{
    private SeedRead()
    {
    }

    public sealed record Accepted(T Value) : SeedRead<T>;

    /// <param name="Problems">At least one; in the order of the files, then of their lines.</param>
    public sealed record Refused(SeedProblem[] Problems) : SeedRead<T>;
}

/// <summary>One thing that keeps a seed from being used.</summary>
/// <param name="File">Its name in the seed folder, such as <c>grid.json</c>.</param>
/// <param name="Line">Counted from 1; 0 when the whole file is meant.</param>
/// <param name="Reason">A sentence in the current interface language.</param>
public sealed record SeedProblem(string File, int Line, string Reason)
{
    /// <summary>Place and reason in one sentence, for a terminal.</summary>
    public string Sentence => Line == 0 ? SeedTexts.Say("PlaceFile", File, Reason) : SeedTexts.Say("PlaceLine", File, Line, Reason);
}
