using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets;

/// <summary>A ticket that a program or a person makes here.</summary>
/// <param name="Subject">The subject line.</param>
/// <param name="Description">What it says.</param>
/// <param name="RequesterName">Who asks.</param>
/// <param name="RequesterEmail">Their mail address.</param>
public sealed record NewTicket(string Subject, string Description, string? RequesterName, string? RequesterEmail)
{
    /// <summary>How it came in.</summary>
    public string? Channel { get; init; }

    /// <summary>The product it is about.</summary>
    public string? Product { get; init; }

    /// <summary>The brand it was sent to.</summary>
    public string? Brand { get; init; }

    /// <summary>The priority, where somebody set it.</summary>
    public string? Priority { get; init; }

    /// <summary>The category, where somebody set it.</summary>
    public string? Category { get; init; }

    /// <summary>Tags.</summary>
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>Makes a ticket.</summary>
public sealed class CreateTicket(SupportDbContext db, ITicketWriter writer, CurrentTenant tenant, AuditLog audit, TimeProvider clock)
{
    /// <summary>The source of tickets made here.</summary>
    public const string Source = "api";

    /// <returns>Our own number of the new ticket.</returns>
    public async Task<long> RunAsync(NewTicket wanted, CancellationToken ct)
    {
        var externalId = Guid.NewGuid().ToString("N");
        await writer.WriteAsync(tenant.Id, [Incoming(wanted, externalId, clock.GetUtcNow().UtcDateTime)], ct);
        var id = await db.Tickets.Where(t => t.Source == Source && t.ExternalId == externalId).Select(t => t.Id).SingleAsync(ct);
        audit.Add("ticket.created", $"ticket/{id}");
        await db.SaveChangesAsync(ct);
        return id;
    }

    private static IncomingTicket Incoming(NewTicket wanted, string externalId, DateTime now) => new(Source, externalId)
    {
        Subject = wanted.Subject,
        Status = TicketStatus.New,
        Channel = wanted.Channel ?? "api",
        Product = wanted.Product,
        Brand = wanted.Brand,
        Requester = RequesterOf(wanted),
        Given = new TriageValues { Priority = wanted.Priority, Category = wanted.Category },
        CreatedAt = now,
        UpdatedAt = now,
        Comments = [new IncomingComment("0", wanted.Description, AuthorKind.Requester, RequesterOf(wanted), CreatedAt: now)],
        Tags = wanted.Tags is null ? null : [.. wanted.Tags.Select(tag => tag.Trim().ToLowerInvariant()).Where(tag => tag.Length > 0).Distinct()],
    };

    private static IncomingPerson? RequesterOf(NewTicket wanted) => (wanted.RequesterEmail ?? wanted.RequesterName) is { Length: > 0 } key
        ? new(key.Trim().ToLowerInvariant(), wanted.RequesterName ?? wanted.RequesterEmail!, wanted.RequesterEmail)
        : null;
}
