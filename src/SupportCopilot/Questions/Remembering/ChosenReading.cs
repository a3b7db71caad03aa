using System.Text.Json;
using System.Text.RegularExpressions;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Remembering;

/// <summary>What somebody decided by a choice: how some words of the question before are to be read.</summary>
/// <param name="Words">The words, folded.</param>
/// <param name="Reading">What they are read as.</param>
/// <param name="Label">The same for people.</param>
internal sealed partial record ChosenReading(string Words, string Reading, string Label)
{
    private const int LongestWords = 200, LongestReading = 1000, LongestLabel = 400;

    /// <summary>Whether a text could be a choice's own at all: those have values in quotes or days in digits.</summary>
    public static bool MayBe(string text) => text.Contains('"', StringComparison.Ordinal) || Day().IsMatch(text);

    /// <summary>The decision; null where the text is none of the readings of the question before.</summary>
    /// <param name="asked">The question before.</param>
    /// <param name="text">What was asked right after.</param>
    /// <param name="values">The values that both may name.</param>
    /// <param name="context">What plans are made for.</param>
    public static ChosenReading? Of(string asked, string text, ValueIndex values, PlanContext context)
    {
        var plans = ReadQuestion.Of(asked, values, context).Readings.Select(reading => reading.Plan).ToList();
        if (plans.Count == 0) return null;
        if (OtherWeek.Of(asked, plans[0], values, context) is var (week, start) && PlanWords.Of(week) == text) return new ChosenReading(OtherWeek.Word, OtherWeek.ReadingOf(start), OtherWeek.LabelOf(start));

        plans.AddRange(AsMention.Of(plans));
        var chosen = plans.Find(plan => PlanWords.Of(plan) == text);
        if (chosen is null) return null;
        foreach (var other in plans.Where(plan => !ReferenceEquals(plan, chosen)))
        {
            if (ReadingsApart.InFilter(chosen, other) is var (mine, theirs) && WordsOf(asked, mine, theirs, values) is { } words) return Fitting(words, JsonSerializer.Serialize(mine, PlanJson.Default.PlanFilter), Interpretation.Filter(mine));
            if (ReadingsApart.InDays(chosen, other) && DaysOf(asked, chosen, context) is { } days) return Fitting(days.Words, ReadDays + days.Label, days.Label);
        }

        return null;
    }

    /// <summary>What stands before the name of a way to read days.</summary>
    public const string ReadDays = "days:";

    private static ChosenReading? Fitting(string words, string reading, string label) =>
        words.Length <= LongestWords && reading.Length <= LongestReading && label.Length <= LongestLabel ? new ChosenReading(words, reading, label) : null;

    /// <summary>The longest words of the question that name the one value and the other.</summary>
    private static string? WordsOf(string asked, PlanFilter mine, PlanFilter theirs, ValueIndex values) =>
        Spans.Of(asked).Where(span => Names(span, mine, values) && Names(span, theirs, values)).MaxBy(span => span.Length);

    private static bool Names(string span, PlanFilter filter, ValueIndex values) =>
        IsMention(filter, span) || values.Find(span).Any(match => match.Value.Dimension == filter.Field && match.Value.Spellings.SequenceEqual(filter.Values));

    private static bool IsMention(PlanFilter filter, string span) => filter is { Field: "text", Op: "contains", Values: [var word] } && WordReader.Key(word) == span;

    private static (string Words, string Label)? DaysOf(string asked, Plan chosen, PlanContext context)
    {
        var words = WordReader.Read(asked);
        foreach (var reading in new DateReader().Read(words, context.Dates).OrderByDescending(reading => reading.Length))
        {
            var (from, to) = reading.Bounds(context.Dates.Zone);
            if (from?.ToDateTimeUtc() == chosen.From && to.ToDateTimeUtc() == chosen.To) return (string.Join(' ', words.Skip(reading.Start).Take(reading.Length).Where(word => !word.IsMark).Select(word => word.Text)), reading.Label);
        }

        return null;
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\d")]
    private static partial Regex Day();
}
