using NodaTime;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Remembering;

/// <summary>A question about weeks, read by weeks that begin on the other day: Sunday instead of Monday, or Monday instead.</summary>
internal static class OtherWeek
{
    /// <summary>What is in doubt.</summary>
    public const string Word = "week";

    private const string Begins = "weeks:";

    /// <summary>The plan by the other weeks and the day they begin on; null where the question's days are the same by both.</summary>
    public static (Plan Plan, IsoDayOfWeek Start)? Of(string asked, Plan plan, ValueIndex values, PlanContext context)
    {
        if (plan.From is null || !WordReader.Read(asked).Any(word => Stems.Of(word.Text) == Word)) return null;
        var start = context.Dates.FirstDayOfWeek == IsoDayOfWeek.Monday ? IsoDayOfWeek.Sunday : IsoDayOfWeek.Monday;
        var other = ReadQuestion.Of(asked, values, context with { Dates = context.Dates with { FirstDayOfWeek = start } });
        return other.Readings is [{ Plan: { } read }, ..] && Answers.ReadingsApart.InDays(plan, read) ? (read, start) : null;
    }

    /// <summary>How the choice is kept.</summary>
    public static string ReadingOf(IsoDayOfWeek start) => Begins + start;

    /// <summary>How it is told.</summary>
    public static string LabelOf(IsoDayOfWeek start) => $"weeks begin on {start}";

    /// <summary>The day that somebody's weeks begin on, where they chose one.</summary>
    public static IsoDayOfWeek? StartIn(IEnumerable<RememberedChoice> remembered) => remembered.FirstOrDefault(choice => choice.Words == Word) is { } choice
        && choice.Reading.StartsWith(Begins, StringComparison.Ordinal) && Enum.TryParse<IsoDayOfWeek>(choice.Reading[Begins.Length..], out var start) ? start : null;
}
