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
        "--data", "--port", "--https", "--urls", "--speed", "--verify", "--seed", "--address", "--new-call", "--new-link", "--call", "--proxy", "--quiet", "--AllowedHosts",
        "--environment", "--contentRoot", "--webroot", "--applicationName", "--shutdownTimeoutSeconds", "--http_ports", "--https_ports",
    };

    /// <summary>Sections of settings: <c>--Smtp:Host</c> belongs to the first.</summary>
    private static readonly HashSet<string> Sections = new(StringComparer.OrdinalIgnoreCase) { "--Smtp", "--Janus", "--Turn", "--Notifications", "--Logging" };

    /// <summary>What each of these goes with.</summary>
    private static readonly (string Option, string Needs)[] Together = [("--fast", "--replay"), ("--speed", "--replay"), ("--json", "--fast"), ("--exit", "--seed"), ("--call", "--new-link")];

    /// <summary>What the terminal shows when an option cannot be read.</summary>
    public const string Usage =
        "Options : [--data DOSSIER] [--port N] [--https HÔTE] [--empty] [--seed DOSSIER [--address URL] [--exit]] [--new-call DOSSIER] [--new-link SIÈGE [--call APPEL]] [--verify DOSSIER] "
        + "[--proxy IP] [--showcase] [--replay [--speed N | --fast [--json]]] [--help]";

    /// <summary>What <c>--help</c> shows: every option with what it does.</summary>
    public const string Help = """
        AumgJury : la salle du jury AUMG. Sans option : la démonstration, sur http://127.0.0.1:5080, données dans ./data.

          --data DOSSIER       où sont les données (journaux, clés, documents) ; le même dossier les retrouve
          --port N             le port de cette machine, de 1 à 65535 (5080)
          --https HÔTE         essai sur le réseau, avec caméra et micro d’un téléphone : HÔTE est un nom ou une adresse IP de cette machine ; HTTPS, certificat fait ici
          --urls ADRESSES      où écouter, au lieu de --port : http://0.0.0.0:8080 (jamais pour la démonstration)
          --empty              sans la démonstration
          --seed DOSSIER       ouvre l'appel réel décrit par ce dossier, puis le sert
          --address URL        avec --seed ou --new-link : l'adresse publique par laquelle commencent les liens personnels
          --exit               avec --seed : s'arrête une fois l'appel ouvert
          --new-call DOSSIER   écrit dans ce dossier vide un appel d'exemple à compléter, et s'arrête
          --new-link SIÈGE     donne à un siège un nouveau lien personnel, application arrêtée, et s'arrête
          --call APPEL         avec --new-link : l'identifiant de l'appel, s'il y en a plusieurs
          --verify DOSSIER     vérifie la chaîne de chaque journal de ce dossier, sans rien changer, et s'arrête
          --replay             joue la séance de démonstration d'après son script
          --speed N            avec --replay : secondes de séance par seconde, de 1 à 600 (20)
          --fast               avec --replay : jusqu'au bout, sans navigateur ; affiche le classement et les décisions
          --json               avec --fast : le résultat pour une machine
          --proxy IP           l'adresse d'un mandataire inverse qui n'est pas sur cette machine
          --AllowedHosts NOMS  les noms auxquels répond le serveur, séparés par « ; »
          --showcase           la galerie des composants, à /vitrine
          --quiet true         n'affiche rien à l'ouverture
          --help, -h           cette aide

        Réglages à section, sur la ligne (--Smtp:Host mail.exemple.fr) ou en variable d'environnement (Smtp__Host) : Smtp, Janus, Turn, Notifications, Logging ;
        README.md et docs/install.md les décrivent.
        """;

    /// <summary>Reads the arguments, or says in one line why they cannot be read.</summary>
    /// <returns>The options, or the sentence to show: exactly one of both.</returns>
    public static (string[]? Options, string? Fault) Read(IReadOnlyList<string> args)
    {
        if (args.Any(a => a is "--help" or "-h"))
        {
            return (null, Help);
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
    /// <c>--port N</c> becomes a loopback <c>--urls</c>, and <c>--https HOST --port N</c> becomes <c>--Https:Origin</c>. What is already in that form is kept.
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
                    : i + 1 < args.Count && !args[i + 1].StartsWith("--", StringComparison.Ordinal) ? $"{word}={args[++i]}"
                    : throw new FormatException($"« {word} » attend une valeur.");
            }

            lines.Add(word);
        }

        Check(lines);
        if (Value(lines, "--https") is { } host)
        {
            var port = Value(lines, "--port") is { } asked ? int.Parse(asked, CultureInfo.InvariantCulture) : HttpsHost.DefaultPort;
            return [.. lines.Where(line => !Is(line, "--https") && !Is(line, "--port")), $"--Https:Origin={new HttpsHost(HttpsHost.NameOf(host)!, port).Origin}"];
        }

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

        if (Value(lines, "--https") is { } host)
        {
            if (HttpsHost.NameOf(host) is null)
            {
                throw new FormatException($"« --https » attend un nom ou une adresse IP de cette machine, et non « {host} ».");
            }

            if (Value(lines, "--urls") is not null)
            {
                throw new FormatException("« --https » dit déjà où écouter : il ne va pas avec « --urls » ; le port se choisit avec « --port ».");
            }
        }

        if (Value(lines, "--speed") is { } speed && !(double.TryParse(speed, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rate) && rate is >= 1 and <= 600))
        {
            throw new FormatException($"« --speed » attend un nombre de 1 à 600, et non « {speed} ».");
        }
    }

    private static string? Value(List<string> lines, string option) =>
        lines.LastOrDefault(line => Is(line, option))?[(option.Length + 1)..];

    private static bool Is(string line, string option) => line.StartsWith(option + "=", StringComparison.OrdinalIgnoreCase);

    private static string AsAddress(string option) =>
        Is(option, "--port")
            ? $"--urls=http://127.0.0.1:{option["--port=".Length..]}"
            : option;
}
