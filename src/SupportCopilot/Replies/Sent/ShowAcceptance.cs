using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Replies.Sent;

/// <summary>
/// Shows how suggested replies did: of those after which an agent wrote, how many were sent, and how much of them, by
/// who made them, by prompt, by cited article, and by prepared answer. Only tickets in the caller's sight are counted.
/// </summary>
public sealed class ShowAcceptance
{
    private readonly SupportDbContext _db;
    private readonly CurrentCaller _caller;
    private readonly TenantTemplates _usable;
    private readonly TimeProvider _clock;

    internal ShowAcceptance(SupportDbContext db, CurrentCaller caller, TenantTemplates usable, TimeProvider clock) => (_db, _caller, _usable, _clock) = (db, caller, usable, clock);

    private const int Most = 20_000;          // the newest: what was long ago says little of what is in use
    private const double Accepted = 0.5;      // at least half of it was sent
    private const double Unchanged = 0.95;    // a name, a comma

    /// <param name="days">How many days back.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Acceptance> RunAsync(int days, CancellationToken ct)
    {
        var since = _clock.GetUtcNow().UtcDateTime.AddDays(-days);
        var offered = await _db.Suggestions.AsNoTracking().Where(s => s.CreatedAt >= since && _db.Tickets.VisibleTo(_caller.Visibility).Any(t => t.Id == s.TicketId))
            .OrderByDescending(s => s.CreatedAt).Take(Most).Select(s => new { s.Id, s.MadeBy, s.Prompt, s.Citations }).ToListAsync(ct);
        var sent = await _db.SentReplies.AsNoTracking().Where(s => s.At >= since).ToDictionaryAsync(s => s.SuggestionId, s => s.Kept, ct);
        var verdicts = (await _db.Feedback.AsNoTracking().Where(f => f.SuggestionId != null && f.At >= since).OrderBy(f => f.Id)
            .Select(f => new { f.SuggestionId, f.PersonId, f.IsUp }).ToListAsync(ct))
            .GroupBy(f => (f.SuggestionId, f.PersonId)).Select(person => person.Last()).ToLookup(f => f.SuggestionId!.Value, f => f.IsUp);   // the newest of a person counts

        var all = offered.ConvertAll(s => new Seen(s.MadeBy, s.Prompt, Articles(s.Citations), sent.TryGetValue(s.Id, out var kept) ? kept : null, [.. verdicts[s.Id]]));
        var (templates, seen) = (all.FindAll(one => KeepProposals.IsTemplate(one.MadeBy)), all.FindAll(one => !KeepProposals.IsTemplate(one.MadeBy)));
        var byArticle = seen.SelectMany(one => one.Articles.Select(article => (article, one))).GroupBy(pair => pair.article, pair => pair.one).ToDictionary(same => same.Key, same => same.ToList());
        var ids = byArticle.Keys.ToList();
        var titles = await _db.Articles.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Title }).ToDictionaryAsync(a => a.Id, a => a.Title, ct);
        var names = templates.Count == 0 ? [] : await TitlesAsync(ct);
        return new Acceptance(days, Row("all", seen),
            [.. seen.GroupBy(one => one.MadeBy).Select(same => Row(same.Key, [.. same])).OrderByDescending(row => row.Offered)],
            [.. seen.Where(one => one.Prompt is not null).GroupBy(one => one.Prompt!).Select(same => Row(same.Key, [.. same])).OrderByDescending(row => row.Offered)],
            [.. byArticle.Where(article => titles.ContainsKey(article.Key)).Select(article => Row(titles[article.Key], article.Value) with { ArticleId = article.Key }).OrderByDescending(row => row.Offered).ThenBy(row => row.ArticleId)],
            [.. templates.Where(one => names.ContainsKey(one.MadeBy)).GroupBy(one => one.MadeBy).Select(same => Row(names[same.Key], [.. same]) with { TemplateId = same.Key }).OrderByDescending(row => row.Offered).ThenBy(row => row.TemplateId, StringComparer.Ordinal)]);
    }

    /// <summary>What agents know prepared answers by: those that the caller may use.</summary>
    private async Task<Dictionary<string, string>> TitlesAsync(CancellationToken ct)
    {
        var names = BuiltInTemplates.Categories.ToDictionary(category => $"{ProposedTemplate.BuiltIn}/{category}", category => category);
        foreach (var one in await _usable.ForCallerAsync(ct)) names[$"{(one.Template.Source == ReplyTemplate.Own ? ProposedTemplate.Own : ProposedTemplate.Macro)}/{one.Template.Id}"] = one.Template.Title;
        return names;
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
/// <param name="ByTemplate">Macros and other prepared answers that were proposed; they are in none of the other rows.</param>
public sealed record Acceptance(int Days, AcceptanceRow All, IReadOnlyList<AcceptanceRow> ByMaker, IReadOnlyList<AcceptanceRow> ByPrompt, IReadOnlyList<AcceptanceRow> ByArticle, IReadOnlyList<AcceptanceRow> ByTemplate);

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

    /// <summary>macro/12, own/7 or builtin/billing, where it is a prepared answer.</summary>
    public string? TemplateId { get; init; }

    /// <summary>Accepted of answered, 0–1; null while nothing was answered.</summary>
    public double? Rate { get; init; }

    /// <summary>The mean share of the words that was kept, 0–1.</summary>
    public double? MeanKept { get; init; }

    /// <summary>Thumbs up.</summary>
    public int Up { get; init; }

    /// <summary>Thumbs down.</summary>
    public int Down { get; init; }
}
