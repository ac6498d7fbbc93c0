using System.Globalization;
using System.Net;

namespace AumgJury.Web.Hosting;

/// <summary>Makes <c>--empty --data DIR --port 5081</c> readable by the configuration, which knows only <c>--key=value</c>.</summary>
public static class CommandLine
{
    private static readonly HashSet<string> Switches =
        new(StringComparer.OrdinalIgnoreCase) { "--empty", "--showcase", "--replay", "--fast", "--json", "--exit" };

    /// <summary>Options with a value; those beneath are the web host's own. Any other setting has a section: <c>--Smtp:Host</c>.</summary>
    private static readonly HashSet<string> Valued = new(StringComparer.OrdinalIgnoreCase)
    {
        "--data", "--port", "--urls", "--speed", "--verify", "--seed", "--address", "--new-call", "--new-link", "--call", "--proxy", "--quiet", "--AllowedHosts",
        "--environment", "--contentRoot", "--webroot", "--applicationName", "--shutdownTimeoutSeconds", "--http_ports", "--https_ports",
    };

    /// <summary>Sections of settings: <c>--Smtp:Host</c> belongs to the first.</summary>
    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase) { "--Smtp", "--Janus", "--Turn", "--Notifications", "--Logging" };

    /// <summary>What each of these goes with.</summary>
    private static readonly (string Option, string Needs)[] Together = [("--fast", "--replay"), ("--speed", "--replay"), ("--json", "--fast"), ("--exit", "--seed"), ("--call", "--new-link")];

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
    /// <exception cref="FormatException">A key that needs a value is last, a word is not an option, a value cannot be one, or options do not go together.</exception>
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

            var name = word.Split('=')[0];

            // A section named without a value says nothing; a host that hands its settings on does so.
            if (Sections.Contains(name) && word.EndsWith('='))
            {
                continue;
            }

            if (!Switches.Contains(name) && !Valued.Contains(name) && !name.Contains(':', StringComparison.Ordinal))
            {
                throw new FormatException($"« {name} » n’est pas une option.");
            }

            if (!word.Contains('=', StringComparison.Ordinal))
            {
                word = Switches.Contains(word) ? $"{word}=true"
                    : i + 1 < args.Count ? $"{word}={args[++i]}"
                    : throw new FormatException($"« {word} » attend une valeur.");
            }

            lines.Add(word);
        }

        Check(lines);
        return [.. lines.Select(AsAddress)];
    }

    private static void Check(List<string> lines)
    {
        foreach (var (option, needs) in Together)
        {
            if (Value(lines, option) is not null && Value(lines, needs) is null)
            {
                throw new FormatException($"« {option} » ne va qu’avec « {needs} ».");
            }
        }

        if (Value(lines, "--replay") is not null && Value(lines, "--empty") is not null)
        {
            throw new FormatException("« --replay » joue la démo : il ne va pas avec « --empty ».");
        }

        if (Value(lines, "--port") is { } port && !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= IPEndPoint.MaxPort))
        {
            throw new FormatException($"« --port » attend un nombre de 1 à {IPEndPoint.MaxPort}, et non « {port} ».");
        }

        if (Value(lines, "--speed") is { } speed && !(double.TryParse(speed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and <= 600))
        {
            throw new FormatException($"« --speed » attend un nombre de 1 à 600, et non « {speed} ».");
        }
    }

    private static string? Value(List<string> lines, string option) =>
        lines.LastOrDefault(line => line.StartsWith(option + "=", StringComparison.OrdinalIgnoreCase))?[(option.Length + 1)..];

    private static string AsAddress(string option) =>
        option.StartsWith("--port=", StringComparison.OrdinalIgnoreCase)
            ? $"--urls=http://127.0.0.1:{option["--port=".Length..]}"
            : option;
}
