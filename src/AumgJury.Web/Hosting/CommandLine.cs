namespace AumgJury.Web.Hosting;

/// <summary>Makes <c>--empty --data DIR --port 5081</c> readable by the configuration, which knows only <c>--key=value</c>.</summary>
public static class CommandLine
{
    private static readonly HashSet<string> Switches =
        new(StringComparer.OrdinalIgnoreCase) { "--empty", "--showcase", "--replay", "--fast", "--json", "--exit" };

    /// <summary>What the terminal shows when an option cannot be read, or is asked for.</summary>
    public const string Usage =
        "Options : [--data DOSSIER] [--port N] [--empty] [--seed DOSSIER [--address URL] [--exit]] [--new-call DOSSIER] [--new-link SIÈGE [--call APPEL]] [--verify DOSSIER] "
        + "[--proxy IP] [--showcase] [--replay [--speed N | --fast [--json]]]";

    /// <summary>Reads the arguments, or says in one line why they cannot be read.</summary>
    /// <returns>The options, or the sentence to show: exactly one of both.</returns>
    public static (string[]? Options, string? Fault) Read(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h"))
        {
            return (null, Usage);
        }

        try
        {
            return (Normalise(args), null);
        }
        catch (FormatException unread)
        {
            return (null, $"{unread.Message} {Usage}");
        }
    }

    /// <summary>
    /// A bare switch becomes <c>--switch=true</c>, a key followed by its value becomes <c>--key=value</c>,
    /// and <c>--port N</c> becomes a loopback <c>--urls</c>. What is already in that form is kept.
    /// </summary>
    /// <exception cref="FormatException">A key that needs a value is last, or a lone word is not an option.</exception>
    public static string[] Normalise(IReadOnlyList<string> args)
    {
        var lines = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var word = args[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                throw new FormatException($"« {word} » n’est pas une option.");
            }

            if (!word.Contains('=', StringComparison.Ordinal))
            {
                word = Switches.Contains(word) ? $"{word}=true"
                    : i + 1 < args.Count ? $"{word}={args[++i]}"
                    : throw new FormatException($"« {word} » attend une valeur.");
            }

            lines.Add(AsAddress(word));
        }

        return [.. lines];
    }

    private static string AsAddress(string option) =>
        option.StartsWith("--port=", StringComparison.OrdinalIgnoreCase)
            ? $"--urls=http://127.0.0.1:{option["--port=".Length..]}"
            : option;
}
