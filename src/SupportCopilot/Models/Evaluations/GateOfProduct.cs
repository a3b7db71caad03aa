using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Models.Asking;
using SupportCopilot.Models.Budgets;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Models.Routing;

namespace SupportCopilot.Models.Evaluations;

/// <summary>
/// The product's gate for a desk that is made to be evaluated: what the tenant forbids is forbidden there, its budgets hold,
/// and every call stands in its ledger. The desk's tenant must have the number of the product's.
/// </summary>
public static class GateOfProduct
{
    /// <summary>Adds the gate, with one server or with none behind it.</summary>
    /// <param name="services">The desk's services.</param>
    /// <param name="product">The product's.</param>
    /// <param name="server">The only server to ask; null for none.</param>
    /// <param name="meter">Counts what is used.</param>
    public static IServiceCollection AddModelGateOf(this IServiceCollection services, IServiceProvider product, string? server, ModelMeter meter)
    {
        var servers = product.GetRequiredService<IModelServers>();
        return services
            .AddSingleton<IModelServers>(new OneServer(servers.All.Where(each => string.Equals(each.Name, server, StringComparison.OrdinalIgnoreCase))))
            .AddSingleton(product.GetRequiredService<IOptions<ModelGateOptions>>())
            .AddSingleton(product.GetRequiredService<FindPolicy>())
            .AddSingleton(product.GetRequiredService<FindEvaluations>())
            .AddSingleton(product.GetRequiredService<WriteLedger>())
            .AddSingleton(product.GetRequiredService<RaiseBudgetAlert>())
            .AddSingleton(product.GetRequiredService<KeepBudgets>())
            .AddSingleton(meter)
            .AddSingleton(scope => new OpenAccount(scope.GetRequiredService<KeepBudgets>(), scope.GetRequiredService<WriteLedger>(), scope.GetRequiredService<TimeProvider>(), meter))
            .AddModels();
    }

    private sealed class OneServer(IEnumerable<ModelServer> servers) : IModelServers
    {
        public IReadOnlyList<ModelServer> All { get; } = [.. servers];

        public ModelEmbedder? Embedder => null;   // the embedded index has vectors of its own
    }
}
