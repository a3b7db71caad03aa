using System.Text.RegularExpressions;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>
/// Holds a reply in free words, with the ids of its sources in square brackets, against those sources: a sentence that cites
/// stands on what it cites, and one that does not is a courtesy or a question about the ticket. A strange question that a
/// ticket asks, or a sentence that it dictates, is neither.
/// </summary>
/// <param name="sources">What the reply may stand on.</param>
/// <param name="names">Names that it may say: the customer's, the agent's, the brand's.</param>
internal sealed partial class SpokenSentences(AnswerSources sources, IEnumerable<string> names)
{
    private const double Known = 0.75;   // of the words that mean something, in what is cited or in the ticket or courteous
    private const int MostOthers = 1;    // an uncited sentence says one new thing at most

    // What agents say beside the matter, and what they ask for.
    private static readonly HashSet<string> Courteous = Stems.Of(
        "hello hi hey dear good morning afternoon evening day thank thanks appreciate grateful patience understanding sorry apologise apologize apologies inconvenience trouble frustrating annoying understand happy glad pleased gladly help helps helping assist support team question questions further anything " +
        "else let know need write reply reach contact regards best kind kindest sincerely cheers wishes hope hopes welcome back soon great nice yes unfortunately sure course want would like look looking forward message today tell send share screenshot browser version device app program system use using " +
        "used try tried trying see seen error happen happens happened exactly number order name date time account mail step steps which detail details information check work works issue problem short more following here settle sources answer find found");

    private readonly KnownSources _known = new(sources);
    private readonly HashSet<string> _names = [.. names.SelectMany(name => Stems.WordsOf(PlainText.Of(name))).Select(Stems.Cut)];

    /// <summary>Why what has been said so far cannot stand; null where it can.</summary>
    /// <param name="before">What was said and held before.</param>
    /// <param name="text">That with what came since.</param>
    /// <param name="isWhole">Whether nothing more comes: then its last sentence is at its end.</param>
    public DropReason? Fault(string before, string text, bool isWhole)
    {
        var (held, said) = (Ended(before, isWhole: false).Count, Ended(text, isWhole));
        foreach (var sentence in said.Skip(held))
            if (Fault(sentence) is { } fault) return fault;
        return null;
    }

    private DropReason? Fault(string sentence)
    {
        var cites = Marks().Matches(sentence).Select(mark => mark.Groups[1].Value).ToList();
        if (cites.Any(id => !_known.Passages.ContainsKey(id))) return DropReason.Uncited;
        var plain = PlainText.Of(Marks().Replace(sentence, " "));
        var cited = cites.Select(_known.StemsOf).ToList();
        var meant = Stems.Meant(plain).Select(word => (Word: word, Stem: Stems.Cut(word))).Where(word => !_names.Contains(word.Stem)).ToList();
        var others = meant.Where(word => !Courteous.Contains(word.Stem) && !_known.ThreadStems.Contains(word.Stem) && !(cited.Count > 0 ? cited : All).Any(stems => stems.Contains(word.Stem))).ToList();
        var fits = cited.Count == 0 ? others.Count <= MostOthers : others.Count <= (1 - Known) * meant.Count && meant.Any(word => cited.Any(stems => stems.Contains(word.Stem)));
        return fits && !others.Any(word => Grounding.IsNoWord(word.Word)) ? null : DropReason.Ungrounded;
    }

    private List<HashSet<string>> All => [.. _known.Passages.Keys.Select(_known.StemsOf)];

    private static List<string> Ended(string text, bool isWhole)
    {
        var sentences = Sentences().Matches(text).Select(sentence => sentence.Value.Trim()).Where(sentence => sentence.Length > 0).ToList();
        if (!isWhole && sentences.Count > 0) sentences.RemoveAt(sentences.Count - 1);   // a mark may still come behind it
        return sentences;
    }

    // Up to the end of the line, or to a full stop before a space, with the marks behind it.
    [GeneratedRegex(@"(?:[^\n.!?]|[.!?](?!\s|$))+(?:[.!?]+)?(?:[ \t]*\[\d{1,3}\])*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\[(\d{1,3})\]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Marks();
}
