using System.Security.Cryptography;
using System.Text;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>
/// An id for rows of a file that has none, the same whenever the row comes again: from what does not change in a ticket's
/// life (creation, requester, words) where the row has its date and words, else from the whole row.
/// </summary>
internal static class StableId
{
    private static readonly TicketFieldName[] Lasting =
        [TicketFieldName.CreatedAt, TicketFieldName.Requester, TicketFieldName.RequesterEmail, TicketFieldName.Subject, TicketFieldName.Description];

    public static string Of(RowCells cells, TableRow row)
    {
        var isNamed = cells[TicketFieldName.CreatedAt] is not null && (cells[TicketFieldName.Subject] ?? cells[TicketFieldName.Description]) is not null;
        var parts = isNamed ? Lasting.Select(field => cells[field] ?? "") : row.Cells;
        var text = string.Join('\u001F', parts);   // the unit separator, which no export writes
        return "row-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 10));
    }
}
