using SupportCopilot.Questions.Parsing.Lexicon;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>Courtesies, and what a question is asked for: «if it's not too much trouble», «for our board meeting I need».</summary>
internal static class CourtesyRules
{
    private const double Courtesy = 0.1;   // as any word without content: it wins over its single words by their number
    private static readonly string[] Goers = ["i", "we", "please", "can", "could", "how", "what", "which", "who", "show", "give", "tell", "list", "need", "let", "get", "find"];

    public static void Apply(Chart chart)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            foreach (var end in Courtesies.All.EndsFrom(chart.Words, start)) chart.Add(start, end, new FillerPart(FillerKind.Plain), Courtesy);
            foreach (var end in Courtesies.Purposes.EndsFrom(chart.Words, start))
                if (IsOver(chart, end) && !IsValue(chart, start, end)) chart.Add(start, end, new FillerPart(FillerKind.Plain), 2 * Courtesy);
        }
    }

    /// <summary>Whether nothing follows that could belong to the occasion: «the review in May» may have been in May.</summary>
    private static bool IsOver(Chart chart, int end) => end >= chart.Words.Count || chart.Words[end].IsMark || Goers.Contains(chart.Words[end].Text) || end > 0 && chart.Words[end - 1].Text is "need" or "want" or "know" or "see" or "show" or "me" or "us" or "about";

    /// <summary>Whether a team or a product is called so: what is asked of it must not be lost.</summary>
    private static bool IsValue(Chart chart, int start, int end)
    {
        for (var at = start; at < end; at++)
            foreach (var edge in chart.Of<ValuesPart>(at))
                if (edge.End <= end) return true;
        return false;
    }
}
