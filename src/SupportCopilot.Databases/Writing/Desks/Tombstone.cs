using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>
/// Two kinds of tickets that show up nowhere: a tombstone, whose ticket is deleted at its desk, and a stub, of which only
/// words or figures are known yet, because they came before the ticket itself.
/// </summary>
internal static class Tombstone
{
    /// <summary>Stands in the place of the hash of what was said, for nothing is said any more.</summary>
    public const long Hash = -1;

    public static Ticket Stub(string source, string externalId) =>
        new() { Source = source, ExternalId = externalId, Status = TicketStatus.Deleted, Version = 0 };

    public static bool Is(Ticket row) => row.Status == TicketStatus.Deleted && row.ContentHash == Hash;

    /// <summary>Empties the row of everything that the desk said. What tells us that we had it stays: its id, and when it was there.</summary>
    /// <param name="row">The ticket.</param>
    /// <param name="at">When it was gone (UTC): nothing older brings it back.</param>
    public static void Bury(Ticket row, DateTime at)
    {
        row.Status = TicketStatus.Deleted;
        row.ContentHash = Hash;
        row.Subject = "";
        (row.Type, row.Channel, row.Product, row.Brand, row.MergedInto) = (null, null, null, null, null);
        (row.RequesterId, row.AssigneeId, row.GroupId, row.OrganizationId) = (null, null, null, null);
        foreach (var field in TriageFields.Each) row.Given[field] = null;
        row.Corrected = TriageField.None;
        row.UpdatedAt = row.UpdatedAt > at ? row.UpdatedAt : at;
        row.Owed = Owed.Index | (row.Owed & Owed.WriteBack);   // the index still holds its words, and the ledger may hold a write that is on its way
        row.Version++;
    }
}
