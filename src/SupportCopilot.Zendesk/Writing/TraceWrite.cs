using System.Runtime.CompilerServices;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>
/// Looks in a ticket's audits, newest first, for a write whose answer was lost: by the words that only its note has, and
/// where it has no note, by our own user's change of our tags or of the priority.
/// </summary>
internal sealed class TraceWrite
{
    // The desk's clock and ours differ by less; older audits are of other writes.
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromSeconds(30);

    private readonly ConditionalWeakTable<ZendeskClient, StrongBox<long>> _ownUsers = [];

    public async Task<DeskAnswer> RunAsync(ZendeskClient client, long id, DeskWrite write, CancellationToken ct)
    {
        try
        {
            var me = write.Note is null ? await OwnUserAsync(client, ct) : 0;
            await foreach (var page in client.AuditsAsync(id, Lane.Work, ct))
            {
                foreach (var audit in page.Audits ?? [])
                {
                    if (audit.CreatedAt < write.MeantAt - ClocksDiffer) return NotThere;
                    if (write.Note is not null && HasNote(audit, write)) return Found(audit, write);
                    if (write.Note is null && audit.AuthorId == me && ChangesOurs(audit)) return IsOf(audit, write) ? Found(audit, write) : NotThere;
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

    private static bool HasNote(ZendeskAudit audit, DeskWrite write) => (audit.Events ?? []).Any(part =>
        part is { Type: "Comment", Public: false } && (part.Body ?? part.PlainBody ?? part.HtmlBody)?.Contains(write.Marker, StringComparison.Ordinal) == true);

    /// <summary>The newest change of ours alone says what our last write was: the same tags may have stood there before, and have been changed since.</summary>
    private static bool ChangesOurs(ZendeskAudit audit) =>
        ValueOf(audit, "priority") is not null || TagsOf(audit) is { } tags && tags.Any(OwnTags.IsOwn);

    private static bool IsOf(ZendeskAudit audit, DeskWrite write)
    {
        if (TagsOf(audit) is { } tags) return write.AddTags.All(tags.Contains) && !write.RemoveTags.Any(tags.Contains);
        return write.Priority is not null && ValueOf(audit, "priority") == write.Priority;
    }

    private static DeskAnswer Found(ZendeskAudit audit, DeskWrite write)
    {
        var priority = ValueOf(audit, "priority");
        return new(DeskOutcome.Written, audit.Id is { } id ? DeskIds.Text(id) : null)
        {
            At = audit.CreatedAt,
            PriorityThere = priority,
            PriorityIsOurs = priority is not null && priority == write.Priority,
        };
    }

    private static HashSet<string>? TagsOf(ZendeskAudit audit) =>
        Changed(audit, "tags") is { } change ? OwnTags.In(change.Value.AsText() ?? "") : null;

    private static string? ValueOf(ZendeskAudit audit, string field) => Changed(audit, field) is { } change ? change.Value.AsText() : null;

    private static ZendeskAuditEvent? Changed(ZendeskAudit audit, string field) =>
        (audit.Events ?? []).FirstOrDefault(part => part.Type == "Change" && part.FieldName == field);

    private async Task<long> OwnUserAsync(ZendeskClient client, CancellationToken ct)
    {
        if (_ownUsers.TryGetValue(client, out var known)) return known.Value;
        var me = (await client.MeAsync(Lane.Work, ct))?.Id ?? 0;
        return _ownUsers.GetValue(client, _ => new StrongBox<long>(me)).Value;
    }
}
