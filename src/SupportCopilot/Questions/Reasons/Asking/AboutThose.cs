using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Quotes;

namespace SupportCopilot.Questions.Reasons.Asking;

/// <summary>«what did they say?», «what are those complaining about?» behind an answer: of the tickets that it showed, not of the whole desk.</summary>
/// <param name="Ask">The question about them; null where there is none.</param>
/// <param name="Problem">Why not; null where nothing points back.</param>
internal sealed record AboutThose(WhyAsk? Ask, string? Problem)
{
    private const string OfNone = "Whose words do you mean? Ask for some tickets first, or name them: \"what did Contoso say last month?\"";

    private const string OfSome = "I can give the words behind all tickets of a figure, not behind its largest or smallest groups alone. Name the tickets: \"what did Contoso say last month?\"";

    /// <summary>Whether a word points back at tickets or their customers; «these days» are now.</summary>
    public static bool Points(string word, string next) =>
        word is "they" or "them" or "their" || word is "those" or "these" && (next.Length == 0 || WhyWords.Customers.Contains(next) || WhyWords.Tickets.Contains(next) || WhyWords.Saying.Contains(next) || WhyWords.Complaints.Contains(next) || next is "?" or "about");

    /// <returns>What it points at; null where it points at nothing, or names a period of its own.</returns>
    public static AboutThose? Of(QuestionTurn turn, WhyAsk ask)
    {
        if (ask.Kind is WhyKind.Change || ask.Plan.Days is not null) return null;
        var words = WordReader.Read(turn.Ask.Text);
        var pointing = Enumerable.Range(0, words.Count).FirstOrDefault(i => Points(words[i].Text, i + 1 < words.Count ? words[i + 1].Text : ""), -1);
        if (pointing < 0) return null;
        if (turn.Before?.Plan is not { } shown) return words[pointing].Text == "they" ? null : new(null, OfNone);   // «what do they complain about» asks of customers as such
        if (shown.Limit is not null || shown.Having is not null || Catalog.Measure(shown.Measures[0].Name).Over is not Aggregate.Count) return new(null, OfSome);

        var said = shown.Filters.Where(filter => filter is { Field: "text", Op: "contains" }).ToList();
        var plan = shown with
        {
            Measures = [shown.Measures[0]],
            Filters = [.. shown.Filters.Except(said), .. ask.Plan.Filters.Where(filter => !shown.Filters.Any(other => Answers.Interpretation.Filter(other) == Answers.Interpretation.Filter(filter)))],
            GroupBy = [],
            Grain = null,
            Order = null,
            Running = false,
            Compare = null,
            Before = null,
        };
        return new(ask with { Plan = plan, Topics = [.. said.Select(filter => new Topic(filter.Values)), .. ask.Topics] }, null);
    }
}
