using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>A term of a question, with what articles may say for it.</summary>
/// <param name="Stem">Its stem; for a phrase of small words («how long») those words.</param>
/// <param name="IsPhrase">Whether it is such a phrase: then only what is said for it can be found.</param>
/// <param name="Others">Other stems for it.</param>
internal sealed record AskedTerm(string Stem, bool IsPhrase, IReadOnlyCollection<string> Others);

/// <summary>The terms of a question.</summary>
internal static class AskedTerms
{
    /// <summary>Each meaningful word once, then the phrases of small words. Cost: linear.</summary>
    public static IReadOnlyList<AskedTerm> Of(string question)
    {
        var words = Terms.Spelled(question).ToList();
        var stems = words.ConvertAll(Terms.Stem);
        var phrases = Synonyms.PhrasesIn(stems).ToList();
        var terms = new Dictionary<string, AskedTerm>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            if (!Terms.Tells(words[i]) || terms.ContainsKey(stems[i])) continue;
            var at = i;
            var others = Synonyms.Of(stems[i]).Concat(phrases.Where(p => p.Places.Contains(at)).SelectMany(p => p.Says)).ToHashSet(StringComparer.Ordinal);
            others.Remove(stems[i]);
            terms[stems[i]] = new AskedTerm(stems[i], false, others);
        }
        var small = phrases.Where(p => !p.Places.Any(i => terms.ContainsKey(stems[i])))
            .Select(p => new AskedTerm(string.Join(' ', p.Places.Select(i => stems[i])), true, [.. p.Says]));
        return [.. terms.Values, .. small.DistinctBy(term => term.Stem)];
    }

    /// <summary>What articles may say for the question, as words to search an index with; empty where nothing else is known.</summary>
    public static string InOtherWords(string question) =>
        string.Join(' ', Of(question).SelectMany(term => term.Others).SelectMany(Synonyms.Written).Distinct(StringComparer.Ordinal).Take(MostOtherWords));

    private const int MostOtherWords = 30;   // a question of a sentence has as many; a long message must not search for the whole list while an agent waits
}
