using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Storage;

namespace SupportCopilot.Evaluations;

/// <summary>Adds evaluations.</summary>
public static class EvaluationsSetup
{
    /// <summary>Adds the keeping of runs, for the product.</summary>
    public static IServiceCollection AddEvaluations(this IServiceCollection services) => services
        .AddScoped(scope => new KeepRuns(scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<FindEvaluations>()));

    /// <summary>Adds what goes through sets, for a desk that is made to be evaluated.</summary>
    public static IServiceCollection AddEvaluating(this IServiceCollection services) => services
        .AddScoped<FillDesk>()
        .AddScoped<IEvaluate, EvaluateTriage>()
        .AddScoped<IEvaluate, EvaluateReplies>()
        .AddScoped<IEvaluate, EvaluateQuestions>()
        .AddScoped<IEvaluate, EvaluateSummaries>()
        .AddScoped(scope => new EvaluateSet(scope.GetServices<IEvaluate>(), scope.GetRequiredService<ModelMeter>(), scope.GetRequiredService<TimeProvider>()));
}
