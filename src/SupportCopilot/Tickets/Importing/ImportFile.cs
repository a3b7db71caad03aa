using System.Text.Json;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Mapping;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Importing;

/// <summary>
/// Brings a file's tickets in: recognises its columns, then reads and writes side by side. A file that is refused leaves
/// nothing behind but its run; a bad row is set aside with its reason; importing again changes nothing.
/// </summary>
public sealed class ImportFile(SupportDbContext db, ITicketWriter writer, AuditLog audit, IOptions<ImportOptions> options, TimeProvider clock)
{
    private const int BatchesAhead = 2;
    private const int MostRejectedKept = 100_000;   // a file of nothing but bad rows must not fill the database
    private static readonly TimeSpan SaveEvery = TimeSpan.FromSeconds(1);

    /// <summary>Imports a file into the tenant of the scope; what came of it stands on the run.</summary>
    /// <param name="run">The run, tracked by the scope's context.</param>
    /// <param name="path">Where the file lies.</param>
    /// <param name="progress">Told after each batch: how much of the file is read, 0–1.</param>
    /// <param name="ct">Stops after the batch at hand and leaves the run to be taken up again.</param>
    public async Task RunAsync(ImportRun run, string path, IProgress<double>? progress, CancellationToken ct)
    {
        await BeginAsync(run, ct);
        try
        {
            using var table = TableReader.Open(path, run.FileName, new ReadingLimits(options.Value.MaxBytes));
            var zone = await ZoneAsync(run.TenantId, ct);
            var mapping = Map(table, run, path, zone);
            run.Mapping = JsonSerializer.Serialize(mapping.Report(), MappingJson.Default.MappingReport);
            await WriteAsync(run, new ReadBatches(table, mapping, zone, run.Id), progress, ct);
            await EndAsync(run, "completed", null, ct);
        }
        catch (UnreadableFileException refused)
        {
            await EndAsync(run, "failed", refused.Message, ct);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            await EndAsync(run, "failed", "The import broke off by an error on our side, which has been logged. What was read until then is kept; sending the file again goes on from there.", ct);
            throw;
        }
    }

    private async Task BeginAsync(ImportRun run, CancellationToken ct)
    {
        if (run.Status == "running")   // taken up again after a restart: tickets are recognised, bad rows would double
        {
            db.RejectedRows.RemoveRange(await db.RejectedRows.Where(row => row.ImportId == run.Id).ToListAsync(ct));
            (run.Read, run.Rejected) = (0, 0);
        }

        run.Status = "running";
        await db.SaveChangesAsync(ct);
    }

    private async Task<DateTimeZone> ZoneAsync(int tenantId, CancellationToken ct)
    {
        var name = await db.Tenants.Where(tenant => tenant.Id == tenantId).Select(tenant => tenant.TimeZone).SingleAsync(ct);
        return DateTimeZoneProviders.Tzdb.GetZoneOrNull(name) is { } zone && zone.Id is not ("UTC" or "Etc/UTC") ? zone : DateTimeZone.Utc;
    }

    private ColumnMapping Map(TableReader table, ImportRun run, string path, DateTimeZone zone)
    {
        var instructions = run.Instructions is null ? ImportInstructions.None : JsonSerializer.Deserialize(run.Instructions, ImportInstructionsJson.Default.ImportInstructions)!;
        var mapping = new MapColumns(table.Headers, table.Head).Run(table.Format, instructions.Overrides);
        if (!mapping.IsOfTickets)
        {
            throw new UnreadableFileException(
                $"{run.FileName} does not look like tickets: no column is a subject, a description or a thread. Its columns are {string.Join(", ", table.Headers.Take(30))}; say which is which with --map, such as subject={table.Headers[0]}.");
        }

        return DecideDates.Run(mapping, table.Head, instructions.Order, zone, Anew);

        IEnumerable<TableRow> Anew()
        {
            using var again = TableReader.Open(path, run.FileName, new ReadingLimits(options.Value.MaxBytes));
            foreach (var row in again.Rows()) yield return row;
        }
    }

    /// <summary>Reads on one thread and writes on another, a few batches apart.</summary>
    private async Task WriteAsync(ImportRun run, ReadBatches batches, IProgress<double>? progress, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var channel = Channel.CreateBounded<ImportBatch>(BatchesAhead);
        var reading = Task.Run(() => ReadAsync(batches, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            var saved = clock.GetTimestamp();
            await foreach (var batch in channel.Reader.ReadAllAsync(ct))
            {
                var count = await writer.WriteAsync(run.TenantId, batch.Tickets, ct);
                run.Read += batch.Rows;
                run.Created += count.Created;
                run.Updated += count.Updated;
                Reject(run, batch.Rejected);
                progress?.Report(batch.Share);
                if (batch.Rejected.Count == 0 && clock.GetElapsedTime(saved) < SaveEvery) continue;
                await db.SaveChangesAsync(ct);
                foreach (var entry in db.ChangeTracker.Entries<RejectedRow>().ToList()) entry.State = EntityState.Detached;
                saved = clock.GetTimestamp();
            }
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task ReadAsync(ReadBatches batches, ChannelWriter<ImportBatch> into, CancellationToken ct)
    {
        try
        {
            foreach (var batch in batches.Run()) await into.WriteAsync(batch, ct);
            into.Complete();
        }
        catch (Exception thrown)   // the writing side throws it on
        {
            into.Complete(thrown);
        }
    }

    private void Reject(ImportRun run, IReadOnlyList<RejectedRow> rejected)
    {
        var room = (int)Math.Max(0, MostRejectedKept - run.Rejected);
        db.RejectedRows.AddRange(rejected.Take(room));
        run.Rejected += rejected.Count;
    }

    private async Task EndAsync(ImportRun run, string status, string? error, CancellationToken ct)
    {
        run.Status = status;
        run.Error = error;
        run.FinishedAt = clock.GetUtcNow().UtcDateTime;
        audit.Add($"import.{status}", $"import/{run.Id}", $"read {run.Read}, created {run.Created}, updated {run.Updated}, rejected {run.Rejected}");
        await db.SaveChangesAsync(ct);
    }
}
