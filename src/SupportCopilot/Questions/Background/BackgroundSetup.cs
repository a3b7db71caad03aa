using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>Adds what goes on after an answer has begun.</summary>
internal static class BackgroundSetup
{
    public static IServiceCollection AddBackground(this IServiceCollection services)
    {
        services.AddOptions<BackgroundOptions>().BindConfiguration("SupportCopilot:Questions").ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IBackgroundWorkers, NoBackgroundWorkers>();
        services.TryAddSingleton<IShowAnswers, NowhereToShow>();
        return services
            .AddSingleton<RunningHere>()
            .AddScoped<StartInBackground>()
            .AddScoped<StandInForAsker>()
            .AddScoped<ShowInConversation>()
            .AddScoped<FollowInConversation>()
            .AddScoped(provider => new CancelQuestion(
                provider.GetRequiredService<SupportDbContext>(), provider.GetRequiredService<ShowQuestion>(), provider.GetRequiredService<RunningHere>(), provider.GetRequiredService<TimeProvider>()))
            .AddScoped(provider => new WorkInvestigations(
                provider.GetRequiredService<SupportDbContext>(), provider.GetRequiredService<CurrentTenant>(), provider.GetRequiredService<IServiceScopeFactory>(),
                provider.GetRequiredService<Leases>(), provider.GetRequiredService<RunningHere>(), provider.GetRequiredService<TimeProvider>()));
    }
}
