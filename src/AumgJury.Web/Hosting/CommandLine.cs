namespace AumgJury.Web.Hosting;

/// <summary>Makes <c>--empty --data DIR --port 5081</c> readable by the configuration, which knows only <c>--key=value</c>.</summary>
public static class CommandLine
{
    private static readonly HashSet<string> Switches =
        new(StringComparer.OrdinalIgnoreCase) { "--empty", "--showcase", "--replay", "--fast", "--json" };

    /// <summary>
    /// A bare switch becomes <c>--switch=true</c>, a key followed by its value becomes <c>--key=value</c>,
    /// and <c>--port N</c> becomes a loopback <c>--urls</c>. What is already in that form is kept.
    /// </summary>
    /// <exception cref="ArgumentException">A key that needs a value is last, or a lone word is not an option.</exception>
    public static string[] Normalise(IReadOnlyList<string> args)
    {
        var lines = new List<string>();
        for (var i = 0; i < args.Count; i++)
        {
            var word = args[i];
            if (!word.StartsWith("--", StringComparison.Ordinal))
            {
                throw new ArgumentException($"\"{word}\" is not an option.", nameof(args));
            }

            if (!word.Contains('=', StringComparison.Ordinal))
            {
                word = Switches.Contains(word) ? $"{word}=true"
                    : i + 1 < args.Count ? $"{word}={args[++i]}"
                    : throw new ArgumentException($"\"{word}\" needs a value.", nameof(args));
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
