using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>Brings what we mean together with what stands there: nobody else's tag is lost, nobody else's priority is touched.</summary>
internal static class TicketMerge
{
    /// <summary>The update that makes it so; null where it stands there already.</summary>
    public static ZendeskTicketUpdate? Of(ZendeskTicket there, DeskWrite write)
    {
        var tags = TagsOf(there);
        var merged = tags.Except(write.RemoveTags).Union(write.AddTags).ToList();
        var tagsChange = !tags.SetEquals(merged);
        var priority = PriorityFor(there, write);
        if (!tagsChange && priority is null && write.Note is null) return null;

        return new()
        {
            Id = there.Id,
            Tags = tagsChange ? merged : null,   // a list says all of them; one that is not needed could only take something away
            Priority = priority,
            Comment = write.Note is { } note ? new(note, Public: false) : null,
            UpdatedStamp = there.UpdatedAt,
            SafeUpdate = true,
        };
    }

    /// <summary>The same for a job that pays no heed to the stamp: each tag by name, and no list of them all.</summary>
    public static ZendeskTicketUpdate ByName(ZendeskTicketUpdate update, DeskWrite write) => update with
    {
        Tags = null,
        AdditionalTags = write.AddTags.Count > 0 ? write.AddTags : null,
        RemoveTags = write.RemoveTags.Count > 0 ? write.RemoveTags : null,
    };

    /// <summary>Whether what was to be added has come, at least one tag of it: the rest is an agent's doing since.</summary>
    public static bool HasCome(ZendeskTicket before, ZendeskTicket now, DeskWrite write)
    {
        var added = write.AddTags.Except(TagsOf(before)).ToList();
        return added.Count == 0 || TagsOf(now).Overlaps(added);
    }

    public static DeskAnswer Written(ZendeskTicket? there, DeskWrite write, bool prioritySet, long? auditId) => new(DeskOutcome.Written, auditId is { } id ? DeskIds.Text(id) : null)
    {
        At = there?.UpdatedAt,
        PriorityThere = there?.Priority,
        PriorityIsOurs = prioritySet && (there is null || there.Priority == write.Priority),
    };

    private static HashSet<string> TagsOf(ZendeskTicket there) => [.. (there.Tags ?? []).OfType<string>()];

    /// <summary>Only where it still has ours, or has none and never had ours: one of ours that is gone was taken away by an agent.</summary>
    private static string? PriorityFor(ZendeskTicket there, DeskWrite write)
    {
        if (write.Priority is null || there.Priority == write.Priority) return null;
        return there.Priority == write.PriorityWas ? write.Priority : null;
    }
}
