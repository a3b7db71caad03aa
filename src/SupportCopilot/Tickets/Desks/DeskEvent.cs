using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Desks;

/// <summary>
/// What a desk told us of one of its tickets by a webhook. The row is on disk before the desk is answered; what it asks for
/// is done later. It is kept for a while after that, so that the same event is known when it comes again.
/// </summary>
public sealed class DeskEvent : ITenantOwned
{
    /// <summary>Our own number, in the order of arrival.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>The kind of desk: one of <see cref="TicketSource"/>.</summary>
    public required string Source { get; init; }

    /// <summary>The id by which the desk repeats it, for whoever looks it up there.</summary>
    public required string EventId { get; init; }

    /// <summary>
    /// The first 64 bits of SHA-256 over source and event id, once per tenant. A number can be asked for by the hundred in one
    /// query. Two ids with one number (among a million events, one chance in thirty million) would cost the later event, which
    /// the synchronisation makes good.
    /// </summary>
    public long EventKey { get; init; }

    /// <summary>The ticket's id at the desk.</summary>
    public required string TicketExternalId { get; init; }

    /// <summary>What happened, such as <c>ticket.created</c>; never more than a word of the desk's own list.</summary>
    public required string Kind { get; init; }

    /// <summary>When it happened, as the desk says (UTC).</summary>
    public DateTime? OccurredAt { get; init; }

    /// <summary>Its place among the events of one change, as the desk says; their order of arrival means nothing.</summary>
    public string? Sequence { get; init; }

    /// <summary>What the desk said, where that is all there is to read: Intercom's conversations. Gone once it is worked off.</summary>
    public string? Payload { get; set; }

    /// <summary>When it arrived (UTC).</summary>
    public DateTime ReceivedAt { get; init; }

    /// <summary>When it may be worked off, next (UTC).</summary>
    public DateTime DueAt { get; set; }

    /// <summary>When it was worked off (UTC); null until then.</summary>
    public DateTime? WorkedAt { get; set; }

    /// <summary>How often that failed.</summary>
    public int Attempts { get; set; }

    /// <summary>Why it failed last, in a word; never customers' words.</summary>
    public string? Error { get; set; }

    /// <summary>The number of an event, by which its repetition is known.</summary>
    public static long KeyOf(string source, string eventId) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\n{eventId}")));
}

internal sealed class DeskEventConfiguration : IEntityTypeConfiguration<DeskEvent>
{
    public void Configure(EntityTypeBuilder<DeskEvent> arrived)
    {
        arrived.Property(e => e.Source).HasMaxLength(20);
        arrived.Property(e => e.EventId).HasMaxLength(100);
        arrived.Property(e => e.TicketExternalId).HasMaxLength(100);
        arrived.Property(e => e.Kind).HasMaxLength(60);
        arrived.Property(e => e.Sequence).HasMaxLength(100);
        arrived.Property(e => e.Error).HasMaxLength(100);
        arrived.HasIndex(e => new { e.TenantId, e.EventKey }).IsUnique();
        arrived.HasIndex(e => new { e.TenantId, e.Source, e.TicketExternalId }).HasFilter("[WorkedAt] IS NULL");
    }
}
