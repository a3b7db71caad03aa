using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Routing;

namespace SupportCopilot.Models.Budgets;

/// <summary>What may be spent, in millionths of a US dollar: of the deployer's limit and the tenant's own, the lower. Null is no limit.</summary>
internal sealed record BudgetLimits(long? Day, long? Month, long? PersonDay, long? Request)
{
    public bool AreSpentOverTime => Day is not null || Month is not null || PersonDay is not null;

    public static BudgetLimits Of(ModelGateOptions options, ModelPolicy policy) => new(
        Lower(options.TenantUsdPerDay, policy.DayMicros), Lower(options.TenantUsdPerMonth, policy.MonthMicros), Lower(options.PersonUsdPerDay, policy.PersonDayMicros), Lower(options.RequestUsd, policy.RequestMicros));

    private static long? Lower(decimal? usd, long? micros)
    {
        var limit = usd is { } dollars ? (long)(dollars * 1_000_000) : (long?)null;
        return limit is null ? micros : micros is null ? limit : Math.Min(limit.Value, micros.Value);
    }
}
