using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Sent;

/// <summary>
/// Shows how suggested replies did: of those after which an agent wrote, how many were sent, and how much of them, by
/// who made them, by prompt, and by cited article. Only tickets in the caller's sight are counted.
/// </summary>
public sealed class ShowAcceptance(SupportDbContext db, CurrentCaller caller, TimeProvider clock)
{
    private const int Most = 20_000;          // the newest: what was long ago says little of what is in use
    private const double Accepted = 0.5;      // at least half of it was sent
    private const double Unchanged = 0.95;    // a name, a comma

    /// <param name="days">How many days back.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Acceptance> RunAsync(int days, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var offered = await db.Suggestions.AsNoTracking().Where(s => s.CreatedAt >= since && db.Tickets.VisibleTo(caller.Visibility).Any(t => t.Id == s.TicketId))
            .OrderByDescending(s => s.CreatedAt).Take(Most).Select(s => new { s.Id, s.MadeBy, s.Prompt, s.Citations }).ToListAsync(ct);
        var sent = await db.SentReplies.AsNoTracking().Where(s => s.At >= since).ToDictionaryAsync(s => s.SuggestionId, s => s.Kept, ct);
        var verdicts = (await db.Feedback.AsNoTracking().Where(f => f.SuggestionId != null && f.At >= since).OrderBy(f => f.Id)
            .Select(f => new { f.SuggestionId, f.PersonId, f.IsUp }).ToListAsync(ct))
            .GroupBy(f => (f.SuggestionId, f.PersonId)).Select(person => person.Last()).ToLookup(f => f.SuggestionId!.Value, f => f.IsUp);   // the newest of a person counts

        var seen = offered.ConvertAll(s => new Seen(s.MadeBy, s.Prompt, Articles(s.Citations), sent.TryGetValue(s.Id, out var kept) ? kept : null, [.. verdicts[s.Id]]));
        var byArticle = seen.SelectMany(one => one.Articles.Select(article => (article, one))).GroupBy(pair => pair.article, pair => pair.one).ToDictionary(same => same.Key, same => same.ToList());
        var ids = byArticle.Keys.ToList();
        var titles = await db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Title }).ToDictionaryAsync(a => a.Id, a => a.Title, ct);
        return new Acceptance(days, Row("all", seen),
            [.. seen.GroupBy(one => one.MadeBy).Select(same => Row(same.Key, [.. same])).OrderByDescending(row => row.Offered)],
            [.. seen.Where(one => one.Prompt is not null).GroupBy(one => one.Prompt!).Select(same => Row(same.Key, [.. same])).OrderByDescending(row => row.Offered)],
            [.. byArticle.Where(article => titles.ContainsKey(article.Key)).Select(article => Row(titles[article.Key], article.Value) with { ArticleId = article.Key }).OrderByDescending(row => row.Offered).ThenBy(row => row.ArticleId)]);
    }

    private sealed record Seen(string MadeBy, string? Prompt, IReadOnlyList<long> Articles, double? Kept, IReadOnlyList<bool> Verdicts);

    private static AcceptanceRow Row(string name, IReadOnlyList<Seen> seen)
    {
        var kept = seen.Select(one => one.Kept).OfType<double>().ToList();
        var accepted = kept.Count(share => share >= Accepted);
        return new AcceptanceRow(name, seen.Count, kept.Count, accepted, kept.Count(share => share >= Unchanged))
        {
            Rate = kept.Count == 0 ? null : Math.Round((double)accepted / kept.Count, 3),
            MeanKept = kept.Count == 0 ? null : Math.Round(kept.Average(), 3),
            Up = seen.Sum(one => one.Verdicts.Count(isUp => isUp)),
            Down = seen.Sum(one => one.Verdicts.Count(isUp => !isUp)),
        };
    }

    private static IReadOnlyList<long> Articles(string citations) =>
        [.. (JsonSerializer.Deserialize(citations, CitationsJson.Default.IReadOnlyListCitation) ?? []).Select(citation => citation.ArticleId).Distinct()];
}

/// <summary>How suggested replies did.</summary>
/// <param name="Days">How many days back.</param>
/// <param name="All">All of them.</param>
/// <param name="ByMaker">By who made them: extractive, or a model's name.</param>
/// <param name="ByPrompt">By prompt and version; those without a model have none.</param>
/// <param name="ByArticle">By the article that they cite.</param>
public sealed record Acceptance(int Days, AcceptanceRow All, IReadOnlyList<AcceptanceRow> ByMaker, IReadOnlyList<AcceptanceRow> ByPrompt, IReadOnlyList<AcceptanceRow> ByArticle);

/// <summary>How some of them did.</summary>
/// <param name="Name">Which.</param>
/// <param name="Offered">Replies that were suggested.</param>
/// <param name="Answered">Of these, those after which an agent sent something.</param>
/// <param name="Accepted">Of these, those of which at least half was sent.</param>
/// <param name="Unchanged">Of these, those that were sent as they were, but for a word in twenty.</param>
public sealed record AcceptanceRow(string Name, int Offered, int Answered, int Accepted, int Unchanged)
{
    /// <summary>The article's number, where it is one.</summary>
    public long? ArticleId { get; init; }

    /// <summary>Accepted of answered, 0–1; null while nothing was answered.</summary>
    public double? Rate { get; init; }

    /// <summary>The mean share of the words that was kept, 0–1.</summary>
    public double? MeanKept { get; init; }

    /// <summary>Thumbs up.</summary>
    public int Up { get; init; }

    /// <summary>Thumbs down.</summary>
    public int Down { get; init; }
}
