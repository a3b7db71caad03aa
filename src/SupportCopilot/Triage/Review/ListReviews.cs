using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Triage.Review;

/// <summary>Lists what waits for a person's word, within the caller's sight: what was drawn by lot, or what triage is least sure of.</summary>
public sealed class ListReviews(SupportDbContext db, CurrentCaller caller)
{
    // What triage was unsure of months ago helps nobody today; among the newest so many the least certain ones are sought, in memory.
    private const int Candidates = 1000;
    private const int LongestWords = 2_000;
    private const int LastOpeningPosition = 3;

    /// <summary>Tickets that were drawn by lot, the newest draw first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">What the page before gave as next.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is none of ours.</exception>
    public async Task<(IReadOnlyList<ReviewView> Rows, string? Next)> RandomAsync(int limit, string? after, CancellationToken ct)
    {
        var before = after is null ? long.MaxValue : long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : throw Unreadable();
        var found = await (
            from item in db.ReviewItems.AsNoTracking()
            where item.Kind == ReviewKind.Random && item.ReviewedAt == null && item.Id < before
            join ticket in db.Tickets.AsNoTracking().VisibleTo(caller.Visibility) on item.TicketId equals ticket.Id
            orderby item.Id descending
            select new { item, ticket }).Take(limit + 1).ToListAsync(ct);
        var page = found.Take(limit).Select(row => new Waiting(row.ticket, ReviewKind.Random, row.item.DrawnAt, JudgedField.Read(row.item.Judged))).ToList();
        return (await ViewsAsync(page, ct), found.Count > limit ? found[limit - 1].item.Id.ToString(CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Unsolved tickets that triage is least sure of, among the newest; those that were drawn by lot wait in their own list.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">What the page before gave as next.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <exception cref="FormatException"><paramref name="after"/> is none of ours.</exception>
    public async Task<(IReadOnlyList<ReviewView> Rows, string? Next)> UncertainAsync(int limit, string? after, CancellationToken ct)
    {
        var (certainty, ticketId) = after is null ? (double.MinValue, long.MaxValue) : ReadPlace(after);
        var newest = await (
            from ticket in db.Tickets.AsNoTracking().VisibleTo(caller.Visibility)
            where ticket.Status == TicketStatus.New || ticket.Status == TicketStatus.Open || ticket.Status == TicketStatus.Pending || ticket.Status == TicketStatus.Hold
            join verdict in db.Verdicts.AsNoTracking() on ticket.Id equals verdict.TicketId
            where !db.ReviewItems.Any(item => item.TicketId == ticket.Id)
            orderby ticket.Id descending
            select new { ticket, verdict.MadeAt, verdict.Detail }).Take(Candidates).ToListAsync(ct);
        var rest = newest
            .Select(row => new Waiting(row.ticket, ReviewKind.Uncertain, row.MadeAt, JudgedField.Of(row.ticket, JsonSerializer.Deserialize(row.Detail, JudgementJson.Default.Judgement)!)))
            .Where(waiting => waiting.Fields.Count > 0)
            .OrderBy(waiting => waiting.Certainty).ThenByDescending(waiting => waiting.Ticket.Id)
            .Where(waiting => waiting.Certainty > certainty || (waiting.Certainty == certainty && waiting.Ticket.Id < ticketId))
            .Take(limit + 1).ToList();
        var page = rest.Take(limit).ToList();
        return (await ViewsAsync(page, ct), rest.Count > limit ? Place(page[^1]) : null);
    }

    private async Task<IReadOnlyList<ReviewView>> ViewsAsync(IReadOnlyList<Waiting> page, CancellationToken ct)
    {
        var ids = page.Select(waiting => waiting.Ticket.Id).ToList();
        var openings = (await db.Comments.AsNoTracking().Where(c => ids.Contains(c.TicketId) && c.IsPublic && c.Position <= LastOpeningPosition).ToListAsync(ct)).ToLookup(c => c.TicketId);
        return [.. page.Select(waiting => waiting.Seen(Clip.To(TicketText.Of(waiting.Ticket, openings[waiting.Ticket.Id]).FirstMessage, LongestWords)))];
    }

    private static string Place(Waiting last) => string.Create(CultureInfo.InvariantCulture, $"{last.Certainty:R}_{last.Ticket.Id}");

    private static (double Certainty, long TicketId) ReadPlace(string after) =>
        after.Split('_') is [var certainty, var id]
        && double.TryParse(certainty, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var c) && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
            ? (c, t) : throw Unreadable();

    private static FormatException Unreadable() => new("\"after\" is what a page gave as \"next\".");

    private sealed record Waiting(Ticket Ticket, ReviewKind Kind, DateTime JudgedAt, IReadOnlyList<JudgedField> Fields)
    {
        public double Certainty { get; } = Fields.Count == 0 ? 0 : Fields.Min(field => field.Confidence);

        public ReviewView Seen(string words) => new(
            Ticket.Id, Ticket.Source, Ticket.ExternalId, Kind is ReviewKind.Random ? "random" : "uncertain", Ticket.Subject, words, Ticket.Status, Ticket.CreatedAt, JudgedAt, Certainty,
            [.. Fields.Select(field => new ReviewFieldView(
                field.Field, field.Value, Math.Round(field.Confidence, 2), ConfidenceLevel.Of(field.Confidence), field.Way, Ticket.Given[TriageFields.Parse(field.Field)!.Value]))]);
    }
}
