using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>
/// Takes what agents set right at the desk, by the priority or by our tags: it holds like a correction made here, against
/// triage and everything we write, and is an example for the next training. Looked at before each judging; the caller saves.
/// </summary>
internal sealed class TakeDeskCorrections(SupportDbContext db, TimeProvider clock)
{
    /// <summary>Who sets right at the desk: the desk's pages do not say which agent it was.</summary>
    public const long SomebodyAtTheDesk = 0;

    public async Task RunAsync(IReadOnlyList<Ticket> tickets, CancellationToken ct)
    {
        var ids = tickets.Where(ticket => TicketSource.IsDesk(ticket.Source)).Select(ticket => ticket.Id).ToList();
        if (ids.Count == 0) return;
        var writings = await db.DeskWritings.Where(w => ids.Contains(w.TicketId)).ToDictionaryAsync(w => w.TicketId, ct);
        if (writings.Count == 0) return;

        await TakePrioritiesAsync([.. tickets.Where(ticket => writings.ContainsKey(ticket.Id))], writings, ct);
        var tags = (await db.TicketTags.AsNoTracking().Where(t => ids.Contains(t.TicketId) && t.Tag.StartsWith(OwnTags.Prefix)).ToListAsync(ct))
            .ToLookup(t => t.TicketId, t => t.Tag);
        Taxonomy? taxonomy = null;   // costs a pass over the tickets, so it is read only where an agent did something
        foreach (var ticket in tickets)
        {
            var agents = AgentsTags.In(tags[ticket.Id], ticket.UpdatedAt, writings.GetValueOrDefault(ticket.Id));
            if (agents.IsNothing) continue;

            taxonomy ??= await Taxonomy.LoadAsync(db, ct);
            TakeTags(ticket, agents, taxonomy, writings[ticket.Id]);
        }
    }

    /// <summary>A priority that an agent set where ours stood. That it is given, the page has told already; here it is written down.</summary>
    private async Task TakePrioritiesAsync(List<Ticket> tickets, Dictionary<long, DeskWriting> writings, CancellationToken ct)
    {
        var spoken = tickets.FindAll(ticket => ticket.Given.Priority is not null && !ticket.Corrected.HasFlag(TriageField.Priority));
        if (spoken.Count == 0) return;

        var ids = spoken.ConvertAll(ticket => ticket.Id);
        var name = TriageField.Priority.Name();
        var earlier = (await db.Corrections.AsNoTracking().Where(c => ids.Contains(c.TicketId) && c.Field == name).OrderBy(c => c.Id).ToListAsync(ct)).ToLookup(c => c.TicketId);
        foreach (var ticket in spoken)
        {
            var before = earlier[ticket.Id].LastOrDefault()?.Value ?? writings[ticket.Id].Priority;
            if (before is not null && before != ticket.Given.Priority) Record(ticket, TriageField.Priority, before, ticket.Given.Priority!);
        }
    }

    /// <summary>
    /// A tag of ours with another value in it sets the field; one without a value in our lists stays a tag and nothing more;
    /// one that is gone is not put there again.
    /// </summary>
    private void TakeTags(Ticket ticket, AgentsTags agents, Taxonomy taxonomy, DeskWriting writing)
    {
        var read = agents.Added.Select(tag => (Tag: tag, Read: OwnTags.Read(tag))).Where(added => added.Read is not null).ToLookup(added => added.Read!.Value.Field);
        List<string> taken = [];
        var replaced = TriageField.None;
        foreach (var field in OwnTags.Fields)   // the category stands before its subcategory
        {
            if (read[field].Take(2).ToArray() is not [var one]) continue;   // two at once say nothing certain
            if (ValueOf(field, one.Read!.Value.Slug, ticket, taxonomy) is not { } value) continue;
            Set(ticket, field, value);
            taken.Add(one.Tag);
            replaced |= field;
        }

        var gone = agents.Removed.Where(tag => OwnTags.Read(tag) is not { } own || !replaced.HasFlag(own.Field)).ToList();
        writing.TagsThere = OwnTags.Joined(OwnTags.In(writing.TagsThere).Except(agents.Removed).Concat(agents.Added));
        writing.TagsDropped = OwnTags.Joined(OwnTags.In(writing.TagsDropped).Except(agents.Added).Concat(gone));
        if (writing.ArrivedAt is not null) writing.Tags = OwnTags.Joined(OwnTags.In(writing.Tags).Except(agents.Removed).Concat(taken));   // what stands is what was written, as far as it is ours
    }

    private static string? ValueOf(TriageField field, string slug, Ticket ticket, Taxonomy taxonomy) =>
        taxonomy.Values(field, ticket.Given.Category ?? ticket.Predicted.Category).FirstOrDefault(value => OwnTags.Slug(value) == slug);

    private void Set(Ticket ticket, TriageField field, string value)
    {
        var before = ticket.Given[field] ?? ticket.Predicted[field];
        ticket.Given[field] = value;
        ticket.Corrected |= field;
        if (before != value) Record(ticket, field, before, value);
    }

    private void Record(Ticket ticket, TriageField field, string? before, string value) => db.Corrections.Add(new Correction
    {
        TicketId = ticket.Id,
        Field = field.Name(),
        Before = before,
        Value = value,
        PersonId = SomebodyAtTheDesk,
        At = clock.GetUtcNow().UtcDateTime,
    });
}
