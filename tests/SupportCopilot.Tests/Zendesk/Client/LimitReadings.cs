using System.Net;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Client.Limits;

namespace SupportCopilot.Tests.Zendesk.Client;

/// <summary>What is read from the headers of limits, also where they are missing or wrong.</summary>
public sealed class LimitReadings
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("X-Rate-Limit=700|X-Rate-Limit-Remaining=699|ratelimit-reset=41", 700, 699, 41)]
    [InlineData("ratelimit-limit=700|ratelimit-remaining=0|ratelimit-reset=3", 700, 0, 3)]
    [InlineData("x-rate-limit=200", 200, null, null)]
    [InlineData("X-Rate-Limit=many|X-Rate-Limit-Remaining=-1", null, null, null)]
    [InlineData("X-Rate-Limit=99999999999999999999", null, null, null)]
    [InlineData("Date=x", null, null, null)]
    public void The_accounts_limit(string headers, int? limit, int? remaining, int? reset) =>
        Assert.Equal(new LimitReading(limit, remaining, reset is { } seconds ? TimeSpan.FromSeconds(seconds) : null), LimitReading.OfAccount(Answer(headers)));

    [Theory]
    [InlineData("Zendesk-RateLimit-incremental-exports=total=10; remaining=9; resets=42", "incremental-exports", 10, 9, 42)]
    [InlineData("zendesk-ratelimit-Tickets-Index=total=100;remaining=0;resets=1", "tickets-index", 100, 0, 1)]
    [InlineData("Zendesk-RateLimit-x=total=100", "x", 100, null, null)]
    public void The_endpoints_own_limit(string headers, string name, int? limit, int? remaining, int? reset) =>
        Assert.Equal((name, new LimitReading(limit, remaining, reset is { } seconds ? TimeSpan.FromSeconds(seconds) : null)), LimitReading.OfEndpoint(Answer(headers)));

    [Theory]
    [InlineData("Zendesk-RateLimit-x=nonsense")]
    [InlineData("Zendesk-RateLimit-x=total=0; remaining=0")]
    [InlineData("X-Rate-Limit=700")]
    public void No_limit_of_the_endpoint(string headers) => Assert.Null(LimitReading.OfEndpoint(Answer(headers)));

    [Theory]
    [InlineData("Retry-After=17", 17)]
    [InlineData("Retry-After=0", 0)]
    [InlineData("Retry-After=Mon, 02 Mar 2026 08:00:30 GMT", 30)]
    [InlineData("Retry-After=Mon, 02 Mar 2026 07:00:00 GMT", 0)]
    [InlineData("Retry-After=Mon, 02 Mar 2026 11:00:30 GMT|Date=Mon, 02 Mar 2026 11:00:00 GMT", 30)]   // a clock that is three hours ahead
    [InlineData("Retry-After=999999", 3600)]
    [InlineData("Retry-After=soon", null)]
    [InlineData("X-Rate-Limit=700", null)]
    public void How_long_to_wait(string headers, int? seconds) =>
        Assert.Equal(seconds is { } known ? TimeSpan.FromSeconds(known) : null, RetryAfter.Of(Answer(headers), Now));

    private static HttpResponseMessage Answer(string headers)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK);
        foreach (var header in headers.Split('|'))
            answer.Headers.TryAddWithoutValidation(header[..header.IndexOf('=', StringComparison.Ordinal)], header[(header.IndexOf('=', StringComparison.Ordinal) + 1)..]);
        return answer;
    }
}
