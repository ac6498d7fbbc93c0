using System.Text.RegularExpressions;

namespace AumgJury.Web.Storage;

/// <summary>Where the files of one call lie. The only place that knows their names.</summary>
public sealed partial class CallFiles
{
    /// <param name="folder">The data folder.</param>
    /// <param name="callId">1 to 64 letters, digits, hyphens and underscores; it becomes part of file names.</param>
    /// <exception cref="ArgumentException">The id could leave the folder or fall together with another call's file.</exception>
    public CallFiles(string folder, string callId)
    {
        // LiteDB names the log of S1.db S1-log.db, which would also be the file of a call named S1-log.
        if (!Allowed.IsMatch(callId) || callId.EndsWith("-log", StringComparison.OrdinalIgnoreCase))
        {
            throw new ArgumentException($"'{callId}' cannot name a call's files.", nameof(callId));
        }

        Folder = Path.GetFullPath(folder);
        CallId = callId;
    }

    public string Folder { get; }

    public string CallId { get; }

    public string Journal => Named(".journal");

    /// <summary>To be backed up apart from the journal: with both, nothing is erased.</summary>
    public string Keys => Named(".keys");

    public string Documents => Named(".documents");

    /// <summary>The personal links in clear, made once, until the administrator has handed them out and deleted it.</summary>
    public string Links => Named(".liens.csv");

    public string Index => Named(".db");

    public string IndexLog => Named("-log.db");

    public string IndexSum => Named(".db.sha256");

    /// <summary>Says that the call has ended and need not be read at every start.</summary>
    public string Ended => Named(".ended");

    /// <summary>The calls that have a journal in this folder, in the order of their ids.</summary>
    public static IReadOnlyList<string> CallsIn(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.journal").Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(id => Allowed.IsMatch(id)).Order(StringComparer.Ordinal)];

    private string Named(string ending) => Path.Combine(Folder, CallId + ending);

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Allowed { get; }
}
