using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace AumgJury.Web.Security;

/// <summary>How often one address may post: guessing a link must be slow, a whole jury behind one router must pass.</summary>
public static class PostLimits
{
    /// <summary>The policy's name, for <c>RequireRateLimiting</c>.</summary>
    public const string Policy = "posts";

    private const int Burst = 60;
    private const int EachSecond = 2;

    /// <summary>60 at once, then 2 a second, for each remote address; beyond it, 429.</summary>
    public static void AddPostLimits(this IServiceCollection services) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.AddPolicy(Policy, context => RateLimitPartition.GetTokenBucketLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "unknown",
            _ => new TokenBucketRateLimiterOptions
            {
                TokenLimit = Burst,
                TokensPerPeriod = EachSecond,
                ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                QueueLimit = 0,
            }));
    });
}
