using System.CommandLine;
using SupportCopilot.Access;
using SupportCopilot.Host.Jobs;

namespace SupportCopilot.Host.Commands;

/// <summary>One command of the program. It runs inside the whole product, which is built but not listening.</summary>
internal abstract class ProductCommand(string name, string description) : Command(name, description)
{
    /// <summary>Every command once, in the order of the help text.</summary>
    public static IEnumerable<ProductCommand> All() => [new ServeCommand(), new DemoCommand(), new ImportCommand(), new SyncCommand(), new IndexCommand(), new TriageCommand(), new ClusterCommand(), new AskCommand(), new EvalCommand(), new PeopleCommand(), new DigestCommand(), new TeamsPackageCommand(), new ZendeskPackageCommand()];

    /// <returns>The exit code: 0 done, 1 failed, 2 asked for the impossible.</returns>
    public abstract Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct);

    /// <summary>Where a file goes: the tenant of the command line, else of the setting Development:Tenant, else <c>default</c>.</summary>
    internal static string TenantOfFiles(IServiceProvider services, CommandLine line) =>
        line.Tenant ?? (services.GetRequiredService<IConfiguration>().GetSection(Settings.Section)["Development:Tenant"] is { Length: > 0 } set ? set : Tenant.DefaultKey);

    /// <summary>Works in a scope of one tenant, which is created when it is not there yet.</summary>
    internal static async Task<T> InTenantAsync<T>(
        IServiceProvider services, string tenantKey, Func<IServiceProvider, Tenant, Task<T>> work, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var tenant = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(tenantKey, ct);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
        return await work(scope.ServiceProvider, tenant);
    }

    /// <summary>Triages and indexes what the command has brought in, so that it is there when the command ends; a server that is at it already goes on with it.</summary>
    internal static async Task WorkOffAsync(IServiceProvider services, Tenant tenant, Terminal terminal, CancellationToken ct)
    {
        var ours = await terminal.ProgressAsync("Triage and search index", progress => services.GetRequiredService<WorkOff>().RunAsync(tenant.Id, progress, ct));
        if (!ours) terminal.Say("The running server triages and indexes them.");
    }
}
