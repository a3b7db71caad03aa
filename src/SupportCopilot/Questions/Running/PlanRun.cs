using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Running;

/// <summary>What a plan gave.</summary>
/// <param name="Plan">The plan that was run.</param>
/// <param name="Columns">The columns of the rows: the step of a trend, dimensions, then each measure, followed by its <c>before</c> and <c>change</c> in a comparison.</param>
/// <param name="Rows">Texts for steps and dimensions (null for tickets without one), numbers for measures, null where there is nothing to average.</param>
/// <param name="Total">The first measure's rows added up; null where that means nothing.</param>
/// <param name="Tickets">How many tickets stand behind the first measure's figures.</param>
/// <param name="Sample">Up to five of them, the newest.</param>
public sealed record PlanRun(
    Plan Plan, IReadOnlyList<AnswerColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows, double? Total, int Tickets, IReadOnlyList<long> Sample)
{
    /// <summary>Where the figures came from: tickets (their rows), rollup (segments of their columns) or cache.</summary>
    public string From { get; init; } = "tickets";

    /// <summary>What the total was in the period compared with; null without a comparison, or where adding up means nothing.</summary>
    public double? TotalBefore { get; init; }

    /// <summary>How many groups or steps there were within the bound, before the limit; equal to those shown where nothing was left out.</summary>
    public int Groups { get; init; }

    /// <summary>How many groups were left out although they are equal to the last one shown.</summary>
    public int TiedWithLast { get; init; }

    /// <summary>How many tickets each measure's figure over everything is made of, in the order of the measures.</summary>
    public IReadOnlyList<long> TicketsPerMeasure { get; init; } = [];

    /// <summary>How many tickets each row is made of, in the order of the rows: what small samples are known by.</summary>
    public IReadOnlyList<long> TicketsPerRow { get; init; } = [];

    /// <summary>Solved tickets without the date of their solution, which are in no backlog of the past.</summary>
    public int Undated { get; init; }

    /// <summary>What the rows are called, where each is a ticket, in their order; else null.</summary>
    public IReadOnlyList<ListedTicket>? Listed { get; init; }

    /// <summary>What is shown, where not everything is; the list behind the figure is of this.</summary>
    internal Restriction? Only { get; init; }
}
