using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Budgets;
using SupportCopilot.Models.Caching;
using SupportCopilot.Models.Embedding;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Routing;
using SupportCopilot.Models.Scores;
using SupportCopilot.Models.Streaming;
using SupportCopilot.Storage;

namespace SupportCopilot.Models;

/// <summary>Adds the gate to models to the product.</summary>
public static class ModelsSetup
{
    /// <summary>Adds the gate; until model servers are added, none is set.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.TryAddSingleton<IModelServers, NoModelServers>();
        services.TryAddSingleton<RecentAnswers>();
        services.TryAddSingleton<AnswerCache>();
        services.TryAddSingleton<FindPolicy>();
        services.TryAddSingleton<FindEvaluations>();
        services.TryAddSingleton<WriteLedger>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, WriteLedger>(provider => provider.GetRequiredService<WriteLedger>()));
        services.TryAddSingleton<RaiseBudgetAlert>();
        services.TryAddSingleton<KeepBudgets>();
        services.TryAddSingleton<ThrottlePeople>();
        services.TryAddSingleton<OpenAccount>();
        services.TryAddScoped<RouteModel>();
        services.TryAddScoped<AdmitQuestion>();
        services.TryAddScoped<AskServer>();
        services.TryAddScoped<StreamServer>();
        services.TryAddScoped<RunningAlerts>();
        services.TryAddScoped<SumUpOldCalls>();
        services.TryAddScoped(Gate);
        services.TryAddScoped(provider => new EmbedTexts(provider.GetRequiredService<IModelServers>(), provider.GetRequiredService<FindPolicy>(), provider.GetRequiredService<OpenAccount>(), provider.GetRequiredService<CurrentCaller>(), provider.GetRequiredService<IOptions<ModelGateOptions>>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddScoped(provider => new SetPolicy(provider.GetRequiredService<SupportDbContext>(), provider.GetRequiredService<CurrentTenant>(), provider.GetRequiredService<AuditLog>(), provider.GetRequiredService<IModelServers>(), provider.GetRequiredService<FindPolicy>()));
        services.TryAddScoped(provider => new ShowModels(provider.GetRequiredService<SupportDbContext>(), provider.GetRequiredService<CurrentTenant>(), provider.GetRequiredService<IModelServers>(), provider.GetRequiredService<FindPolicy>(), provider.GetRequiredService<WriteLedger>(), provider.GetServices<IScoreModels>(), provider.GetRequiredService<TimeProvider>()));
        services.TryAddScoped(provider => new ShowCosts(provider.GetRequiredService<SupportDbContext>(), provider.GetRequiredService<CurrentTenant>(), provider.GetRequiredService<FindPolicy>(), provider.GetRequiredService<WriteLedger>(), provider.GetRequiredService<IOptions<ModelGateOptions>>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Reads how the gate is set.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="settings">The section <c>SupportCopilot:ModelGate</c>.</param>
    public static IServiceCollection AddModelGate(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddSingleton<IValidateOptions<ModelGateOptions>, ModelGateRules>();
        services.AddOptions<ModelGateOptions>().Bind(settings).ValidateDataAnnotations().ValidateOnStart();
        return services.AddModels();
    }

    /// <summary>Writes down what models were asked and what it cost, before a program ends that started no server.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="ct">Cancels.</param>
    public static Task WriteDownModelCallsAsync(this IServiceProvider services, CancellationToken ct = default) => services.GetRequiredService<WriteLedger>().RunAsync(ct);

    private static AskModel Gate(IServiceProvider services) => new(
        services.GetRequiredService<IModelServers>(), services.GetRequiredService<CurrentTenant>(), services.GetRequiredService<FindPolicy>(), services.GetRequiredService<RouteModel>(),
        services.GetRequiredService<AdmitQuestion>(), services.GetRequiredService<AskServer>(), services.GetRequiredService<StreamServer>(), services.GetRequiredService<WriteLedger>(), services.GetRequiredService<TimeProvider>());
}
