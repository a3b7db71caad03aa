using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using SupportCopilot.Access;
using SupportCopilot.Host.Endpoints;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Host.Commands;

/// <summary>Brings a tenant up to what its desk says; beside a server, one of the two reads and the other waits.</summary>
internal sealed class SyncCommand : ProductCommand
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly Option<bool> _full = new("--full") { Description = "Read everything again from the beginning; what is here already is not doubled" };
    private readonly Option<bool> _once = new("--once") { Description = "Read to the newest change and end (the default)" };

    public SyncCommand() : base("sync", "Bring in what the connected desk says: all of it the first time, then what changed")
    {
        Add(_full);
        Add(_once);
    }

    public override async Task<int> RunAsync(WebApplication app, CommandLine line, ParseResult parsed, CancellationToken ct)
    {
        var terminal = new Terminal(line.IsJson);
        var extent = parsed.GetValue(_full) ? SyncExtent.FromTheStart : SyncExtent.Everything;
        return await InTenantAsync(app.Services, line.Tenant ?? Tenant.DefaultKey, async (services, tenant) =>
        {
            var sync = services.GetRequiredService<ISyncDesk>();
            if (await sync.LinkAsync(tenant.Id, ct) is not { } link) return Terminal.Fail($"The tenant \"{tenant.Key}\" has no desk that can be read. Set SupportCopilot:Zendesk (Subdomain, ClientId, ClientSecret).", 2);
            if (link.Warning is { } warning) terminal.Say(warning);

            var started = Stopwatch.GetTimestamp();
            var outcome = await terminal.ProgressAsync($"Reading {link.Host}", progress => ReadAsync(services, tenant.Id, extent, terminal, progress, ct));
            if (outcome.End is SyncEnd.Refused) return Terminal.Fail(outcome.Reason!, 2);

            Show(terminal, outcome, Stopwatch.GetElapsedTime(started));
            terminal.Result(SyncResult.Of(tenant.Key, outcome, Stopwatch.GetElapsedTime(started)), SyncJson.Default.SyncResult);
            foreach (var stream in outcome.Streams.Where(s => s.Failure is not null)) Terminal.Fail($"{stream.Name} could not be read: {SyncHealth.InWords(stream.Failure!)}");
            return outcome.Streams.Any(s => s.Failure is not null) ? 1 : 0;
        }, ct);
    }

    /// <summary>Reads, as soon as no other process does.</summary>
    private static async Task<SyncOutcome> ReadAsync(
        IServiceProvider services, int tenantId, SyncExtent extent, Terminal terminal, IProgress<(double? Share, string Words)> progress, CancellationToken ct)
    {
        for (var waited = false; ; waited = true)
        {
            var outcome = await services.GetRequiredService<ISyncDesk>().RunAsync(tenantId, extent, new Pace(progress), ct);
            if (outcome.End is not SyncEnd.Busy) return outcome;
            if (!waited) terminal.Say("Another process, such as the running server, reads this desk now; this one goes on when it is done.");
            var rows = await services.GetRequiredService<SupportDbContext>().SyncCursors.AsNoTracking().SumAsync(c => c.Rows, ct);
            progress.Report((null, $"another process has read {rows:N0} rows"));
            await Task.Delay(LookAgain, ct);
        }
    }

    private static void Show(Terminal terminal, SyncOutcome outcome, TimeSpan time)
    {
        var table = new Table().AddColumn(new TableColumn("Stream") { NoWrap = true }).AddColumns("Rows", "New", "Changed", "Comments", "Deleted");
        foreach (var s in outcome.Streams)
            table.AddRow(s.Name, $"{s.Rows:N0}", $"{s.Tickets.Created:N0}", $"{s.Tickets.Updated:N0}", $"{s.Comments:N0}", $"{s.Deleted:N0}");
        terminal.Show(table);
        foreach (var s in outcome.Streams.Where(s => s.LeftOut is not null)) terminal.Say($"{s.Name}: {s.LeftOut}");
        if (outcome.Streams.Min(s => s.ReadTo) is { } readTo) terminal.Say(string.Create(CultureInfo.InvariantCulture, $"Everything that changed before {readTo:yyyy-MM-dd HH:mm:ss} UTC is here."));
        var rows = outcome.Streams.Sum(s => s.Rows);
        terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows in {time.TotalSeconds:N1} s ({rows / Math.Max(0.001, time.TotalSeconds):N0} a second)."));
    }

    /// <summary>Makes rows into a rate and the time that is left.</summary>
    private sealed class Pace(IProgress<(double? Share, string Words)> progress) : IProgress<SyncProgress>
    {
        private readonly long _started = Stopwatch.GetTimestamp();
        private double? _first;

        public void Report(SyncProgress value)
        {
            var first = _first ??= value.Share ?? 0;
            var seconds = Math.Max(0.001, Stopwatch.GetElapsedTime(_started).TotalSeconds);
            var left = value.Share is { } share && share - first > 0.001 ? $", {InWords(TimeSpan.FromSeconds(seconds * (1 - share) / (share - first)))} left" : "";
            progress.Report((value.Share, $"{value.Read:N0} rows, {value.Read / seconds:N0}/s{left}"));
        }

        private static string InWords(TimeSpan left) => left.TotalHours >= 1 ? $"{left.TotalHours:N1} h" : left.TotalMinutes >= 1 ? $"{left.TotalMinutes:N0} min" : $"{left.TotalSeconds:N0} s";
    }
}

/// <summary>What a sync tells machines.</summary>
internal sealed record SyncResult(string Tenant, double Seconds, IReadOnlyList<SyncResultStream> Streams)
{
    public static SyncResult Of(string tenant, SyncOutcome outcome, TimeSpan time) => new(tenant, Math.Round(time.TotalSeconds, 3), [.. outcome.Streams.Select(SyncResultStream.Of)]);
}

/// <summary>One stream of it.</summary>
internal sealed record SyncResultStream(
    string Name, long Rows, int Pages, int Created, int Updated, int Unchanged, int Comments, int Deleted, DateTime? ReadTo, string? LeftOut, string? Error)
{
    public static SyncResultStream Of(SyncedStream s) => new(
        s.Name, s.Rows, s.Pages, s.Tickets.Created, s.Tickets.Updated, s.Tickets.Unchanged, s.Comments, s.Deleted, s.ReadTo, s.LeftOut, s.Failure is { } thrown ? SyncHealth.InWords(thrown) : null);
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(SyncResult))]
internal sealed partial class SyncJson : JsonSerializerContext;
