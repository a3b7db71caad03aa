using System.Globalization;

namespace ZendeskSimulator.Limits;

/// <summary>How a limit stands after a request.</summary>
/// <param name="Name">Which limit.</param>
/// <param name="Limit">How many are allowed in its window.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="Reset">Seconds until the window ends.</param>
internal sealed record Reading(string Name, int Limit, int Remaining, int Reset)
{
    /// <summary>Seconds to wait, on a request that was refused.</summary>
    public int? RetryAfter { get; init; }

    public Dictionary<string, string> Headers()
    {
        var headers = new Dictionary<string, string>();
        if (Name == "account")
        {
            headers["X-Rate-Limit"] = headers["ratelimit-limit"] = Text(Limit);
            headers["X-Rate-Limit-Remaining"] = headers["ratelimit-remaining"] = Text(Remaining);
            headers["ratelimit-reset"] = Text(Reset);
        }
        else if (!Name.StartsWith("ticket-update/", StringComparison.Ordinal))
        {
            headers[$"Zendesk-RateLimit-{Name.Replace("/api/v2/", "", StringComparison.Ordinal).Replace('/', '-').Replace('_', '-')}"] =
                $"total={Text(Limit)}; remaining={Text(Remaining)}; resets={Text(Reset)}";
        }
        if (RetryAfter is { } seconds) headers["Retry-After"] = Text(seconds);
        return headers;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
