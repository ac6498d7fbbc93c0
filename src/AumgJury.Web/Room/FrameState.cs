using MudBlazor;

namespace AumgJury.Web.Room;

/// <summary>What the edge of the window says. Never optimistic: <see cref="ClosedVerified"/> only on proof.</summary>
public enum FrameState
{
    /// <summary>Outside the room, in the waiting room: a calm page without a frame.</summary>
    Waiting,

    /// <summary>Somebody outside the jury can hear: an amber rule on top, no frame.</summary>
    Open,

    /// <summary>The exit was ordered and is not proven: the edge stays as it was, open.</summary>
    Closing,

    /// <summary>Nobody outside the jury can hear, and it was counted: a solid frame.</summary>
    ClosedVerified,

    /// <summary>The chair declared the room closed, with a reason: a dashed frame.</summary>
    Attested,

    /// <summary>The proof was lost: a striped frame.</summary>
    NotSecure,

    /// <summary>The sitting is suspended: a grey band, no frame.</summary>
    Suspended,

    /// <summary>This member is out of the room for this University: no frame.</summary>
    Recused,
}

/// <summary>How good the reader's own connection is.</summary>
public enum ConnectionState
{
    /// <summary>Signs of life arrive as they should.</summary>
    Good,

    /// <summary>They arrive late.</summary>
    Weak,

    /// <summary>They do not arrive.</summary>
    Lost,
}

internal static class FrameIcons
{
    public static string Of(FrameState state) => state switch
    {
        FrameState.Open => Icons.Material.Rounded.Hearing,
        FrameState.Closing or FrameState.Waiting => Icons.Material.Rounded.HourglassTop,
        FrameState.ClosedVerified => Icons.Material.Rounded.Lock,
        FrameState.Attested => Icons.Material.Rounded.VerifiedUser,
        FrameState.NotSecure => Icons.Material.Rounded.GppMaybe,
        FrameState.Suspended => Icons.Material.Rounded.PauseCircle,
        FrameState.Recused => Icons.Material.Rounded.Logout,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };

    public static string Of(ConnectionState state) => state switch
    {
        ConnectionState.Good => Icons.Material.Rounded.Wifi,
        ConnectionState.Weak => Icons.Material.Rounded.Wifi2Bar,
        ConnectionState.Lost => Icons.Material.Rounded.WifiOff,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
    };
}
