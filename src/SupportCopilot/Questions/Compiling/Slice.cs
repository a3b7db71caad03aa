using SupportCopilot.Questions.Catalogue;

namespace SupportCopilot.Questions.Compiling;

/// <summary>Which part of a plan one statement is about.</summary>
/// <param name="From">The first instant counted in (UTC); null for all of the past.</param>
/// <param name="To">The first instant no longer counted in (UTC).</param>
/// <param name="GroupBy">The dimensions of its groups.</param>
internal sealed record Slice(DateTime? From, DateTime? To, IReadOnlyList<string> GroupBy)
{
    /// <summary>The steps of its trend; null for none.</summary>
    public Buckets? Buckets { get; init; }

    /// <summary>Whether tickets must have an instant to be counted at all, because figures are split by it.</summary>
    public bool NeedsInstant { get; init; }

    /// <summary>Only the tickets without an instant.</summary>
    public bool IsUndated { get; init; }

    /// <summary>Only the tickets that segments do not tell of.</summary>
    public bool IsChanged { get; init; }

    /// <summary>At most so many groups, the largest first.</summary>
    public int MostRows { get; init; } = 1;

    /// <summary>Whether any ticket without an instant is left out.</summary>
    public bool IsTimed => NeedsInstant || Buckets is not null
        || GroupBy.Any(name => Catalog.Dimension(name).IsTimed);
}

/// <summary>A group, by the values the statement gave: texts, our own numbers, or null for tickets without one.</summary>
internal sealed record GroupKey(IReadOnlyList<object?> Values)
{
    public bool Equals(GroupKey? other) => other is not null && Values.SequenceEqual(other.Values);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var value in Values) hash.Add(value);
        return hash.ToHashCode();
    }
}

/// <summary>Where a page of tickets ended: the creation in stored milliseconds, and the number.</summary>
internal sealed record ListMark(long? CreatedAt, long Id);

/// <summary>A step of a trend, in stored milliseconds.</summary>
/// <param name="From">The first counted in.</param>
/// <param name="To">The first no longer counted in.</param>
internal sealed record StepSpan(long From, long To);
