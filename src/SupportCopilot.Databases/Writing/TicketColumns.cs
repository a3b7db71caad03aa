using System.Data.Common;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Databases.Writing;

/// <summary>One column of the tickets' table: how its value is read off a ticket and put onto one.</summary>
internal sealed record TicketColumn(string Name, Type Type, Func<Ticket, object?> Get, Action<Ticket, DbDataReader, int> Set);

/// <summary>The columns that are written, both databases alike; predicted values are the triage's, and nobody else's to write.</summary>
internal static class TicketColumns
{
    public static IReadOnlyList<TicketColumn> All { get; } =
    [
        Text("Subject", t => t.Subject, (t, v) => t.Subject = v ?? ""),
        Text("Status", t => t.Status, (t, v) => t.Status = v ?? TicketStatus.New),
        Text("Type", t => t.Type, (t, v) => t.Type = v),
        Text("Channel", t => t.Channel, (t, v) => t.Channel = v),
        Text("Product", t => t.Product, (t, v) => t.Product = v),
        Text("Brand", t => t.Brand, (t, v) => t.Brand = v),
        Text("MergedInto", t => t.MergedInto, (t, v) => t.MergedInto = v),
        Number("RequesterId", t => t.RequesterId, (t, v) => t.RequesterId = v),
        Number("AssigneeId", t => t.AssigneeId, (t, v) => t.AssigneeId = v),
        Number("GroupId", t => t.GroupId, (t, v) => t.GroupId = v),
        Number("OrganizationId", t => t.OrganizationId, (t, v) => t.OrganizationId = v),
        Instant("CreatedAt", t => t.CreatedAt, (t, v) => t.CreatedAt = v),
        Instant("UpdatedAt", t => t.UpdatedAt, (t, v) => t.UpdatedAt = v),
        Instant("FirstReplyAt", t => t.FirstReplyAt, (t, v) => t.FirstReplyAt = v),
        Instant("SolvedAt", t => t.SolvedAt, (t, v) => t.SolvedAt = v),
        Instant("DueAt", t => t.DueAt, (t, v) => t.DueAt = v),
        Small("FirstReplyMinutes", t => t.FirstReplyMinutes, (t, v) => t.FirstReplyMinutes = v),
        Small("ResolutionMinutes", t => t.ResolutionMinutes, (t, v) => t.ResolutionMinutes = v),
        Small("Reopens", t => t.Reopens, (t, v) => t.Reopens = v ?? 0),
        Small("Replies", t => t.Replies, (t, v) => t.Replies = v ?? 0),
        Bit("SlaMet", t => t.SlaMet, (t, v) => t.SlaMet = v),
        Bit("CsatOffered", t => t.CsatOffered, (t, v) => t.CsatOffered = v ?? false),
        new("Csat", typeof(double), t => t.Csat, (t, row, i) => t.Csat = row.IsDBNull(i) ? null : row.GetDouble(i)),
        .. TriageFields.Each.Select(field => Text("Given" + field, t => t.Given[field], (t, v) => t.Given[field] = v)),
        Small("Corrected", t => (int)t.Corrected, (t, v) => t.Corrected = (TriageField)(v ?? 0)),
        Small("Owed", t => (int)t.Owed, (t, v) => t.Owed = (Owed)(v ?? 0)),
        Number("ContentHash", t => t.ContentHash, (t, v) => t.ContentHash = v ?? 0),
        Small("Version", t => t.Version, (t, v) => t.Version = v ?? 0),
    ];

    private static TicketColumn Text(string name, Func<Ticket, string?> get, Action<Ticket, string?> set) =>
        new(name, typeof(string), get, (t, row, i) => set(t, row.IsDBNull(i) ? null : row.GetString(i)));

    private static TicketColumn Number(string name, Func<Ticket, long?> get, Action<Ticket, long?> set) =>
        new(name, typeof(long), t => get(t), (t, row, i) => set(t, row.IsDBNull(i) ? null : row.GetInt64(i)));

    private static TicketColumn Small(string name, Func<Ticket, int?> get, Action<Ticket, int?> set) =>
        new(name, typeof(int), t => get(t), (t, row, i) => set(t, row.IsDBNull(i) ? null : row.GetInt32(i)));

    private static TicketColumn Bit(string name, Func<Ticket, bool?> get, Action<Ticket, bool?> set) =>
        new(name, typeof(bool), t => get(t), (t, row, i) => set(t, row.IsDBNull(i) ? null : row.GetBoolean(i)));

    private static TicketColumn Instant(string name, Func<Ticket, DateTime?> get, Action<Ticket, DateTime?> set) =>
        new(name, typeof(long), t => get(t) is { } at ? UtcMilliseconds.ToMilliseconds(at) : null,
            (t, row, i) => set(t, row.IsDBNull(i) ? null : UtcMilliseconds.FromMilliseconds(row.GetInt64(i))));
}
