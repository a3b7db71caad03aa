using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>Writes into the ledger that a write begins, and what became of it, together with what now stands at the desk.</summary>
internal sealed class CloseWrites(OwedRows rows, AuditLog audit, IOptions<WriteBackOptions> options, TimeProvider clock)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Begins writes; from here on they may have left.</summary>
    /// <returns>Those that are ours to send; of two processes at one only one is told so.</returns>
    public async Task<List<PlannedWrite>> BeginAsync(IReadOnlyList<PlannedWrite> planned, CancellationToken ct)
    {
        var begun = new HashSet<long>();
        var markers = planned.ToDictionary(write => write.TicketId, write => write.Write.Marker);
        await rows.ChangeAsync([.. markers.Keys], row =>
        {
            begun.Remove(row.Ticket.Id);
            if (row.Effect is not { State: EffectState.Meant } effect || row.Writing!.Marker != markers[row.Ticket.Id]) return;
            effect.Attempts++;
            Change(effect, EffectState.Sending);
            begun.Add(row.Ticket.Id);
        }, ct);
        return [.. planned.Where(write => begun.Contains(write.TicketId))];
    }

    /// <summary>Closes writes that were sent. Not cancelled: what the desk said must not be forgotten.</summary>
    public Task SentAsync(IReadOnlyList<(PlannedWrite Planned, DeskAnswer Answer)> sent)
    {
        var answers = sent.ToDictionary(one => one.Planned.TicketId);
        return rows.ChangeAsync([.. answers.Keys], row =>
        {
            var (planned, answer) = answers[row.Ticket.Id];
            if (!row.IsInDoubt || row.Writing!.Marker != planned.Write.Marker) return;   // a person has settled it
            Close(row, answer, planned.Write.Priority is not null, planned.Version);
        }, CancellationToken.None);
    }

    /// <summary>
    /// Closes what was in doubt and has been looked for. What is not there may still come, so that it counts as never
    /// arrived only when it is missing some time after it was sent.
    /// </summary>
    public Task LookedForAsync(IReadOnlyList<(long TicketId, string Marker, DeskAnswer Answer)> looked, CancellationToken ct)
    {
        var answers = looked.ToDictionary(one => one.TicketId);
        return rows.ChangeAsync([.. answers.Keys], row =>
        {
            var (_, marker, answer) = answers[row.Ticket.Id];
            if (!row.IsInDoubt || row.Writing!.Marker != marker) return;
            var sureAt = row.Effect!.UpdatedAt + options.Value.LookAgainAfter;
            if (answer.Outcome is DeskOutcome.Unknown) row.Writing.TryAfter = Later(answer);
            else if (answer.Outcome is DeskOutcome.NotNow && clock.GetUtcNow().UtcDateTime < sureAt) row.Writing.TryAfter = sureAt;
            else if (answer.Outcome is DeskOutcome.NotNow) Close(row, answer with { RetryAfter = TimeSpan.Zero, Detail = "It did not arrive; it is written again." }, false, null);
            else Close(row, answer, row.Writing.Priority != row.Writing.PriorityWas, null);
        }, ct);
    }

    private void Close(OwedRow row, DeskAnswer answer, bool withPriority, int? versionSeen)
    {
        var (effect, writing) = (row.Effect!, row.Writing!);
        effect.Detail = answer.Outcome is DeskOutcome.Written ? null : answer.Detail;
        writing.TryAfter = null;
        switch (answer.Outcome)
        {
            case DeskOutcome.Written:
                Change(effect, EffectState.Done);
                effect.ExternalId = answer.AuditId;
                Arrived(writing, answer, withPriority);
                if (versionSeen is { } version) OwedRows.Settle(row, version);   // else it is looked at once more, and nothing leaves
                break;
            case DeskOutcome.NotNow:
                writing.TryAfter = Later(answer);
                Change(effect, EffectState.Meant);
                if (versionSeen is not null) effect.Attempts--;   // nothing left: only a try that may have makes the next one a repeat
                break;
            case DeskOutcome.Refused:
                Change(effect, EffectState.Refused);
                audit.Add("effect.refused", $"effect/{effect.Id}", effect.Intent);
                (writing.Tags, writing.Priority, writing.ArrivedAt) = (writing.TagsWas, writing.PriorityWas, writing.ArrivedWas ?? DateTime.UnixEpoch);
                OwedRows.Settle(row, versionSeen ?? row.Ticket.Version);
                break;
            default:
                Change(effect, EffectState.Unconfirmed);
                break;
        }
    }

    private void Arrived(DeskWriting writing, DeskAnswer answer, bool withPriority)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var taken = OwnTags.In(writing.TagsWas).Except(OwnTags.In(writing.Tags));
        writing.TagsThere = OwnTags.Joined(OwnTags.In(writing.TagsThere).Except(taken).Concat(OwnTags.In(writing.Tags)));
        if (withPriority && !answer.PriorityIsOurs) writing.Priority = writing.PriorityWas;   // somebody else's stood there, and stays
        writing.PriorityThere = answer.PriorityThere ?? (answer.PriorityIsOurs ? writing.Priority : writing.PriorityThere);
        writing.ArrivedAt = answer.At ?? now;
        if (writing.HasNote) writing.NotedAt = now;
    }

    /// <summary>As long as the desk asks; where it asks nothing, as long as the settings say.</summary>
    private DateTime Later(DeskAnswer answer)
    {
        var wait = answer.RetryAfter ?? options.Value.TryAgainAfter;
        return clock.GetUtcNow().UtcDateTime + (wait < LongestWait ? wait : LongestWait);
    }

    private void Change(Effect effect, EffectState state)
    {
        effect.State = state;
        effect.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        effect.Version++;
    }
}
