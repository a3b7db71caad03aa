using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>
/// Writes one comment on a ticket that nobody works on: it is read, its history is looked through, and the comment is written
/// with the state that was read, so that an agent who comes between is never talked over.
/// </summary>
internal sealed class ReplyToTicket(ReadToWrite read, TimeProvider clock)
{
    private const int Conflicts = 3;
    private static readonly TimeSpan AfterConflict = TimeSpan.FromMilliseconds(200);

    // The desk's clock and ours differ by less; older audits are of other writes.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(30);

    private static readonly DeskAnswer AtWork = new(DeskOutcome.Refused, Detail: "Somebody works on the ticket.");

    public async Task<DeskAnswer> RunAsync(ZendeskClient client, long id, DeskReply reply, CancellationToken ct)
    {
        for (var conflicts = 0; conflicts < Conflicts; conflicts++)
        {
            ZendeskTicket? there;
            try
            {
                there = await read.RunAsync(client, id, ct);
                if (there is null) break;
                if (there.Status is not (TicketStatus.New or TicketStatus.Open) || there.AssigneeId is not null || await IsAnsweredAsync(client, there, ct)) return AtWork;
            }
            catch (ZendeskException failure)
            {
                return DeskAnswers.OfRead(failure);
            }

            try
            {
                var update = new ZendeskTicketUpdate { Comment = new(reply.Body, reply.IsPublic), UpdatedStamp = there.UpdatedAt, SafeUpdate = true };
                var updated = await client.UpdateAsync(id, update, Lane.Work, ct);
                return new(DeskOutcome.Written, updated.Audit?.Id is { } audit ? DeskIds.Text(audit) : null) { At = updated.Ticket?.UpdatedAt };
            }
            catch (ZendeskException failure) when (failure.Kind is ZendeskFailure.Conflict)
            {
                await Task.Delay(AfterConflict * (1 + conflicts), clock, ct);   // somebody was faster: all is looked at anew
            }
            catch (ZendeskException failure)
            {
                return DeskAnswers.OfWrite(failure);
            }
        }

        return DeskAnswers.KeepsChanging;
    }

    /// <summary>Looks for the comment among what was written since it was meant.</summary>
    public async Task<DeskAnswer> TraceAsync(ZendeskClient client, long id, DeskReply reply, CancellationToken ct)
    {
        var words = Letters(reply.Body);
        try
        {
            await foreach (var page in client.AuditsAsync(id, Lane.Work, ct))
            {
                foreach (var audit in page.Audits ?? [])
                {
                    if (audit.CreatedAt < reply.MeantAt - ClocksDiffer) return NotThere;
                    if (Comments(audit).Any(part => part.Public == reply.IsPublic && Letters(Body(part)) == words)) return new(DeskOutcome.Written, audit.Id is { } found ? DeskIds.Text(found) : null) { At = audit.CreatedAt };
                }
            }

            return NotThere;
        }
        catch (ZendeskException failure) when (failure.Kind is ZendeskFailure.Gone)
        {
            return DeskAnswers.NoSuchTicket;
        }
        catch (ZendeskException failure)
        {
            return new(DeskOutcome.Unknown, Detail: failure.Message) { RetryAfter = failure.RetryAfter };
        }
    }

    private static DeskAnswer NotThere { get; } = new(DeskOutcome.NotNow, Detail: "It has not arrived up to now.");

    /// <summary>Whether anybody but the requester has written on it, notes included; our own notes say nothing to anybody.</summary>
    private static async Task<bool> IsAnsweredAsync(ZendeskClient client, ZendeskTicket there, CancellationToken ct)
    {
        await foreach (var page in client.AuditsAsync(there.Id ?? 0, Lane.Work, ct))
        {
            foreach (var audit in page.Audits ?? [])
            {
                foreach (var part in Comments(audit))
                    if ((part.AuthorId ?? audit.AuthorId) != there.RequesterId && !NoteMarker.IsOurs(Body(part), part.Public is not false)) return true;
            }
        }

        return false;
    }

    private static IEnumerable<ZendeskAuditEvent> Comments(ZendeskAudit audit) => (audit.Events ?? []).Where(part => part.Type == "Comment");

    private static string Body(ZendeskAuditEvent part) => part.Body ?? part.PlainBody ?? part.HtmlBody ?? "";

    /// <summary>The desk may set spaces and marks its own way.</summary>
    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
