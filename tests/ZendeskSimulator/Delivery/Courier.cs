using ZendeskSimulator.Accounts;
using ZendeskSimulator.Faults;
using ZendeskSimulator.Http;

namespace ZendeskSimulator.Delivery;

/// <summary>Carries a request to the account and the answer back, with whatever goes wrong on the way.</summary>
internal sealed class Courier(Account account, Switchboard switchboard, FaultPlan faults)
{
    public async Task<Delivered> CarryAsync(SimulatedRequest request, CancellationToken ct)
    {
        var fault = faults.For(request);
        switch (fault?.Kind)
        {
            case FaultKind.Refused:
                return new Delivered(Refusal(fault));
            case FaultKind.ResetBefore:
                return Delivered.Reset;
            case FaultKind.ResetAfter:
                switchboard.Answer(request);
                return Delivered.Reset;
            case FaultKind.AppliedLate:
                lock (account.Gate) account.At(account.Clock.GetUtcNow() + fault.Delay, () => switchboard.Answer(request));
                return Delivered.Reset;
            case FaultKind.Truncated:
                return new Delivered(switchboard.Answer(request)) { IsTruncated = true };
            case FaultKind.Slow:
                var late = switchboard.Answer(request);
                await Task.Delay(fault.Delay, account.Clock, ct);
                return new Delivered(late);
            default:
                return new Delivered(switchboard.Answer(request));
        }
    }

    private static SimulatedAnswer Refusal(Fault fault)
    {
        if (fault.Status != 429) return new SimulatedAnswer(fault.Status, "<html><body>The server is unavailable.</body></html>"u8.ToArray()) { MediaType = "text/html" };
        var seconds = ((int)Math.Ceiling(fault.Delay.TotalSeconds)).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return SimulatedAnswer.Error(429, "APIRateLimitExceeded", "Number of allowed API requests per minute exceeded") with { Headers = new() { ["Retry-After"] = seconds } };
    }
}

/// <summary>What comes back to the caller.</summary>
/// <param name="Answer">The answer; null where the connection was reset.</param>
internal sealed record Delivered(SimulatedAnswer? Answer)
{
    public static Delivered Reset { get; } = new((SimulatedAnswer?)null);

    /// <summary>Whether the connection ends amid the body.</summary>
    public bool IsTruncated { get; init; }
}
