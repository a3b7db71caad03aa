using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>What must come of a question: one of these answers, a question back, or a refusal.</summary>
/// <param name="Kind">answer, choices or refusal.</param>
internal sealed record Expected(string Kind)
{
    /// <summary>The answers that a careful analyst may give; where there are several, the interpretation tells which one it is.</summary>
    public IReadOnlyList<Outcome> AnyOf { get; init; } = [];

    /// <summary>Whether its readings are so close that asking which one is meant is right too.</summary>
    public bool MayBeAsked { get; init; }

    /// <summary>What the text must name: the word that failed, or a value to choose.</summary>
    public string? Names { get; init; }
}

/// <summary>An answer: its rows and the tickets behind them.</summary>
/// <param name="Rows">The rows, by their labels.</param>
/// <param name="Tickets">The tickets behind them.</param>
internal sealed record Outcome(IReadOnlyList<Row> Rows, IReadOnlyList<IncomingTicket> Tickets)
{
    /// <summary>Whether the order of the rows is part of the answer.</summary>
    public bool IsOrdered { get; init; }

    /// <summary>Whether the rows stand by their figures; of two that share a rank either may come first.</summary>
    public bool IsRanked { get; init; }

    /// <summary>Of ranks that several share: what must come, given what was chosen; null for what was no choice of theirs.</summary>
    public Func<IReadOnlyList<Row>, Outcome?>? Choosing { get; init; }

    /// <summary>A figure that the text states beside the rows: the mean over them.</summary>
    public double? Says { get; init; }
}

/// <summary>One row: the labels of its groups, then figures.</summary>
internal sealed record Row(IReadOnlyList<string?> Labels, IReadOnlyList<double?> Figures)
{
    /// <summary>The labels, whichever stands first.</summary>
    public string Key => string.Join(" | ", Labels.Select(label => label ?? "(none)").Order(StringComparer.Ordinal));

    /// <summary>Whether there is nothing in it, so that it may as well not be there.</summary>
    public bool IsNothing => Figures.All(figure => figure is null or 0);
}
