using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Templates;

/// <summary>Gathers what a ticket's placeholders stand for.</summary>
internal sealed class PlaceholderValues(SupportDbContext db, CurrentCaller caller)
{
    public async Task<IReadOnlyDictionary<string, string?>> OfAsync(TicketThread thread, CancellationToken ct)
    {
        var ticket = thread.Ticket;
        var email = ticket.RequesterId is { } requester ? await db.People.Where(p => p.Id == requester).Select(p => p.Email).SingleOrDefaultAsync(ct) : null;
        var organization = ticket.OrganizationId is { } id ? await db.Organizations.Where(o => o.Id == id).Select(o => o.Name).SingleOrDefaultAsync(ct) : null;
        var agent = caller.Value is { } person ? await db.People.Where(p => p.Id == person.PersonId).Select(p => p.Name).SingleOrDefaultAsync(ct) : null;
        var values = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["ticket.id"] = ticket.ExternalId,
            ["ticket.title"] = ticket.Subject,
            ["ticket.status"] = ticket.Status,
            ["ticket.priority"] = ticket.Effective.Priority,
            ["ticket.group.name"] = thread.Group,
            ["ticket.organization.name"] = organization,
            ["ticket.brand.name"] = ticket.Brand,
            ["ticket.requester.email"] = email,
        };
        Add(values, "ticket.requester", thread.Requester);
        Add(values, "ticket.assignee", thread.Assignee);
        Add(values, "current_user", agent);
        return values;
    }

    /// <summary>A name that is no person's, such as a mail address, is left blank: «Dear info@acme.com» is worse.</summary>
    private static void Add(Dictionary<string, string?> values, string prefix, string? name)
    {
        if (ComposeReply.FirstName(name) is not { } first) return;
        var last = name!.Trim()[first.Length..].Trim();
        (values[$"{prefix}.name"], values[$"{prefix}.first_name"], values[$"{prefix}.last_name"]) = (name.Trim(), first, last.Length > 0 ? last : null);
    }
}
