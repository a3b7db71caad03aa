using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>A write that is meant and may leave.</summary>
/// <param name="TicketId">The ticket.</param>
/// <param name="Version">The ticket's state that was looked at: a newer one is not told by it.</param>
/// <param name="Write">What the desk is told.</param>
internal sealed record PlannedWrite(long TicketId, int Version, DeskWrite Write);

/// <summary>
/// Works out what is to be told of tickets and writes it down: ticket, writing and ledger in one transaction, before
/// anything leaves. What stands at the desk already is told to nobody.
/// </summary>
internal sealed class PlanWrites(SupportDbContext db, OwedRows rows, TimeProvider clock)
{
    public async Task<List<PlannedWrite>> RunAsync(WriteBackMode mode, IReadOnlyList<long> ids, CancellationToken ct)
    {
        var verdicts = await db.Verdicts.AsNoTracking().Where(v => ids.Contains(v.TicketId)).ToDictionaryAsync(v => v.TicketId, ct);
        var judgements = verdicts.ToDictionary(pair => pair.Key, pair => JsonSerializer.Deserialize(pair.Value.Detail, JudgementJson.Default.Judgement)!);
        var tags = (await db.TicketTags.AsNoTracking().Where(t => ids.Contains(t.TicketId) && t.Tag.StartsWith(OwnTags.Prefix)).ToListAsync(ct)).ToLookup(t => t.TicketId, t => t.Tag);
        var notes = new Dictionary<long, string?>();
        var saved = await rows.ChangeAsync(ids, row =>
        {
            notes.Remove(row.Ticket.Id);
            var meant = ComposeWrite.Of(mode, row.Ticket, judgements.GetValueOrDefault(row.Ticket.Id) ?? new Judgement(), verdicts.GetValueOrDefault(row.Ticket.Id), row.Writing);
            if (Plan(row, meant, [.. tags[row.Ticket.Id]])) notes[row.Ticket.Id] = meant.Note;
        }, ct);
        return [.. saved.Where(row => notes.ContainsKey(row.Ticket.Id)).Select(row => new PlannedWrite(row.Ticket.Id, row.Ticket.Version, row.ToDesk(notes[row.Ticket.Id])))];
    }

    /// <returns>Whether there is something to send.</returns>
    private bool Plan(OwedRow row, MeantWrite meant, IReadOnlyList<string> tagsThere)
    {
        if (row.IsInDoubt || row.Writing?.TryAfter > clock.GetUtcNow().UtcDateTime) return false;
        if (!row.IsToBeTold || !row.Ticket.Owed.HasFlag(Owed.WriteBack)) return Leave(row);

        switch (row.Effect?.State)
        {
            case EffectState.Meant when meant.IsTheOneOf(row.Writing!):
                return true;
            case EffectState.Meant when row.Effect.Attempts == 0:
                Say(row.Writing!, meant);   // nothing of it has ever left
                return true;
            case EffectState.Meant:
                Dismiss(row.Effect, "Something newer is told instead.");
                break;
            case EffectState.Dismissed when row.Writing!.ArrivedAt is null && meant.Tags == row.Writing.Tags:
                return Leave(row);   // a person has looked and leaves it
            case not null when meant.IsSaidBy(row.Writing!):
                return Leave(row);
        }

        MeanAnew(row, meant, tagsThere);
        return true;
    }

    private bool Leave(OwedRow row)
    {
        if (row.Effect is { State: EffectState.Meant } meant) Dismiss(meant, "The ticket was done before its desk was told.");
        OwedRows.Settle(row, row.Ticket.Version);
        return false;
    }

    private void MeanAnew(OwedRow row, MeantWrite meant, IReadOnlyList<string> tagsThere)
    {
        // Tags of ours on a ticket that we never wrote to were copied with it, as Zendesk does for a follow-up.
        var writing = row.Writing ??= new DeskWriting
        {
            TicketId = row.Ticket.Id,
            ArrivedAt = DateTime.UnixEpoch,
            TagsThere = OwnTags.Joined(tagsThere),
            Tags = OwnTags.Joined(tagsThere.Where(tag => OwnTags.Read(tag) is not null || tag.StartsWith(OwnTags.OfConfidence(""), StringComparison.Ordinal))),
        };
        var now = clock.GetUtcNow().UtcDateTime;
        if (writing.ArrivedAt is { } arrived) (writing.TagsWas, writing.PriorityWas, writing.ArrivedWas) = (writing.Tags, writing.Priority, arrived);
        else writing.TagsWas = OwnTags.Joined(OwnTags.In(writing.TagsWas).Concat(OwnTags.In(writing.Tags)));   // of the one before nobody can swear that it never arrives
        writing.Number++;
        writing.Marker = NoteMarker.New();
        (writing.At, writing.ArrivedAt, writing.TryAfter) = (now, null, null);
        Say(writing, meant);
        writing.Effect = new Effect
        {
            TenantId = row.Ticket.TenantId,
            Intent = OwedRow.IntentOf(row.Ticket.Id, writing.Number),
            Target = OwedRow.TargetOf(row.Ticket.Id),
            CreatedAt = now,
            UpdatedAt = now,
        };
    }

    private static void Say(DeskWriting writing, MeantWrite meant) =>
        (writing.Tags, writing.Priority, writing.HasNote) = (meant.Tags, meant.Priority ?? writing.PriorityWas, meant.Note is not null);

    private void Dismiss(Effect effect, string why)
    {
        effect.State = EffectState.Dismissed;
        effect.Detail = why;
        effect.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        effect.Version++;
    }
}
