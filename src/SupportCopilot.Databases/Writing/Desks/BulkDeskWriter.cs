using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>Writes pages of a desk past EF Core, whose change tracking costs too much for a million rows.</summary>
internal sealed class BulkDeskWriter(DatabaseLocation location, TimeProvider clock) : IDeskWriter
{
    private readonly PeopleCache _people = new();

    public async Task<DeskPageCount> WriteAsync(int tenantId, DeskPage page, CancellationToken ct)
    {
        var plans = PlanPage.Run(page);
        if (plans.Count == 0 && page is { People.Count: 0, Organizations.Count: 0, Groups.Count: 0, Position: null }) return default;

        var now = clock.GetUtcNow().UtcDateTime;
        await using var tables = await location.OpenTicketTablesAsync(tenantId, _people, ct);
        if (page.Position is { } held) await tables.Desk.HoldAsync(held, ct);
        await tables.FindAsync(plans.ConvertAll(plan => plan.Ticket), ct);
        await MergeAsync(tables, plans.FindAll(plan => plan.MayBeNews), page, now, ct);
        await SaveAsync(tables, plans, ct);
        if (page.Position is { } reached) await tables.Desk.KeepAsync(reached, page.Rows, now, ct);
        await tables.CommitAsync(ct);
        return Count(plans);
    }

    private static async Task MergeAsync(ITicketTables tables, List<DeskPlan> news, DeskPage page, DateTime now, CancellationToken ct)
    {
        var known = news.FindAll(plan => !plan.Ticket.IsNew);
        await tables.LoadAsync(known.ConvertAll(plan => plan.Ticket), ct);
        await tables.Desk.LoadWritingsAsync(known, ct);

        var wanted = WantedPeople.Of(news.ConvertAll(plan => plan.Ticket));
        wanted.Add(page);
        var ids = await tables.PutPeopleAsync(wanted, ct);
        foreach (var plan in news) MergeDeskTicket.Run(plan, ids, now);
    }

    private static async Task SaveAsync(ITicketTables tables, List<DeskPlan> plans, CancellationToken ct)
    {
        var changed = plans.FindAll(plan => plan.IsChanged);
        if (changed.Count > 0) await tables.SaveAsync(changed.ConvertAll(plan => plan.Ticket), ct);
        await tables.NoteAsync(PlannedValues.Of(changed.ConvertAll(plan => plan.Ticket)), ct);
        var buried = plans.FindAll(plan => plan.WasBuried);
        if (buried.Count > 0) await tables.Desk.PurgeAsync(buried, ct);
        var told = plans.FindAll(plan => plan.Changes.Count > 0 && !plan.WasBuried && (plan.WasAwakened || plan.Ticket.StoredHash != Tombstone.Hash));
        if (told.Count > 0) await tables.Desk.AddChangesAsync(told, ct);
    }

    private static DeskPageCount Count(List<DeskPlan> plans)
    {
        var states = plans.FindAll(plan => plan.SaysState);
        var taken = states.FindAll(plan => plan.TookState);
        var created = taken.Count(plan => plan.WasBorn);
        return new DeskPageCount(
            new WriteCount(created, taken.Count - created, states.Count - taken.Count), plans.Sum(plan => plan.Comments), plans.Count(plan => plan.WasBuried))
        {
            Awakened = [.. plans.Where(plan => plan.WasAwakened).Select(plan => plan.Ticket.Said.ExternalId)],
        };
    }
}
