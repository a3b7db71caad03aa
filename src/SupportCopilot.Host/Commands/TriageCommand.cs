using System.CommandLine;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Host.Pages;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Triage.Modelled;
using SupportCopilot.Triage.Runs;

namespace SupportCopilot.Host.Commands;

/// <summary>Triages a batch of tickets, or one; beside a server, one of the two does the work and both wait for it.</summary>
internal sealed class TriageCommand : ProductCommand
{
    private const int Shown = 20;
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(300);

    private readonly Option<int?> _limit = new("--limit") { Description = "How many tickets at most: owed ones first, then those the model has not judged, then others in work anew; urgent ones first. Left out: all that wait" };
    private readonly Option<string?> _ticket = new("--ticket") { Description = "One ticket: our number, or the desk's as zendesk:123" };
    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Tell what would be, and change nothing" };
    private readonly Option<string?> _model = new("--model") { Description = "The model server to ask, or none; left out, the one that is set" };

    public TriageCommand() : base("triage", "Triage tickets, with the model that is set or without")
    {
        Options.Add(_limit);
        Options.Add(_ticket);
        Options.Add(_dryRun);
        Options.Add(_model);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var warm = Task.Run(() => Warm(app.Services), ct);
        var key = line.Tenant ?? await OpenTenantAsync(app.Services, ct);
        var exitCode = await InTenantAsync(app.Services, key, async (services, tenant) =>
        {
            if (parsed.GetValue(_limit) is not null && parsed.GetValue(_ticket) is not null) return Terminal.Fail("--limit and --ticket contradict each other.", exitCode: 2);
            long? ticket = null;
            if (parsed.GetValue(_ticket) is { } named && (ticket = await NumberAsync(services, named, ct)) is null) return Terminal.Fail($"There is no ticket {named}.", exitCode: 2);

            var wish = new TriageRunWish(parsed.GetValue(_limit), ticket, parsed.GetValue(_dryRun), parsed.GetValue(_model));
            return await services.GetRequiredService<RequestTriageRun>().RunAsync(wish, ct) switch
            {
                TriageRunAnswer.Queued queued => await WorkAsync(services, tenant, queued.Run, new Terminal(line.IsJson), ct),
                TriageRunAnswer.Refused refused => Terminal.Fail(refused.Message, exitCode: 2),
                _ => Terminal.Fail($"There is no ticket {parsed.GetValue(_ticket)}.", exitCode: 2),
            };
        }, ct);
        await warm;
        return exitCode;
    }

    private static void Warm(IServiceProvider services)
    {
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<WarmTriage>().Run();
    }

    private static async Task<int> WorkAsync(IServiceProvider services, Tenant tenant, TriageRun run, Terminal terminal, CancellationToken ct)
    {
        await terminal.ProgressAsync($"Triage of {run.Tickets:N0} tickets", progress => WaitAsync(services, tenant, run, progress, ct));
        var found = (await services.GetRequiredService<ShowTriageRuns>().OneAsync(run.Id, RequestTriageRun.MostTickets, null, ct))!;
        terminal.Say(InWords(found.Run));
        if (!run.IsDryRun && await DeskInWordsAsync(services, tenant, ct) is { } desk) terminal.Say(desk);
        if (found.Items.Count > 0) terminal.Show(TableOf(found));
        if (found.Items.Count > Shown) terminal.Say($"  … and {found.Items.Count - Shown:N0} more: GET /api/triage/runs/{run.Id}, or --json");
        terminal.Result(TriageRunPage.Of(found), TriageRunJson.Default.TriageRunPage);
        return found.Run.Outcomes.AreGood ? 0 : 1;
    }

    /// <summary>Works the run itself, or waits while another process does.</summary>
    private static async Task<TriageRun> WaitAsync(IServiceProvider services, Tenant tenant, TriageRun run, IProgress<double> progress, CancellationToken ct)
    {
        while (true)
        {
            var working = WorkOffAsync(services, tenant.Id, passOn: !run.IsDryRun, ct);
            while (await Task.WhenAny(working, Task.Delay(LookAgain, ct)) != working && !ct.IsCancellationRequested) await LookAsync();
            var isOurs = await working;
            if (await LookAsync() is { Status: TriageRunStatus.Completed } done) return done;
            if (!isOurs) await Task.Delay(LookAgain, ct);
        }

        async Task<TriageRun> LookAsync()
        {
            var now = await services.GetRequiredService<RequestTriageRun>().FindAsync(run.Id, ct) ?? throw new InvalidOperationException($"Run {run.Id} is gone.");
            progress.Report(now.Tickets == 0 ? 1 : (double)now.Done / now.Tickets);
            return now;
        }
    }

    /// <summary>In a scope of its own: its progress is read beside it.</summary>
    private static async Task<bool> WorkOffAsync(IServiceProvider services, int tenantId, bool passOn, CancellationToken ct)
    {
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        return await scope.ServiceProvider.GetRequiredService<WorkOff>().RunsAsync(tenantId, passOn, ct);
    }

    private static async Task<long?> NumberAsync(IServiceProvider services, string named, CancellationToken ct)
    {
        if (long.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) return id;
        if (named.Split(':', 2) is not [var source, var externalId]) return null;
        if (await FindAsync() is { } known) return known;

        // One that the sync has not seen yet is fetched.
        var fetched = await services.GetRequiredService<IFetchTickets>().FetchAsync(services.GetRequiredService<CurrentTenant>().Id, source, externalId, FetchUrgency.Person, ct);
        return fetched is FetchOutcome.Kept ? await FindAsync() : null;

        Task<long?> FindAsync() => services.GetRequiredService<SupportDbContext>().Tickets
            .Where(t => t.Source == source && t.ExternalId == externalId).Select(t => (long?)t.Id).SingleOrDefaultAsync(ct);
    }

    private static string InWords(TriageRunView run)
    {
        if (run.Tickets == 0) return "Nothing is owed triage. --ticket ID triages one anew, --limit N so many.";
        var of = run.Outcomes;
        var way = run.Model is null ? "by rules and classifiers" : $"by {run.Model}, {run.InputTokens:N0} tokens asked and {run.OutputTokens:N0} answered, ${run.CostUsd:0.0000}";
        return $"{(run.DryRun ? "Dry run, nothing was changed" : "Done")}: {of.Triaged:N0} triaged, {of.Unchanged:N0} unchanged, {of.Fallback:N0} without the model, {of.Skipped:N0} skipped, {of.Failed:N0} failed; {way}.";
    }

    /// <summary>What became of telling the desk; null where nothing is written to one.</summary>
    private static async Task<string?> DeskInWordsAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        if (await services.GetRequiredService<ITicketDesk>().ModeAsync(tenant.Id, ct) is WriteBackMode.Off) return null;
        var owed = await services.GetRequiredService<SupportDbContext>().Tickets.CountAsync(t => t.Owed != Owed.Nothing && (t.Owed & Owed.WriteBack) != Owed.Nothing, ct);
        return owed == 0 ? "The desk has been told of everything." : $"The desk is still to be told of {owed:N0} tickets; a running server goes on with that.";
    }

    private static Table TableOf(TriageRunDetail found)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("Ticket", "Outcome", "Changed", "ms", "Tokens", "US$", "Error");
        foreach (var item in found.Items.Take(Shown))
            table.AddRow(new Text($"{item.TicketId}"), new Text(item.Outcome), new Text(string.Join(", ", item.Changes.Select(c => $"{c.Field}: {c.From ?? "–"} → {c.To ?? "–"}"))),
                new Text($"{item.Milliseconds:N0}"), new Text($"{item.InputTokens + item.OutputTokens:N0}"), new Text(item.CostUsd.ToString("0.0000", CultureInfo.InvariantCulture)), new Text(item.Error ?? ""));
        return table;
    }

    private static async Task<string> OpenTenantAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<WorkbenchTenants>().ChooseAsync(null, ct)).Open;
    }
}
