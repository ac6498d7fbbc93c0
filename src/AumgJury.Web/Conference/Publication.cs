namespace AumgJury.Web.Conference;

/// <summary>One connection by which a person sends: camera with microphone, or screen.</summary>
internal sealed class Publication(MediaSource source, string feed)
{
    public MediaSource Source => source;

    public string Feed => feed;

    public long Handle { get; set; }

    public string? AudioMid { get; private set; }

    public string? VideoMid { get; private set; }

    /// <summary>The connection stands: before, nobody can subscribe to it.</summary>
    public bool Up { get; set; }

    /// <summary>The moderation that Janus was told, which a new publication does not inherit.</summary>
    public bool AudioMuted { get; set; }

    public bool VideoMuted { get; set; }

    /// <summary>Kilobits a second that Janus was told; 0 before.</summary>
    public int Kbps { get; set; }

    public void Read(string answer)
    {
        AudioMid = Mid(answer, "audio");
        VideoMid = Mid(answer, "video");
    }

    /// <summary>The first accepted section of that kind in a description (RFC 8866, RFC 5888).</summary>
    public static string? Mid(string sdp, string kind)
    {
        var here = false;
        foreach (var raw in sdp.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            if (line.StartsWith("m=", StringComparison.Ordinal))
            {
                here = line.StartsWith($"m={kind} ", StringComparison.Ordinal) && !line.StartsWith($"m={kind} 0 ", StringComparison.Ordinal);
            }
            else if (here && line.StartsWith("a=mid:", StringComparison.Ordinal))
            {
                return line["a=mid:".Length..];
            }
        }

        return null;
    }
}
