using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>Writes one ticket: reads it, merges, and writes tags, priority and note in one request that fails where somebody was faster.</summary>
internal sealed class WriteTicket(ReadToWrite read, TraceWrite trace, TimeProvider clock)
{
    private const int Conflicts = 5;   // people at one ticket: after so many the next minute is better
    private static readonly TimeSpan AfterConflict = TimeSpan.FromMilliseconds(200);

    public async Task<DeskAnswer> RunAsync(ZendeskClient client, long id, DeskWrite write, CancellationToken ct)
    {
        for (var conflicts = 0; conflicts < Conflicts; conflicts++)
        {
            ZendeskTicket? there;
            try
            {
                there = await read.RunAsync(client, id, ct);
            }
            catch (ZendeskException failure)
            {
                return DeskAnswers.OfRead(failure);
            }

            if (there is null) break;
            if (there.Status is { } status && !TicketStatus.IsUnsolved(status)) return DeskAnswers.Done;

            // After the read and before the write: what arrives between the look and the write has moved the stamp on.
            if (write.IsRepeat && await trace.RunAsync(client, id, write, ct) is { Outcome: not DeskOutcome.NotNow } found) return found.Outcome is DeskOutcome.Unknown ? found with { Outcome = DeskOutcome.NotNow } : found;
            if (TicketMerge.Of(there, write) is not { } update) return TicketMerge.Written(there, write, prioritySet: false, auditId: null);
            if (await TryAsync(client, id, write, update, ct) is { } answer) return answer;
            await Task.Delay(AfterConflict * (1 + conflicts), clock, ct);
        }

        return DeskAnswers.KeepsChanging;
    }

    /// <returns>Null where somebody was faster.</returns>
    private static async Task<DeskAnswer?> TryAsync(ZendeskClient client, long id, DeskWrite write, ZendeskTicketUpdate update, CancellationToken ct)
    {
        try
        {
            var updated = await client.UpdateAsync(id, update with { Id = null }, Lane.Work, ct);
            return TicketMerge.Written(updated.Ticket, write, update.Priority is not null, updated.Audit?.Id);
        }
        catch (ZendeskException failure) when (failure.Kind is ZendeskFailure.Conflict)
        {
            return null;
        }
        catch (ZendeskException failure)
        {
            return DeskAnswers.OfWrite(failure);
        }
    }
}
