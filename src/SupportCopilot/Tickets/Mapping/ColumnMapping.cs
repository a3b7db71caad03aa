using System.Text.Json.Serialization;
using SupportCopilot.Tickets.Mapping.Cells;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>What one column was taken for, and why.</summary>
/// <param name="Index">Its place, from 0.</param>
/// <param name="Column">Its name.</param>
/// <param name="Field">What it was taken for.</param>
/// <param name="Confidence">How sure that is, 0–1.</param>
/// <param name="Why">What spoke for it, for people.</param>
internal sealed record MappedColumn(int Index, string Column, TicketFieldName Field, double Confidence, string Why)
{
    /// <summary>For an instant, how its numbers are read.</summary>
    public DateOrder Dates { get; init; }
}

/// <summary>What the columns of a file were taken for.</summary>
/// <param name="Format">What the file is.</param>
/// <param name="Columns">Every column, in order.</param>
internal sealed record ColumnMapping(string Format, IReadOnlyList<MappedColumn> Columns)
{
    /// <summary>Whether the file tells each ticket's changes row by row.</summary>
    public bool IsEventLog { get; init; }

    /// <summary>How ratings are read.</summary>
    public CsatScale Csat { get; init; } = new(1, 5);

    /// <summary>The column of a field that takes one; null when there is none.</summary>
    public MappedColumn? Of(TicketFieldName field) => Columns.FirstOrDefault(column => column.Field == field);

    /// <summary>Whether there is enough in it to call a row a ticket.</summary>
    public bool IsOfTickets =>
        Of(TicketFieldName.Subject) is not null || Of(TicketFieldName.Description) is not null || Of(TicketFieldName.Comments) is not null
        || (Of(TicketFieldName.Id) is not null && (Of(TicketFieldName.Status) is not null || Of(TicketFieldName.CreatedAt) is not null));

    /// <summary>The mapping as it is stored and shown.</summary>
    public MappingReport Report() => new(
        Format, IsEventLog ? "one row per change: the rows of a ticket become its history" : "one row per ticket",
        [.. Columns.Select(column => new MappedColumnReport(column.Column, column.Field.Name(), Math.Round(column.Confidence, 2), column.Why))]);
}

/// <summary>A mapping as people see it.</summary>
/// <param name="Format">What the file is.</param>
/// <param name="Rows">What a row stands for.</param>
/// <param name="Columns">Every column of the file, in order.</param>
public sealed record MappingReport(string Format, string Rows, IReadOnlyList<MappedColumnReport> Columns);

/// <summary>What one column was taken for, as people see it.</summary>
/// <param name="Column">Its name in the file.</param>
/// <param name="Field">The field, as <c>--map</c> names it; custom for one kept under its own name, ignored for one left out.</param>
/// <param name="Confidence">How sure that is, 0–1.</param>
/// <param name="Why">What spoke for it.</param>
public sealed record MappedColumnReport(string Column, string Field, double Confidence, string Why);

/// <summary>The JSON of mappings.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(MappingReport))]
public sealed partial class MappingJson : JsonSerializerContext;
