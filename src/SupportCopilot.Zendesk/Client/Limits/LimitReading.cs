using System.Globalization;
using System.Net.Http.Headers;

namespace SupportCopilot.Zendesk.Client.Limits;

/// <summary>What an answer says of a limit; what it does not say is null.</summary>
/// <param name="Limit">How many there are.</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="Reset">When they are new again, from now on.</param>
internal readonly record struct LimitReading(int? Limit, int? Remaining, TimeSpan? Reset)
{
    private const string Named = "Zendesk-RateLimit-";

    /// <summary>Whether it says anything.</summary>
    public bool SaysSomething => Limit is not null || Remaining is not null;

    /// <summary>The account's limit.</summary>
    public static LimitReading OfAccount(HttpResponseMessage answer)
    {
        var headers = answer.Headers.NonValidated;
        return new(
            Number(headers, "X-Rate-Limit") ?? Number(headers, "ratelimit-limit"),
            Number(headers, "X-Rate-Limit-Remaining") ?? Number(headers, "ratelimit-remaining"),
            Number(headers, "ratelimit-reset") is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    /// <summary>The limit of the endpoint, with its name: <c>Zendesk-RateLimit-incremental-exports: total=10; remaining=9; resets=42</c>.</summary>
    public static (string Name, LimitReading Reading)? OfEndpoint(HttpResponseMessage answer)
    {
        foreach (var (name, values) in answer.Headers.NonValidated)
        {
            if (!name.StartsWith(Named, StringComparison.OrdinalIgnoreCase)) continue;
            var reading = Parse(values.ToString());
            if (reading.Limit is > 0) return (name[Named.Length..].ToLowerInvariant(), reading);
        }

        return null;
    }

    private static LimitReading Parse(string value)
    {
        int? total = null, remaining = null, resets = null;
        foreach (var part in value.Split(';', StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2, StringSplitOptions.TrimEntries) is not [var name, var text] || !TryRead(text, out var number)) continue;
            if (name.Equals("total", StringComparison.OrdinalIgnoreCase)) total = number;
            else if (name.Equals("remaining", StringComparison.OrdinalIgnoreCase)) remaining = number;
            else if (name.Equals("resets", StringComparison.OrdinalIgnoreCase)) resets = number;
        }

        return new(total, remaining, resets is { } seconds ? TimeSpan.FromSeconds(seconds) : null);
    }

    private static int? Number(HttpHeadersNonValidated headers, string name) =>
        headers.TryGetValues(name, out var values) && TryRead(values.ToString(), out var number) ? number : null;

    private static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
