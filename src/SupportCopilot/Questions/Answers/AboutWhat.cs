using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Answers;

/// <summary>Which tickets a sentence is about: when, and like what.</summary>
internal static class AboutWhat
{
    /// <summary>The period as it was said, with its exact days.</summary>
    public static string When(Reading reading, string clock)
    {
        var plan = reading.Plan;
        if (clock == Clocks.Open && plan.Grain is null) return plan.To is null ? "now" : DayWords.Moment(plan, inWords: true);
        if (plan.Days is not { } days) return "at any time";
        if (DayWords.Hours(plan) is { } hours) return $"{(reading.Period is { Length: > 0 } part ? part + " " : "")}({hours})";
        var exact = DayWords.Of(days);
        return reading.Period is { Length: > 0 } said && !said.Any(char.IsAsciiDigit) ? $"{(said.StartsWith("weekends", StringComparison.Ordinal) ? "on " : "")}{said} ({exact})" : exact.StartsWith("until", StringComparison.Ordinal) ? exact : days.Split(" – ") is [var first, var last] && first != last ? exact : $"on {exact}";
    }

    /// <summary>The demands, in brackets; empty for none.</summary>
    public static string Like(Plan plan) => plan.Filters.Count == 0 ? "" : $" ({string.Join("; ", plan.Filters.Select(Interpretation.Filter))})";

    /// <summary>What a count of tickets says of them: «were created».</summary>
    public static string Verb(Plan plan, PlanMeasure measure, bool isOne) => measure.Name switch
    {
        "oldestOpenAgeHours" => isOne ? plan.To is null ? "is open" : "was open" : plan.To is null ? "are open" : "were open",
        "solved" => isOne ? "was solved" : "were solved",
        "open" => isOne ? plan.To is null ? "is open" : "was open" : plan.To is null ? "are open" : "were open",
        "reopened" => isOne ? "was reopened, created" : "were reopened, created",
        _ => $"{(isOne ? "was" : "were")} {measure.Clock}",
    };
}
