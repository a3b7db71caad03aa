using System.Text.RegularExpressions;
using SupportCopilot.Knowledge.Passages;
using SupportCopilot.Replies.Text;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Drafting;

/// <summary>
/// Finds the places in articles that take up what the customer asks. A place is measured by the share of the asked
/// terms it holds, by weight; an article that shares only its own name with the ticket (the product's, say) has told
/// nothing about the question yet, so the terms outside its title are measured by themselves.
/// Cost: linear in the articles' length.
/// </summary>
internal static partial class FindPassages
{
    public const int LongestPassage = 700;   // characters; what fits into a reply that people read

    // Shares of the score; fixed together with NearEnough by the benchmark reply-quality.
    private const double ForAsked = 0.45;
    private const double ForBeyondTitle = 0.30;
    private const double ForTitle = 0.15;
    private const double ForContext = 0.10;
    private const double CostOfLength = 0.10;   // of the asked share: a run twice as long must hold more of what was asked

    private const double NothingBeyond = 0.5;   // summed weight: less than one telling word is asked beyond the title

    /// <returns>The best place of each section, best first.</returns>
    public static IReadOnlyList<Passage> In(CutArticle article, Concern concern, TermWeights weights)
    {
        var context = Terms.Of(concern.Context);
        return
        [
            .. article.Sections.Select(section => Best(section, article.OfTitle, concern.Asked, context, weights))
                .Where(passage => passage.Score > 0 && !AnswersItsHeading().IsMatch(passage.Quote)).OrderByDescending(passage => passage.Score),
        ];
    }

    private static Passage Best(CutSection cut, IReadOnlySet<string> title, IReadOnlySet<string> asked, HashSet<string> context, TermWeights weights)
    {
        var section = cut.Section;
        var (place, near) = BestPlace(cut, asked, weights);
        near.UnionWith(cut.OfHeading);
        var all = near.Union(title).ToHashSet();

        var beyondTitle = asked.Except(title).ToList();
        var toTheQuestion = weights.Sum(beyondTitle) < NothingBeyond ? 1 : weights.Share(beyondTitle, near);
        var ofTitle = weights.Share(title, context);
        var score = ForAsked * weights.Share(asked, all)
            + ForBeyondTitle * toTheQuestion
            + ForTitle * ofTitle
            + ForContext * weights.Share(context, all);
        return new Passage(section.Article, place, score, toTheQuestion, ofTitle, all.Intersect(asked).ToHashSet());
    }

    /// <summary>The whole section where it is short; else the run of units that holds most of what is asked for its length.</summary>
    private static (Range Place, HashSet<string> Terms) BestPlace(CutSection cut, IReadOnlySet<string> asked, TermWeights weights)
    {
        var (units, body, terms) = (cut.Section.Units, cut.Section.Article.Body, cut.OfUnits);
        var whole = units[0].Start.Value..units[^1].End.Value;
        if (Length(whole) <= LongestPassage) return (whole, Terms.Of(body[whole]));

        var (best, bestValue) = (units[0], double.MinValue);
        for (var from = 0; from < units.Count; from++)
        {
            var held = new HashSet<string>();
            for (var to = from; to < units.Count; to++)
            {
                var place = units[from].Start.Value..units[to].End.Value;
                if (to > from && Length(place) > LongestPassage) break;
                held.UnionWith(terms[to]);
                var value = weights.Share(asked, held) - CostOfLength * Length(place) / LongestPassage;
                if (value > bestValue) (best, bestValue) = (place, value);
            }
        }
        if (Length(best) > LongestPassage) best = CutToItems(body, best);
        return (best, Terms.Of(body[best]));
    }

    /// <summary>A list that is too long keeps its first items whole.</summary>
    private static Range CutToItems(string body, Range list)
    {
        var start = list.Start.Value;
        var end = body.LastIndexOf('\n', start + LongestPassage - 1, LongestPassage);
        return start..(end > start ? end : start + LongestPassage);
    }

    /// <summary>«No. A sensor stores …» answers the question of its heading, which may not be the customer's.</summary>
    [GeneratedRegex(@"^(?:yes|no|ja|nein|oui|non|s[ií])\b[.,!]", RegexOptions.IgnoreCase)]
    private static partial Regex AnswersItsHeading();

    private static int Length(Range range) => range.End.Value - range.Start.Value;
}
