using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Models.Scores;
using SupportCopilot.Storage;
using SupportCopilot.Triage.Modelled;
using SupportCopilot.Triage.Review;
using SupportCopilot.Triage.Runs;
using SupportCopilot.Triage.Training;
using SupportCopilot.Triage.WritingBack;

namespace SupportCopilot.Triage;

/// <summary>Adds triage to the product.</summary>
public static class TriageSetup
{
    /// <summary>Adds triaging, by the embedded way and by a model, in batches that are asked for too; showing, correcting, and learning from a desk's labels.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot:Triage</c>; null leaves everything as it is by itself.</param>
    public static IServiceCollection AddTriage(this IServiceCollection services, IConfigurationSection? settings = null)
    {
        var options = services.AddOptions<TriageOptions>().ValidateDataAnnotations().ValidateOnStart();
        if (settings is not null) options.Bind(settings);
        services.TryAddScoped<PickForReview>();
        return services
            .AddModels()
            .AddSingleton<TenantClassifier>()
            .AddScoped<JudgeTickets>()
            .AddScoped<AcceptVerdict>()
            .AddScoped<TriageTicket>()
            .AddScoped<TriageOwed>()
            .AddScoped<FindModelWork>()
            .AddScoped<KeepVerdicts>()
            .AddScoped<LetGoOfModel>()
            .AddScoped<TriageByModel>()
            .AddScoped<WarmTriage>()
            .AddScoped<IScoreModels, ScoreTriageModels>()
            .AddScoped<RequestTriageRun>()
            .AddScoped<ShowTriageRuns>()
            .AddScoped<ShowTriage>()
            .AddScoped<CorrectTriage>()
            .AddSingleton<TriageFieldsKept>()
            .AddScoped(scope => new ListTriageFields(
                scope.GetRequiredService<SupportDbContext>(), scope.GetRequiredService<CurrentTenant>(), scope.GetRequiredService<TriageFieldsKept>(), scope.GetRequiredService<TimeProvider>()))
            .AddScoped<TrainClassifiers>()
            .AddScoped<ListClassifiers>()
            .AddWriteBack();
    }
}
