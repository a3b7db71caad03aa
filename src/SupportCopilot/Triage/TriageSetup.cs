using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Triage.Training;
using SupportCopilot.Triage.WritingBack;

namespace SupportCopilot.Triage;

/// <summary>Adds triage to the product.</summary>
public static class TriageSetup
{
    /// <summary>Adds triaging, showing, correcting, and learning from a desk's labels.</summary>
    public static IServiceCollection AddTriage(this IServiceCollection services) => services
        .AddSingleton<TenantClassifier>()
        .AddScoped<TriageTicket>()
        .AddScoped<TriageOwed>()
        .AddScoped<ShowTriage>()
        .AddScoped<CorrectTriage>()
        .AddScoped<ListTriageFields>()
        .AddScoped<TrainClassifiers>()
        .AddScoped<ListClassifiers>()
        .AddWriteBack();
}
