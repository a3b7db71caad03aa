using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Reports;

/// <summary>Whose days are meant in a conversation: those of its digest, so that a question about one of the digest's figures gives that figure.</summary>
public sealed class ZoneOfConversation(SupportDbContext db)
{
    /// <returns>The zone by IANA name; null where no digest comes there, and the tenant's days are meant.</returns>
    public Task<string?> RunAsync(long conversationId, CancellationToken ct) =>
        db.Digests.Where(d => d.ConversationId == conversationId && d.IsOn).Select(d => (string?)d.TimeZone).SingleOrDefaultAsync(ct);
}
