using System.Text.RegularExpressions;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Replies.Text;

namespace SupportCopilot.Replies.Drafting;

/// <summary>
/// Chooses what a reply quotes. Two ways lead there: the question names what an article is about and one of its passages
/// takes up the rest of it; or the article as a whole likely answers the ticket, as <see cref="Evidence"/> tells.
/// </summary>
internal static partial class ChoosePassages
{
    private const double LeastCoverage = 0.45;     // of a question that names its matter; fixed on the tuning questions of the benchmark eshop
    private const double LeastUnnamed = 0.6;       // of a question to a manual that does not name its matter, but says the kind of it
    private const double SecondAtLeast = 0.6;      // of the first passage's score
    private const double SecondAdds = 0.08;        // of the question, beyond what the first takes up

    /// <returns>One or two places, the best first; none where nothing answers, or where several things are meant as well.</returns>
    public static Chosen In(IReadOnlyList<FoundArticle> found, Concern concern, IReadOnlyList<string> history, TermWeights weights, CutArticles cut)
    {
        if (found.Count == 0) return Chosen.Nothing;
        var ranked = RankPassages.In([.. found.Select(each => cut.Of(each.Article))], concern.Matter, concern.Context);
        var weighed = WeighArticles.Run(found, concern, history, weights, cut);
        var likely = weighed.Where(NearEnough.Is).Select(each => each.Article).ToList();
        var usable = ranked.All.Where(passage => !AnswersItsHeading().IsMatch(passage.Passage.Quote)).ToList();
        var first = usable.FirstOrDefault(passage => likely.Count > 0 && passage.Article.Article == likely[0])
            ?? usable.Take(1).FirstOrDefault(passage => (passage.Article.IsManual ? ranked.IsNamed(passage) : ranked.IsNamedByName(passage)) && !ranked.NamesElse(passage) && ranked.Coverage(passage) >= LeastCoverage);
        if ((first ?? usable.FirstOrDefault()) is not { } near || ranked.NamesAnother(near)) return Chosen.Nothing;
        if (ranked.Coverage(near) >= LeastUnnamed && ranked.SiblingsOf(near) is { Count: > 0 } siblings)
            return new Chosen([], [near.Article.Article.Title, .. siblings.Select(other => other.Article.Title)]);
        if (first is null || (first.Article.IsManual && !AnswersFromManual(first, ranked))) return Chosen.Nothing;

        var second = usable.Find(passage => passage != first && (passage.Article == first.Article || likely.Contains(passage.Article.Article))
            && passage.Score >= SecondAtLeast * first.Score && ranked.Coverage([first, passage]) >= ranked.Coverage(first) + SecondAdds);
        var likelihood = weighed.FirstOrDefault(each => each.Article == first.Article.Article)?.Likelihood ?? 0;
        return new Chosen(second is null ? [Of(first)] : [Of(first), Of(second)], []) { Confidence = Math.Max(likelihood, ranked.IsNamed(first) ? ranked.Coverage(first) : 0), Coverage = ranked.Coverage(first) };
    }

    /// <summary>That a manual fits a question as a whole says little: its passage must take the question up, the more where nothing names the matter.</summary>
    private static bool AnswersFromManual(RankedPassage passage, RankedPassages ranked) => ranked.IsNamed(passage)
        ? ranked.Coverage(passage) >= LeastCoverage
        : ranked.SaysKind(passage) && ranked.SiblingsOf(passage).Count == 0 && !ranked.NamesElse(passage) && ranked.Coverage(passage) >= LeastUnnamed;

    private static Quotation Of(RankedPassage passage) => new(passage.Passage.Article, passage.Passage.Place);

    /// <summary>«No. A sensor stores …» answers the question of its heading, which may not be the customer's.</summary>
    [GeneratedRegex(@"^(?:yes|no|ja|nein|oui|non|s[ií])\b[.,!]", RegexOptions.IgnoreCase)]
    private static partial Regex AnswersItsHeading();
}

/// <summary>What a reply quotes.</summary>
/// <param name="Quotations">One or two places, the best first.</param>
/// <param name="Which">Where there are none because several articles answer alike for different things: their titles.</param>
internal sealed record Chosen(IReadOnlyList<Quotation> Quotations, IReadOnlyList<string> Which)
{
    /// <summary>How likely the first article answers, or how much of a question that names its matter the first place takes up: whichever is more, 0–1.</summary>
    public double Confidence { get; init; }

    /// <summary>How much of the question the first place takes up, 0–1.</summary>
    public double Coverage { get; init; }

    public static Chosen Nothing { get; } = new([], []);
}
