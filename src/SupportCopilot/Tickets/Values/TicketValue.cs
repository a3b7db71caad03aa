using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Values;

/// <summary>
/// A value that some ticket of a tenant has: all of them together are what questions can name, without reading the tickets.
/// A row is added in the transaction that first writes the value; one that no ticket has any more goes with the next count.
/// Two writers may add the same one; readers take it once.
/// </summary>
public sealed class TicketValue : ITenantOwned
{
    /// <summary>Our own number; newer values have higher ones.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>What it is a value of: a dimension's name, or one of <see cref="ValueKinds"/>.</summary>
    public required string Dimension { get; init; }

    /// <summary>The value, as the tickets have it.</summary>
    public required string Value { get; init; }
}

/// <summary>What rows of values tell besides values of the catalogue's dimensions.</summary>
public static class ValueKinds
{
    /// <summary>The longest value that is kept; longer ones are texts, which questions search and do not name.</summary>
    public const int LongestValue = 200;

    /// <summary>A custom field with so many values is one of numbers or texts, each ticket's its own; its values are not kept.</summary>
    public const int MostOfField = 5000;

    /// <summary>The value is our own number of somebody who has a ticket.</summary>
    public const string Agent = "agent";

    /// <summary>The value is our own number of a group that has a ticket.</summary>
    public const string Group = "group";

    /// <summary>The value is our own number of an agent who also asked.</summary>
    public const string Requester = "requester";

    /// <summary>The value is the name of a custom field.</summary>
    public const string Field = "field";

    /// <summary>The value is the name of a custom field that has a value which is no number.</summary>
    public const string FieldOfText = "fieldText";

    /// <summary>The value is the name of a custom field with <see cref="MostOfField"/> values or more.</summary>
    public const string FieldOfMany = "fieldMany";

    /// <summary>The value tells when all tickets were last read for their values; without such a row they never were.</summary>
    public const string Counted = "counted";

    /// <summary>What the values of a custom field stand under.</summary>
    public static string Of(string field) => "field." + field;

    /// <summary>Whether a field's value is a number that can be bounded: digits, a sign, a decimal point, and nothing else.</summary>
    public static bool IsNumber(string value)
    {
        if (value.Length is 0 or > 18 || !char.IsAsciiDigit(value[^1])) return false;
        var (start, points) = (value[0] == '-' ? 1 : 0, 0);
        if (start == value.Length || !char.IsAsciiDigit(value[start])) return false;
        for (var i = start; i < value.Length; i++)
        {
            if (value[i] == '.') points++;
            else if (!char.IsAsciiDigit(value[i])) return false;
        }

        return points <= 1;
    }
}

internal sealed class TicketValueConfiguration : IEntityTypeConfiguration<TicketValue>
{
    private const int LongestDimension = 210;   // that of a custom field's name, and what stands before it

    public void Configure(EntityTypeBuilder<TicketValue> value)
    {
        value.Property(v => v.Dimension).HasMaxLength(LongestDimension);
        value.Property(v => v.Value).HasMaxLength(ValueKinds.LongestValue);
        value.HasIndex(v => new { v.TenantId, v.Dimension, v.Value });
    }
}
