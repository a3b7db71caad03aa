using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Outlook;

/// <summary>Reads what was known of tickets when they came in. A priority that was raised later is taken back to what it was.</summary>
internal sealed class ReadFacts(SupportDbContext db)
{
    public const int Most = 20_000;         // the newest: what a desk did years ago tells little of today
    private const double BadRating = 0.4;   // of 0–1: two of five stars

    private static readonly TimeSpan HoursTogether = TimeSpan.FromHours(6);

    /// <summary>The newest done tickets.</summary>
    public async Task<List<TicketFacts>> DoneAsync(CancellationToken ct)
    {
        var rows = await Select(db.Tickets.AsNoTracking()
            .Where(t => (t.Status == TicketStatus.Solved || t.Status == TicketStatus.Closed) && t.MergedInto == null && t.CreatedAt != null)
            .OrderByDescending(t => t.CreatedAt).Take(Most)).ToListAsync(ct);
        if (rows.Count == 0) return [];
        var from = rows.Min(row => row.Id);
        var changed = await db.TicketChanges.AsNoTracking().Where(c => c.Field == "priority" && c.TicketId >= from && c.From != null)
            .Select(c => new { c.TicketId, c.At, c.From }).ToListAsync(ct);
        var first = changed.GroupBy(c => c.TicketId).ToDictionary(same => same.Key, same => same.MinBy(c => c.At)!.From);
        return [.. rows.Select(row => Facts(row, first.GetValueOrDefault(row.Id)))];
    }

    public Task<int> CountAsync(CancellationToken ct) => db.Tickets.CountAsync(
        t => (t.Status == TicketStatus.Solved || t.Status == TicketStatus.Closed) && t.MergedInto == null && t.CreatedAt != null, ct);

    /// <summary>What is known of one ticket now.</summary>
    public static IReadOnlyDictionary<string, string> Of(Ticket t) => Values(new Row(
        t.Id, t.CreatedAt, t.Effective.Category, t.Effective.Subcategory, t.Effective.Priority, t.Effective.Language, t.Channel, t.Product, t.Brand,
        t.OrganizationId, t.RequesterId, null, false), null);

    private static IQueryable<Row> Select(IQueryable<Ticket> tickets) => tickets.Select(t => new Row(
        t.Id, t.CreatedAt, t.Effective.Category, t.Effective.Subcategory, t.Effective.Priority, t.Effective.Language, t.Channel, t.Product, t.Brand,
        t.OrganizationId, t.RequesterId, t.ResolutionMinutes, t.Reopens > 0 || t.SlaMet == false || (t.Csat != null && t.Csat <= BadRating)));

    private static TicketFacts Facts(Row row, string? firstPriority) => new(row.Id, row.CreatedAt!.Value, Values(row, firstPriority), row.ResolutionMinutes, row.WentWrong);

    private static Dictionary<string, string> Values(Row row, string? firstPriority)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("category", row.Category);
        Add("subcategory", row.Subcategory);
        Add("priority", firstPriority ?? row.Priority);
        Add("language", row.Language);
        Add("channel", row.Channel);
        Add("product", row.Product);
        Add("brand", row.Brand);
        Add("organization", row.OrganizationId?.ToString(CultureInfo.InvariantCulture));
        Add("requester", row.RequesterId?.ToString(CultureInfo.InvariantCulture));
        if (row.CreatedAt is { } at)
            Add("hour", $"{(at.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? "weekend" : "weekday")} {(int)(at.TimeOfDay / HoursTogether)}");
        return values;

        void Add(string field, string? value)
        {
            if (!string.IsNullOrEmpty(value)) values[field] = value;
        }
    }

    private sealed record Row(
        long Id, DateTime? CreatedAt, string? Category, string? Subcategory, string? Priority, string? Language, string? Channel, string? Product, string? Brand,
        long? OrganizationId, long? RequesterId, int? ResolutionMinutes, bool WentWrong);
}
