using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>What a list is limited to; null means any.</summary>
/// <param name="Status">One status.</param>
/// <param name="Priority">One priority, as it holds now.</param>
/// <param name="Category">One category, as it holds now.</param>
/// <param name="Assignee">An agent's name, or their own number.</param>
public sealed record TicketFilter(string? Status = null, string? Priority = null, string? Category = null, string? Assignee = null);

/// <summary>Lists tickets, newest first, page by page; or those that a search has found, in its order.</summary>
public sealed class ListTickets(SupportDbContext db, CurrentCaller caller)
{
    /// <summary>One page of what the caller may see.</summary>
    /// <param name="filter">What it is limited to.</param>
    /// <param name="limit">At most so many rows, 1–200.</param>
    /// <param name="after">The mark that the page before gave; null for the first page.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <exception cref="FormatException">The mark is none that a page gave.</exception>
    public async Task<(IReadOnlyList<TicketRow> Rows, string? Next)> RunAsync(TicketFilter filter, int limit, string? after, CancellationToken ct)
    {
        var tickets = Filtered(filter);
        if (after is not null) tickets = Beyond(tickets, after);
        var found = await tickets.OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id).Take(limit + 1).ToListAsync(ct);
        var next = found.Count > limit ? Mark(found[limit - 1]) : null;
        return (await RowsAsync(found.Take(limit).ToList(), ct), next);
    }

    /// <summary>Those of the given tickets that the caller may see and the filter lets pass, in the given order.</summary>
    public async Task<IReadOnlyList<TicketRow>> OfAsync(IReadOnlyList<long> ids, TicketFilter filter, CancellationToken ct)
    {
        var found = await Filtered(filter).Where(t => ids.Contains(t.Id)).ToListAsync(ct);
        var byId = found.ToDictionary(t => t.Id);
        return await RowsAsync([.. ids.Where(byId.ContainsKey).Select(id => byId[id])], ct);
    }

    private IQueryable<Ticket> Filtered(TicketFilter filter)
    {
        var tickets = db.Tickets.AsNoTracking().VisibleTo(caller.Visibility);
        if (filter.Status is { } status) tickets = tickets.Where(t => t.Status == status);
        if (filter.Priority is { } priority) tickets = tickets.Where(t => t.Effective.Priority == priority);
        if (filter.Category is { } category) tickets = tickets.Where(t => t.Effective.Category == category);
        if (filter.Assignee is { } assignee)
        {
            var id = long.TryParse(assignee, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
            tickets = tickets.Where(t => t.AssigneeId == id || db.People.Any(p => p.Id == t.AssigneeId && p.Name == assignee));
        }

        return tickets;
    }

    // Tickets without a date come last, in the order of their numbers.
    private static IQueryable<Ticket> Beyond(IQueryable<Ticket> tickets, string after)
    {
        if (after.Split('.') is not [var at, var number] || !long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            throw new FormatException("\"after\" is none that a page gave.");
        if (at == "-") return tickets.Where(t => t.CreatedAt == null && t.Id < id);
        if (!long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var milliseconds))
            throw new FormatException("\"after\" is none that a page gave.");
        var createdAt = UtcMilliseconds.FromMilliseconds(milliseconds);
        return tickets.Where(t => t.CreatedAt == null || t.CreatedAt < createdAt || (t.CreatedAt == createdAt && t.Id < id));
    }

    private static string Mark(Ticket last) => string.Create(CultureInfo.InvariantCulture,
        $"{(last.CreatedAt is { } at ? UtcMilliseconds.ToMilliseconds(at).ToString(CultureInfo.InvariantCulture) : "-")}.{last.Id}");

    private async Task<IReadOnlyList<TicketRow>> RowsAsync(IReadOnlyList<Ticket> tickets, CancellationToken ct)
    {
        var names = await TicketNames.OfAsync(db, tickets, ct);
        return [.. tickets.Select(names.Row)];
    }
}
