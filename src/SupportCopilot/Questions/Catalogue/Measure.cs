namespace SupportCopilot.Questions.Catalogue;

/// <summary>Something that can be counted or averaged over tickets.</summary>
/// <param name="Name">Its name in plans and columns.</param>
/// <param name="Clock">The clock it goes by where nothing else is said.</param>
/// <param name="Unit">tickets, replies, minutes, hours, share, requesters, …</param>
/// <param name="Over">How the figure is made of the tickets.</param>
/// <param name="Column">What is summed, averaged or told apart; null where tickets are counted.</param>
/// <param name="AddsUp">Whether the figures of parts add up to the whole's.</param>
/// <param name="Title">What texts call it.</param>
/// <param name="Synonyms">What people call it, separated by bars.</param>
internal sealed record Measure(string Name, string Clock, string Unit, Aggregate Over, string? Column, bool AddsUp, string Title, string Synonyms)
{
    /// <summary>What the column is divided by to be in the unit.</summary>
    public double Divisor { get; init; } = 1;

    /// <summary>Of a percentile: which, 1–99.</summary>
    public int Percentile { get; init; }

    /// <summary>A condition without which a ticket has no part in it, over the alias t.</summary>
    public string? Needs { get; init; }

    /// <summary>What is counted, in a sentence, where the title leaves it open; null where it does not.</summary>
    public string? How { get; init; }

    /// <summary>Of measures that differ by their aggregate alone: what they have in common, as firstReply.</summary>
    public string? Family { get; init; }
}

/// <summary>How a figure is made of tickets.</summary>
internal enum Aggregate
{
    /// <summary>So many tickets.</summary>
    Count,

    /// <summary>The column added up.</summary>
    Sum,

    /// <summary>The column's arithmetic mean over tickets that have it.</summary>
    Average,

    /// <summary>A percentile of the column over tickets that have it.</summary>
    Percentile,

    /// <summary>So many different values of the column.</summary>
    Distinct,

    /// <summary>The part of the tickets of which something holds.</summary>
    Share,
}
