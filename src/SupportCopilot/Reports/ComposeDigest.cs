using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Clusters;
using SupportCopilot.Questions.Running;
using SupportCopilot.Reports.Composing;
using SupportCopilot.Reports.Weeks;

namespace SupportCopilot.Reports;

/// <summary>Makes the digest of a week out of what its readers may see.</summary>
internal sealed class ComposeDigest(IServiceScopeFactory scopes, CurrentTenant tenant)
{
    private const int ClustersShown = 5;

    /// <param name="week">Which week.</param>
    /// <param name="sight">What all who read along may see.</param>
    /// <param name="place">The name of the conversation, where it is known.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<DigestPost> RunAsync(ReportedWeek week, Visibility sight, string? place, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var run = ReadingAs(sight, scope.ServiceProvider).GetRequiredService<RunPlan>();
        var figures = await new DigestFigures(run).OfAsync(week, ct);
        var movers = await new FindMovers(run).RunAsync(week, ct);
        var growing = await scope.ServiceProvider.GetRequiredService<GrowingClusters>().RunAsync(week.Before.From, week.From, week.To, ClustersShown, ct);
        return new(place is null ? "The week in figures" : $"The week in figures: {place}", week.Days, week.Zone.Id)
        {
            Text = DigestWords.Summary(week.Days, figures, movers),
            Figures = figures,
            Movers = movers,
            Clusters = [.. growing.Select(c => new DigestCluster(c.Id, c.Name, c.Size, c.New) { NewTheWeekBefore = c.NewBefore })],
        };
    }

    /// <summary>A scope that sees what the readers may see: a job's own would see the whole tenant.</summary>
    private IServiceProvider ReadingAs(Visibility sight, IServiceProvider services)
    {
        services.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        services.GetRequiredService<CurrentCaller>().Set(new Caller(tenant.Id, 0, "digest", Role.Analyst, sight));
        return services;
    }
}
