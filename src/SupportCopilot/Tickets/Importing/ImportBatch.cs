namespace SupportCopilot.Tickets.Importing;

/// <summary>Some rows of a file, read and understood.</summary>
/// <param name="Tickets">The tickets among them.</param>
/// <param name="Rejected">The rows that are none.</param>
/// <param name="Rows">How many rows it took.</param>
/// <param name="Share">How much of the file is read by now, 0–1.</param>
internal sealed record ImportBatch(IReadOnlyList<IncomingTicket> Tickets, IReadOnlyList<RejectedRow> Rejected, int Rows, double Share);
