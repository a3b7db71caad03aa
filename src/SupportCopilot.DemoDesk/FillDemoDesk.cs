using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.DemoDesk;

/// <summary>
/// Fills the demo tenant with the desk of a made-up company. The same number of tickets gives the same desk; a larger
/// number adds to it; what is there already is left alone.
/// </summary>
public sealed class FillDemoDesk(SupportDbContext db, CurrentTenant current, ITicketWriter writer, WriteArticles articles, TimeProvider clock)
{
    /// <summary>The most tickets a demo desk can have.</summary>
    public const int MostTickets = TicketGenerator.Most;

    private const int BatchSize = 1000;   // one transaction: large enough for speed, small enough to follow and to stop
    private const string Filled = "demo.filled";
    private const string Wanted = "tickets=";

    /// <summary>Fills the desk, in batches that are kept when a later one fails or is cancelled.</summary>
    /// <param name="tenantId">The demo tenant.</param>
    /// <param name="tickets">How many tickets the desk shall have, 0 to <see cref="MostTickets"/>.</param>
    /// <param name="progress">Told after each batch how many of them are there.</param>
    /// <param name="ct">Stops between batches.</param>
    public async Task<FilledDesk> RunAsync(int tenantId, int tickets, IProgress<int>? progress, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(tickets);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tickets, MostTickets);
        current.Set(tenantId);
        if (await ReasonToRefuseAsync(tenantId, ct) is { } reason) return FilledDesk.Not(reason);

        var material = DeskMaterial.Load();
        var missing = await MissingAsync(tickets, ct);
        var generator = new TicketGenerator(material, await LastMomentAsync(tickets, missing.Count, ct));
        var pages = await articles.RunAsync([.. material.Articles.Select(page => page.ToIncoming())], ct);

        var created = 0;
        foreach (var batch in missing.Chunk(BatchSize))
        {
            created += (await writer.WriteAsync(tenantId, [.. batch.AsParallel().AsOrdered().Select(generator.Make)], ct)).Created;
            progress?.Report(tickets - missing.Count + created);
        }

        return new FilledDesk(created, tickets - missing.Count, pages.Created, material.Articles.Count, null);
    }

    /// <summary>How many tickets the last fill was to reach, where it was cut short; null where it was finished, or there was none.</summary>
    public async Task<int?> UnfinishedAsync(int tenantId, CancellationToken ct)
    {
        current.Set(tenantId);
        var last = await db.Audit.Where(entry => entry.Action == Filled).OrderByDescending(entry => entry.Id).FirstOrDefaultAsync(ct);
        if (last?.Detail is not { } detail || !int.TryParse(detail[Wanted.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted)) return null;
        return (await MissingAsync(wanted, ct)).Count > 0 ? wanted : null;
    }

    /// <summary>Made-up tickets among real ones could not be told apart again.</summary>
    private async Task<string?> ReasonToRefuseAsync(int tenantId, CancellationToken ct)
    {
        var key = await db.Tenants.Where(t => t.Id == tenantId).Select(t => t.Key).SingleAsync(ct);
        if (key != Tenant.DemoKey) return $"The demo desk is written into the tenant \"{Tenant.DemoKey}\" only, not into \"{key}\".";
        var other = await db.Tickets.Where(t => t.Source != TicketGenerator.Source && t.Source != "api").Select(t => t.Source).FirstOrDefaultAsync(ct);
        return other is null ? null : $"The tenant \"{key}\" holds tickets from \"{other}\"; the demo desk is not mixed with them.";
    }

    private async Task<List<int>> MissingAsync(int tickets, CancellationToken ct)
    {
        var there = await db.Tickets.Where(t => t.Source == TicketGenerator.Source).Select(t => t.ExternalId).ToListAsync(ct);
        var known = there.ToHashSet();
        return [.. Enumerable.Range(1, tickets).Where(n => !known.Contains(TicketGenerator.ExternalIdOf(n)))];
    }

    /// <summary>The last moment of the desk: when it was first filled, so that what is added later fits what is there.</summary>
    private async Task<DateTime> LastMomentAsync(int tickets, int missing, CancellationToken ct)
    {
        var first = await db.Audit.Where(entry => entry.Action == Filled).OrderBy(entry => entry.Id).FirstOrDefaultAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        if (missing > 0)
        {
            db.Audit.Add(new AuditEntry { At = now, Action = Filled, Subject = "desk/demo", Detail = string.Create(CultureInfo.InvariantCulture, $"{Wanted}{tickets}") });
            await db.SaveChangesAsync(ct);
        }

        return first?.At ?? now;
    }
}

/// <summary>What came of it.</summary>
/// <param name="Created">Tickets that were added.</param>
/// <param name="AlreadyThere">Tickets that were there before.</param>
/// <param name="ArticlesCreated">Articles that were added.</param>
/// <param name="Articles">Articles of the help center in all.</param>
/// <param name="Refused">Why nothing was written; null when it was.</param>
public sealed record FilledDesk(int Created, int AlreadyThere, int ArticlesCreated, int Articles, string? Refused)
{
    internal static FilledDesk Not(string reason) => new(0, 0, 0, 0, reason);
}
