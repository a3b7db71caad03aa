using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing;

/// <summary>Writes batches of tickets past EF Core, whose change tracking costs too much for a million rows.</summary>
internal sealed class BulkTicketWriter(DatabaseLocation location) : ITicketWriter
{
    private readonly PeopleCache _people = new();

    public async Task<WriteCount> WriteAsync(int tenantId, IReadOnlyList<IncomingTicket> batch, CancellationToken ct)
    {
        var plans = PlanPerTicket(batch);
        if (plans.Count == 0) return default;

        await using var tables = await location.OpenTicketTablesAsync(tenantId, _people, ct);
        await tables.FindAsync(plans, ct);
        var changed = plans.FindAll(plan => plan.IsNew || plan.StoredHash != plan.Hash);
        if (changed.Count == 0) return new WriteCount(0, 0, plans.Count);

        await tables.LoadAsync(changed.FindAll(plan => !plan.IsNew), ct);
        var ids = await tables.PutPeopleAsync(WantedPeople.Of(changed), ct);
        foreach (var plan in changed) MergeTicket.Run(plan, ids);
        await tables.SaveAsync(changed, ct);
        await tables.NoteAsync(PlannedValues.Of(changed), ct);
        await tables.CommitAsync(ct);

        var created = changed.Count(plan => plan.IsNew);
        return new WriteCount(created, changed.Count - created, plans.Count - changed.Count);
    }

    /// <summary>Of two with one id the later one counts.</summary>
    private static List<TicketPlan> PlanPerTicket(IReadOnlyList<IncomingTicket> batch)
    {
        var last = new Dictionary<SourceKey, IncomingTicket>(batch.Count);
        foreach (var ticket in batch) last[new(ticket.Source, ticket.ExternalId)] = ticket;
        return [.. last.Values.Select(said => new TicketPlan(said, ContentHash.Of(said)))];
    }
}
