using System.Text.Json.Serialization;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Requests;

namespace SupportCopilot.Questions;

/// <summary>What came of a question, in the shape of the contract.</summary>
/// <param name="Id">What to ask for again, 32 hexadecimal digits.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The answer in words, or why there is none.</param>
public sealed record Answer(string Id, AnswerKind Kind, string Text)
{
    /// <summary>How the question was read, with exact days and the zone; null where it could not be.</summary>
    public string? Interpretation { get; init; }

    /// <summary>The plan that was run; null where there was none.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The columns of <see cref="Rows"/>.</summary>
    public IReadOnlyList<AnswerColumn> Columns { get; init; } = [];

    /// <summary>The figures: texts for dimensions, numbers for measures, null where there is nothing to average.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; } = [];

    /// <summary>The tickets that the rows are, in their order, where each row is a ticket; else null.</summary>
    public IReadOnlyList<ListedTicket>? Listed { get; init; }

    /// <summary>The rows added up; null where that means nothing.</summary>
    public double? Total { get; init; }

    /// <summary>The tickets behind the figure.</summary>
    public AnswerTickets? Tickets { get; init; }

    /// <summary>The chart that fits; null for a plain figure.</summary>
    public AnswerChart? Chart { get; init; }

    /// <summary>What to choose from, at most three.</summary>
    public IReadOnlyList<AnswerChoice> Choices { get; init; } = [];

    /// <summary>The words that could not be placed.</summary>
    public IReadOnlyList<string> Unplaced { get; init; } = [];

    /// <summary>Which way made the plan: parser or model.</summary>
    public string Source { get; init; } = "parser";

    /// <summary>Where the figures came from: tickets, rollup or cache.</summary>
    public string From { get; init; } = "tickets";

    /// <summary>How long it took, in milliseconds.</summary>
    public double ElapsedMs { get; init; }

    /// <summary>What it cost, in US dollars.</summary>
    public decimal CostUsd { get; init; }

    /// <summary>What could be asked next.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>How far it is, of an answer that is being worked on; else null.</summary>
    public AnswerProgress? Progress { get; init; }

    /// <summary>What the figures rest on while the full answer is being worked out, of an estimate; else null.</summary>
    public AnswerEstimate? Estimate { get; init; }

    /// <summary>What the tickets have in common, of a question for reasons; else null.</summary>
    public IReadOnlyList<AnswerTheme>? Themes { get; init; }

    /// <summary>How much each part of the desk has to do with a difference, of a question for reasons; else null.</summary>
    public IReadOnlyList<AnswerContribution>? Contributions { get; init; }

    /// <summary>What customers wrote, of a question for their words; else null.</summary>
    public IReadOnlyList<AnswerQuote>? Quotes { get; init; }

    /// <summary>How each figure was computed, in plain words: what is counted, by which clock, and what is left out.</summary>
    public IReadOnlyList<string> HowComputed { get; init; } = [];

    /// <summary>The reports and alerts that it is about: those saved, listed or changed, or the one that was run.</summary>
    public IReadOnlyList<SavedThing> Saved { get; init; } = [];
}

/// <summary>What an answer is.</summary>
[JsonConverter(typeof(AnswerKindNames))]
public enum AnswerKind
{
    /// <summary>A figure.</summary>
    Answer,

    /// <summary>Two or three readings to choose from.</summary>
    Choices,

    /// <summary>No answer, and why.</summary>
    Refusal,

    /// <summary>Still being worked on.</summary>
    Working,

    /// <summary>Something was saved.</summary>
    Saved,
}

/// <summary>A column of an answer.</summary>
/// <param name="Name">The measure or dimension, or that of the compared measure.</param>
/// <param name="Role">dimension, measure, before or change.</param>
/// <param name="Unit">tickets, minutes, hours, share, …; null for dimensions.</param>
public sealed record AnswerColumn(string Name, string Role, string? Unit = null);

/// <summary>The tickets behind a figure.</summary>
/// <param name="Count">How many; the list has exactly as many.</param>
/// <param name="Sample">Some of them, by our own numbers.</param>
/// <param name="Href">Where the list is.</param>
public sealed record AnswerTickets(int Count, IReadOnlyList<long> Sample, string Href);

/// <summary>A chart of the answer.</summary>
/// <param name="Type">line, bar, groupedBar or stackedBar.</param>
/// <param name="Spec">A Vega-Lite specification without its data, which are the answer's rows.</param>
public sealed record AnswerChart(string Type, System.Text.Json.Nodes.JsonObject Spec);

/// <summary>One reading to choose.</summary>
/// <param name="Label">What it means.</param>
/// <param name="Count">How many tickets it would be about; null where that is not known.</param>
/// <param name="Text">The question in words that have only this reading.</param>
public sealed record AnswerChoice(string Label, int? Count, string Text);

/// <summary>The kinds in the contract's spelling.</summary>
public sealed class AnswerKindNames() : JsonStringEnumConverter<AnswerKind>(System.Text.Json.JsonNamingPolicy.CamelCase);
