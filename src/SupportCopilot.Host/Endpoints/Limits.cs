using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace SupportCopilot.Host.Endpoints;

/// <summary>How much one caller may ask (section <c>SupportCopilot:RateLimits</c>).</summary>
internal sealed class RateLimitOptions
{
    /// <summary>Requests a minute for one person, or for one address before sign-in.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 1200;

    /// <summary>Requests a minute that may end in a call to a model or an import.</summary>
    [Range(1, 1_000_000)]
    public int CostlyRequestsPerMinute { get; set; } = 60;
}

internal static class Limits
{
    /// <summary>The policy of endpoints that may call a model.</summary>
    public const string ModelCalls = "model-calls";

    /// <summary>The policy of uploads.</summary>
    public const string Uploads = "uploads";

    public static void AddLimits(this RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(request => PerMinute(request, "all", o => o.RequestsPerMinute));
        foreach (var policy in new[] { ModelCalls, Uploads })
            limiter.AddPolicy(policy, request => PerMinute(request, policy, o => o.CostlyRequestsPerMinute));
        limiter.OnRejected = async (rejected, ct) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? (int)Math.Ceiling(after.TotalSeconds) : 60;
            rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            await rejected.HttpContext.RequestServices.GetRequiredService<IProblemDetailsService>().TryWriteAsync(new ProblemDetailsContext
            {
                HttpContext = rejected.HttpContext,
                ProblemDetails = { Status = StatusCodes.Status429TooManyRequests, Detail = $"Too many requests; try again in {wait} s." },
            });
        };
    }

    private static RateLimitPartition<string> PerMinute(HttpContext request, string policy, Func<RateLimitOptions, int> limit)
    {
        var caller = request.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? request.Connection.RemoteIpAddress?.ToString() ?? "unknown";
        return RateLimitPartition.GetTokenBucketLimiter($"{policy}|{caller}", _ =>
        {
            var perMinute = limit(request.RequestServices.GetRequiredService<IOptions<RateLimitOptions>>().Value);
            return new TokenBucketRateLimiterOptions
            {
                TokenLimit = perMinute,
                TokensPerPeriod = Math.Max(1, perMinute / 6),
                ReplenishmentPeriod = TimeSpan.FromSeconds(10),
                QueueLimit = 0,
                AutoReplenishment = true,
            };
        });
    }
}
