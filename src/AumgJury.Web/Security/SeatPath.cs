namespace AumgJury.Web.Security;

/// <summary>
/// Every seat lives under its own path, <c>/s/{seat}</c>, so that several people can sit in the tabs of one browser:
/// each cookie belongs to its path. This is comfort, not a border: what a seat may do is checked against its session.
/// </summary>
public static class SeatPath
{
    private const string Prefix = "/s/";

    /// <summary>A call's id (40 characters at most), a hyphen and the seat's place.</summary>
    private const int LongestSeat = 44;

    /// <summary>
    /// Moves <c>/s/{seat}</c> from the path to the path base. An explicit <c>UseRouting</c> must follow, else routing
    /// has already looked at the longer path.
    /// </summary>
    public static void UseSeatPath(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (Split(context.Request.Path.Value) is { } split)
        {
            context.Request.PathBase = context.Request.PathBase.Add(split.Base);
            context.Request.Path = split.Inside;
        }

        return next(context);
    });

    /// <summary>The seat's number that the address names, or null outside a seat.</summary>
    public static string? SeatOf(HttpRequest request) =>
        Split(request.PathBase.Value) is { } split ? split.Base[Prefix.Length..] : null;

    internal static (string Base, string Inside)? Split(string? path)
    {
        if (path is null || !path.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var end = path.IndexOf('/', Prefix.Length);
        var seat = end < 0 ? path[Prefix.Length..] : path[Prefix.Length..end];
        return seat.Length is > 0 and <= LongestSeat && seat.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? (Prefix + seat, end < 0 ? "/" : path[end..])
            : null;
    }
}
