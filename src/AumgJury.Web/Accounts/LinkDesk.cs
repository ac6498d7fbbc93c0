using AumgJury.Core.Sittings;
using AumgJury.Web.Realtime;

namespace AumgJury.Web.Accounts;

/// <summary>Makes and revokes personal links as the secretary's own act; the address is returned once and kept nowhere.</summary>
/// <param name="send">Sends as the secretary's seat.</param>
/// <param name="origin">Scheme and host, without a path: <c>https://jury.example</c>.</param>
public sealed class LinkDesk(Func<Command, Task<Sent>> send, string origin)
{
    /// <summary>The new link's whole address; the earlier link and its session have ended.</summary>
    /// <exception cref="LinkRefused">The act was refused.</exception>
    public async Task<string> Renew(string seat)
    {
        var secret = Secret.New();
        var sent = await send(new IssueLink(seat, Secret.Sum(secret)));
        return sent.Refusal is { } refusal ? throw new LinkRefused(refusal) : AddressOf(origin, secret);
    }

    public async Task<Refusal?> Revoke(string seat) => (await send(new RevokeLink(seat))).Refusal;

    /// <summary>A fragment reaches no log, no proxy and no Referer.</summary>
    public static string AddressOf(string origin, string secret) => $"{origin}/entrer#{secret}";
}

/// <summary>A link was not made, for this reason.</summary>
public sealed class LinkRefused(Refusal refusal) : InvalidOperationException($"The link was refused: {refusal.Name}.")
{
    public Refusal Refusal { get; } = refusal;
}
