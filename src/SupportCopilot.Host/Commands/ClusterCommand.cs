using System.CommandLine;
using Spectre.Console;
using SupportCopilot.Clusters;
using SupportCopilot.Clusters.Runs;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Host.Pages;

namespace SupportCopilot.Host.Commands;

/// <summary>Finds clusters of tickets that are alike; beside a server, one of the two does the work and both wait for it.</summary>
internal sealed class ClusterCommand : ProductCommand
{
    private const int Shown = 15;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(500);

    private readonly Option<bool> _anew = new("--anew") { Description = "Look at all tickets anew, but for clusters that somebody decided on or named" };

    public ClusterCommand() : base("cluster", "Find and name clusters of tickets that are alike") => Options.Add(_anew);

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var terminal = new Terminal(line.IsJson);
        return await InTenantAsync(app.Services, await TenantKeyAsync(app.Services, ct), async (services, tenant) =>
        {
            await WorkOffAsync(services, tenant, terminal, ct);
            var request = services.GetRequiredService<RequestClusterRun>();
            var asked = await request.RunAsync(parsed.GetValue(_anew), ct);
            var run = await terminal.ProgressAsync("Finding clusters", progress => WaitAsync(services, asked.Id, progress, ct));
            if (run.Status is ClusterRunStatus.Failed) return Terminal.Fail("The search for clusters failed in another process; its log says why.");

            terminal.Say(InWords(run));
            if (!line.IsJson) terminal.Show(Table((await services.GetRequiredService<ShowClusters>().ListAsync(null, Shown, null, ct)).Rows));
            terminal.Result(ClusterRunView.Of(run), ClusterJson.Default.ClusterRunView);
            return 0;
        }, ct);
    }

    /// <summary>Works the run itself, or waits while another process does.</summary>
    private static async Task<ClusterRun> WaitAsync(IServiceProvider services, long id, IProgress<double> progress, CancellationToken ct)
    {
        while (true)
        {
            var isOurs = await services.GetRequiredService<WorkClusterRuns>().RunAsync(progress, ct);
            var run = await services.GetRequiredService<RequestClusterRun>().FindAsync(id, ct) ?? throw new InvalidOperationException($"Run {id} is gone.");
            if (run.Status is ClusterRunStatus.Completed or ClusterRunStatus.Failed) return run;
            if (isOurs) continue;
            progress.Report(run.Progress);
            await Task.Delay(LookAgain, ct);
        }
    }

    private static string InWords(ClusterRun run) => run.Tickets == 0
        ? "There are too few tickets to find clusters in: the index learns meanings from fifty on."
        : $"{run.Clusters:N0} clusters in {run.Tickets:N0} tickets: {run.Found:N0} new, {run.Merged:N0} merged into another, {run.Gone:N0} gone.";

    private static Table Table(IReadOnlyList<ClusterDetail> clusters)
    {
        var table = new Table().AddColumns("Id", "Name", "Tickets", "This week", "State", "Proposed resolution");
        foreach (var c in clusters)
            table.AddRow(c.Id.ToString(), Markup.Escape(c.Name), $"{c.Size:N0}", $"{c.NewThisWeek:N0}", c.State, Markup.Escape(c.Resolution ?? "–"));
        return table;
    }

    private static async Task<string> TenantKeyAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WorkbenchTenants>().ChooseAsync(null, ct)).Open;
    }
}
