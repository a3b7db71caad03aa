using Microsoft.EntityFrameworkCore;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Quotes;

/// <summary>
/// Reads the tickets of a plan, newest first, and of these the ones that speak about something: in their subject, or in what
/// their requester wrote in public. Word by word, so that «pin» is not found in «shipping». Cost: linear in their words.
/// </summary>
internal sealed class GatherTickets(SupportDbContext db, RunPlan run)
{
    private const int AtOnce = 2_000;       // tickets in one statement
    private const int SaidAtOnce = 500;     // whose words are longer

    /// <param name="plan">The tickets, in the caller's sight.</param>
    /// <param name="topics">What they must speak about, all of it; none takes every ticket.</param>
    /// <param name="read">Told how many were looked at.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<SpokenTicket>> RunAsync(Plan plan, IReadOnlyList<Topic> topics, Action<int> read, CancellationToken ct)
    {
        var found = new List<SpokenTicket>();
        var looked = 0;
        foreach (var some in (await run.AllIdsAsync(plan with { Compare = null, Before = null }, ct)).Chunk(topics.Count == 0 ? AtOnce : SaidAtOnce))
        {
            found.AddRange(await OfAsync(some, topics, ct));
            read(looked += some.Length);
            ct.ThrowIfCancellationRequested();   // whoever was told may have had enough
        }

        return found;
    }

    private async Task<IEnumerable<SpokenTicket>> OfAsync(long[] ids, IReadOnlyList<Topic> topics, CancellationToken ct)
    {
        var tickets = await db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).Select(t => new SpokenTicket(t.Id, t.Subject, t.RequesterId, t.SentimentScore, t.Effective.Sentiment)
        {
            CreatedAt = t.CreatedAt,
            Category = t.Effective.Category,
            Subcategory = t.Effective.Subcategory,
            Channel = t.Channel,
            Product = t.Product,
            Priority = t.Effective.Priority,
            Language = t.Effective.Language,
            OrganizationId = t.OrganizationId,
            GroupId = t.GroupId,
        }).ToDictionaryAsync(t => t.Id, ct);
        var inOrder = ids.Where(tickets.ContainsKey).Select(id => tickets[id]);
        if (topics.Count == 0) return inOrder;

        var said = (await RequestersWords.OfAsync(db, ids, ct)).ToLookup(comment => comment.TicketId);
        return inOrder.Where(ticket =>
        {
            List<string> texts = [ticket.Subject, .. said[ticket.Id].Where(comment => comment.IsBy(ticket.RequesterId)).Select(comment => comment.Body)];
            if (!topics.All(topic => topic.MayBeIn(texts))) return false;
            var stems = new HashSet<string>(StringComparer.Ordinal);
            foreach (var text in texts) stems.UnionWith(SpokenWords.Of(text));
            return topics.All(topic => topic.IsIn(stems));
        });
    }
}
