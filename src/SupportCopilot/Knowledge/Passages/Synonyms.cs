using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>
/// How customers say what articles say: the list in synonyms.txt, read once. It was written for this product, and only
/// adds to what a question finds: what a desk's own articles hold counts most.
/// </summary>
internal static class Synonyms
{
    private static readonly Dictionary<string, HashSet<string>> Words = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, HashSet<string>> Spellings = new(StringComparer.Ordinal);
    private static readonly ILookup<string, Phrase> Phrases = Read().ToLookup(phrase => phrase.Stems[0], StringComparer.Ordinal);

    private sealed record Phrase(string[] Stems, string[] Says);

    /// <summary>What else may be said for a stem standing alone; empty where nothing is known.</summary>
    public static IReadOnlyCollection<string> Of(string stem) => Words.TryGetValue(stem, out var others) ? others : [];

    /// <summary>How a stem of the list is written out, for an index that holds whole words.</summary>
    public static IReadOnlyCollection<string> Written(string stem) => Spellings.TryGetValue(stem, out var words) ? words : [stem];

    /// <summary>
    /// The known phrases in a run of stems, small words included: the places of their words, and what articles say for them.
    /// One small word may stand within, as in «switch it on». Cost: linear.
    /// </summary>
    public static IEnumerable<(IReadOnlyList<int> Places, IReadOnlyList<string> Says)> PhrasesIn(IReadOnlyList<string> stems)
    {
        for (var i = 0; i < stems.Count; i++)
        {
            foreach (var phrase in Phrases[stems[i]])
                if (PlacesOf(phrase, stems, i) is { } places) yield return (places, phrase.Says);
        }
    }

    private static List<int>? PlacesOf(Phrase phrase, IReadOnlyList<string> stems, int start)
    {
        var places = new List<int> { start };
        var (at, gaps) = (start, 0);
        for (var k = 1; k < phrase.Stems.Length; k++)
        {
            at++;
            if (at < stems.Count && stems[at] != phrase.Stems[k] && Within.Contains(stems[at]) && ++gaps <= 1) at++;
            if (at >= stems.Count || stems[at] != phrase.Stems[k]) return null;
            places.Add(at);
        }
        return places;
    }

    private static readonly HashSet<string> Within = ["it", "the", "my", "them", "this", "our", "your", "me"];

    private static List<Phrase> Read()
    {
        using var stream = typeof(Synonyms).Assembly.GetManifestResourceStream("Knowledge.synonyms") ?? throw new InvalidOperationException("synonyms.txt is not embedded.");
        using var reader = new StreamReader(stream);
        var phrases = new List<Phrase>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line.Split("=>") is [var asked, var said])
            {
                phrases.Add(new Phrase(Stems(asked), [.. said.Split(',').SelectMany(Stems)]));
                continue;
            }
            var entries = line.Split(',').Select(Stems).ToList();
            var single = entries.Where(entry => entry.Length == 1).Select(entry => entry[0]).ToList();
            phrases.AddRange(entries.Where(entry => entry.Length > 1).Select(entry => new Phrase(entry, [.. single])));
            foreach (var word in single) Add(word, single);
        }
        return phrases;
    }

    private static void Add(string word, IEnumerable<string> others)
    {
        if (!Words.TryGetValue(word, out var known)) Words[word] = known = new HashSet<string>(StringComparer.Ordinal);
        known.UnionWith(others.Where(other => other != word));
    }

    private static string[] Stems(string words)
    {
        var spelled = Terms.Spelled(words).ToArray();
        foreach (var word in spelled)
        {
            var stem = Terms.Stem(word);
            if (!Spellings.TryGetValue(stem, out var known)) Spellings[stem] = known = new HashSet<string>(StringComparer.Ordinal);
            known.Add(word);
        }
        return [.. spelled.Select(Terms.Stem)];
    }
}
