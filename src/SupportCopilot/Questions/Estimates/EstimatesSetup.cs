using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Questions.Background;

namespace SupportCopilot.Questions.Estimates;

/// <summary>Adds estimates before answers that take long.</summary>
internal static class EstimatesSetup
{
    public static IServiceCollection AddEstimates(this IServiceCollection services)
    {
        services.AddOptions<EstimateOptions>().BindConfiguration("SupportCopilot:Questions").ValidateDataAnnotations().ValidateOnStart();
        return services
            .AddScoped<EstimatePlan>()
            .AddScoped<AnswerInTime>()
            .AddScoped<ILongWork, WorkOutFigures>();
    }
}
