using AumgJury.Core.Sittings;

namespace AumgJury.Web.Texts;

/// <summary>The time zone of a call, as this machine knows it.</summary>
public static class CallZone
{
    /// <summary>Any name of the IANA database; null when this machine does not know it.</summary>
    public static TimeZoneInfo? Find(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId ? zone : null;

    /// <summary>Checked when the call was opened; on a machine that has lost it, that of Paris stands for it.</summary>
    public static TimeZoneInfo Of(CallState call)
    {
        ArgumentNullException.ThrowIfNull(call);
        return Find(call.TimeZone) ?? Say.Paris;
    }
}
