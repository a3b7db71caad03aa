using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Budgets;
using SupportCopilot.Models.Policies;

namespace SupportCopilot.Models.Routing;

/// <summary>Lets a question through the gate, or not: by what the tenant allows, by who asks and how often; and says whom it goes to.</summary>
internal sealed class AdmitQuestion(RouteModel route, FindPolicy policies, ThrottlePeople throttle, OpenAccount accounts, CurrentCaller caller, IOptions<ModelGateOptions> options)
{
    public async Task<Admission> RunAsync(ModelQuestion question, CancellationToken ct)
    {
        var policy = await policies.RunAsync(question.TenantId, ct);
        var (servers, isTrial) = await route.RunAsync(question, policy, ct);
        if (servers.Count == 0) return Admission.Refused(route.IsAnySet(question) ? "notAllowed" : "unavailable", null);
        if (throttle.Take(caller.Value) is { } wait) return Admission.Refused("throttled", wait);
        return new Admission(servers, accounts.Run(question, caller.Value?.PersonId, BudgetLimits.Of(options.Value, policy)), isTrial) { Within = WaitOf(question) };
    }

    /// <summary>How long somebody waits: as the operator set it for the task, else as the question says; nobody waits for what says nothing.</summary>
    private TimeSpan? WaitOf(ModelQuestion question) =>
        question.Within is not null && options.Value.WaitSeconds.TryGetValue(question.Prompt.Task, out var seconds) ? TimeSpan.FromSeconds(seconds) : question.Within;
}

/// <summary>Whom a question goes to, and on whose account; or why to nobody.</summary>
/// <param name="Servers">Those to ask, in their order.</param>
/// <param name="Account">What it may cost, and where that is written down; null where it goes to nobody.</param>
/// <param name="IsTrial">Whether the first is on trial.</param>
internal sealed record Admission(IReadOnlyList<ModelServer> Servers, ModelAccount? Account, bool IsTrial)
{
    /// <summary>How long whoever asks waits for all of them; null where nobody waits.</summary>
    public TimeSpan? Within { get; init; }

    /// <summary>Why it goes to nobody, in a word.</summary>
    public string Reason { get; private init; } = "unavailable";

    /// <summary>How long to wait before it is worth asking again.</summary>
    public TimeSpan? RetryAfter { get; private init; }

    public static Admission Refused(string reason, TimeSpan? retryAfter) => new([], null, false) { Reason = reason, RetryAfter = retryAfter };
}
