namespace SupportCopilot.Questions;

/// <summary>How far the work on an answer is.</summary>
/// <param name="Percent">0 to 100.</param>
/// <param name="SecondsLeft">At the pace so far; null before there is one.</param>
/// <param name="Doing">What is being done.</param>
/// <param name="Href">Where to look again, and what to delete in order to cancel it.</param>
public sealed record AnswerProgress(double Percent, int? SecondsLeft, string Doing, string Href);

/// <summary>A customer's words, letter by letter as they stand in a public comment.</summary>
/// <param name="TicketId">The ticket, by our own number.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="Text">The words.</param>
/// <param name="At">When they were written (UTC), where known.</param>
public sealed record AnswerQuote(long TicketId, string Subject, string Text, DateTime? At)
{
    /// <summary>Where the ticket is.</summary>
    public string Href => $"/api/tickets/{TicketId}";
}

/// <summary>What many tickets have in common.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Tickets">How many of the answer's tickets belong to it; a ticket belongs to one theme at most.</param>
/// <param name="Share">Their part of all of the answer's tickets, 0–1.</param>
/// <param name="From">What makes it one: cluster, likeness (grouped for this answer), or the dimension by which it was split.</param>
public sealed record AnswerTheme(string Name, int Tickets, double Share, string From)
{
    /// <summary>How many it had in the period before; null where there is none to compare with.</summary>
    public int? Before { get; init; }

    /// <summary>By which share it grew; null where there is nothing to compare with.</summary>
    public double? Change { get; init; }

    /// <summary>Its part of the whole difference; the parts of all themes and of the rest add up to 1. Null where nothing is to be explained.</summary>
    public double? Contribution { get; init; }

    /// <summary>The mean sentiment of its tickets, −1 to 1; null before triage.</summary>
    public double? Sentiment { get; init; }

    /// <summary>The share of its tickets that sound negative; null before triage.</summary>
    public double? Negative { get; init; }

    /// <summary>Three of its tickets, in their customers' words.</summary>
    public IReadOnlyList<AnswerQuote> Quotes { get; init; } = [];

    /// <summary>What was approved for it; null where nothing was.</summary>
    public AnswerRecommendation? Recommendation { get; init; }
}

/// <summary>What could be done, as somebody has approved it.</summary>
/// <param name="Text">The words.</param>
/// <param name="Source">Who or what stands for them: such as «approved resolution of a cluster».</param>
/// <param name="Href">Where they stand.</param>
public sealed record AnswerRecommendation(string Text, string Source, string Href);

/// <summary>How much one part of the desk has to do with a difference. It went along with it; that it caused it is not said.</summary>
/// <param name="Dimension">What the desk was split by.</param>
/// <param name="Value">The part; null for the tickets without one, «(all others)» for what is not listed.</param>
/// <param name="Now">The figure of the part.</param>
/// <param name="Before">That of the period before.</param>
/// <param name="Contribution">Its part of the whole difference; those of a dimension add up to 1.</param>
public sealed record AnswerContribution(string Dimension, string? Value, double? Now, double? Before, double Contribution);
