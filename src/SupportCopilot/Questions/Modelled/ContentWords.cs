using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.Modelled;

/// <summary>The words of a question that say something: those that the lexicon does not know as fillers.</summary>
internal static class ContentWords
{
    /// <summary>Their places in the question.</summary>
    public static IReadOnlyList<int> Of(Chart chart) =>
        [.. Enumerable.Range(0, chart.Words.Count).Where(at => !chart.Words[at].IsMark && !IsFiller(chart, at))];

    private static bool IsFiller(Chart chart, int at) =>
        chart.From(at) is { Count: > 0 } edges && edges.Where(edge => edge.End == at + 1).ToList() is { Count: > 0 } own && own.Any(edge => edge.Part is FillerPart);
}
