using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Knowledge.Usage;

/// <summary>Shows what the articles have no answer to: tickets by category, in the caller's sight, and searches that found nothing.</summary>
public sealed class ShowGaps(SupportDbContext db, CurrentCaller caller)
{
    private const int MostTickets = 2_000;   // the newest: older gaps were closed, or nobody minded
    private const int MostSamples = 5;
    private const int MostWords = 6;
    private const int MostSearches = 20;

    /// <summary>The largest gaps first.</summary>
    public async Task<Gaps> RunAsync(CancellationToken ct)
    {
        var open = await db.KnowledgeGaps.AsNoTracking().OrderByDescending(g => g.At)
            .Join(db.Tickets.AsNoTracking().VisibleTo(caller.Visibility), g => g.TicketId, t => t.Id, (g, t) => new { t.Id, t.Subject, t.Effective.Category, t.Effective.Subcategory })
            .Take(MostTickets).ToListAsync(ct);
        var gaps = open.GroupBy(t => (t.Category, t.Subcategory)).OrderByDescending(same => same.Count()).Select(same => new GapRow(
            same.Key.Category, same.Key.Subcategory, same.Count(),
            [.. same.SelectMany(t => Terms.WordsIn(t.Subject).Select(word => word.Word.ToLowerInvariant()).Distinct()).CountBy(word => word)
                .Where(word => word.Value > 1).OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal).Take(MostWords).Select(word => word.Key)],
            [.. same.Take(MostSamples).Select(t => new GapTicket(t.Id, SubjectLine.Clean(t.Subject)))])).ToList();
        // What somebody typed may name a ticket out of the caller's sight.
        var searches = caller.Visibility.IsEverything
            ? await db.SearchMisses.AsNoTracking().OrderByDescending(m => m.Times).ThenByDescending(m => m.LastAt).Take(MostSearches).Select(m => new MissedSearch(m.Words, m.Times, m.LastAt)).ToListAsync(ct)
            : [];
        return new Gaps(open.Count, gaps, searches);
    }
}

/// <summary>What the articles have no answer to.</summary>
/// <param name="Tickets">Tickets looked at beside which no article had an answer.</param>
/// <param name="Items">The same by category, the largest first.</param>
/// <param name="Searches">What agents looked for among the articles and did not find, the most frequent first; for who sees the whole desk.</param>
public sealed record Gaps(int Tickets, IReadOnlyList<GapRow> Items, IReadOnlyList<MissedSearch> Searches);

/// <summary>Tickets of one category without an answer.</summary>
/// <param name="Category">Their category.</param>
/// <param name="Subcategory">Their subcategory.</param>
/// <param name="Tickets">How many.</param>
/// <param name="Words">Words that several of their subjects share.</param>
/// <param name="Samples">The newest of them.</param>
public sealed record GapRow(string? Category, string? Subcategory, int Tickets, IReadOnlyList<string> Words, IReadOnlyList<GapTicket> Samples);

/// <summary>One of them.</summary>
/// <param name="Id">The ticket.</param>
/// <param name="Subject">Its subject line.</param>
public sealed record GapTicket(long Id, string Subject);

/// <summary>A search that found nothing.</summary>
/// <param name="Words">What was looked for, in order of the alphabet.</param>
/// <param name="Times">How often.</param>
/// <param name="LastAt">When last (UTC).</param>
public sealed record MissedSearch(string Words, int Times, DateTime LastAt);
