using System.Globalization;
using System.Net.Sockets;
using AumgJury.Web.Storage;
using AumgJury.Web.Texts;
using Microsoft.AspNetCore.Connections;

namespace AumgJury.Web.Hosting;

/// <summary>What keeps a house from starting though nothing is wrong with it, in one line: its port or its folder is taken.</summary>
internal sealed class StartFault(HouseOptions house, IConfiguration configuration)
{
    private static readonly string[] Loud = ["Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel"];
    private readonly TextsOf<SetupTexts> _texts = new(new HouseCulture(CultureInfo.CurrentUICulture));
    private volatile bool _started;

    /// <summary>The host and the server log each failure of a start with its stack; whoever stands at the terminal reads the sentence instead. Any other failure is thrown on.</summary>
    public void Quieten(ILoggingBuilder logging)
    {
        foreach (var category in Loud)
        {
            logging.AddFilter(category, level => _started && level >= LogLevel.Information);
        }
    }

    /// <summary>From here on every failure is logged.</summary>
    public void Over() => _started = true;

    /// <summary>The sentence; null for a failure that is not one of these.</summary>
    public string? Sentence(Exception failed) => failed switch
    {
        FolderInUse taken => _texts["FolderInUse", taken.Folder],
        IOException { InnerException: AddressInUseException } => _texts["PortInUse", Address],
        SocketException { SocketErrorCode: SocketError.AccessDenied } or IOException { InnerException: SocketException { SocketErrorCode: SocketError.AccessDenied } } => _texts["PortDenied", Address],
        _ => null,
    };

    private string Address => configuration[WebHostDefaults.ServerUrlsKey] is { Length: > 0 } urls ? urls : house.Address;
}
