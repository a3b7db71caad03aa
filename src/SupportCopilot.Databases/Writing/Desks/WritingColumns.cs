using System.Data.Common;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Databases.Writing.Desks;

/// <summary>What is read of our last write to a ticket's desk: whatever tells our own words from an agent's.</summary>
internal static class WritingColumns
{
    public static IReadOnlyList<(string Name, Action<DeskWriting, DbDataReader, int> Set)> All { get; } =
    [
        ("Tags", (w, row, i) => w.Tags = row.GetString(i)),
        ("TagsWas", (w, row, i) => w.TagsWas = row.GetString(i)),
        ("TagsThere", (w, row, i) => w.TagsThere = row.GetString(i)),
        ("Priority", (w, row, i) => w.Priority = Text(row, i)),
        ("PriorityWas", (w, row, i) => w.PriorityWas = Text(row, i)),
        ("PriorityThere", (w, row, i) => w.PriorityThere = Text(row, i)),
        ("Marker", (w, row, i) => w.Marker = row.GetString(i)),
        ("ArrivedAt", (w, row, i) => w.ArrivedAt = row.IsDBNull(i) ? null : UtcMilliseconds.FromMilliseconds(row.GetInt64(i))),
        ("ArrivedWas", (w, row, i) => w.ArrivedWas = row.IsDBNull(i) ? null : UtcMilliseconds.FromMilliseconds(row.GetInt64(i))),
    ];

    public static DeskWriting Read(long ticketId, DbDataReader row, int first)
    {
        var writing = new DeskWriting { TicketId = ticketId };
        for (var i = 0; i < All.Count; i++) All[i].Set(writing, row, first + i);
        return writing;
    }

    private static string? Text(DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetString(i);
}
