using System.Globalization;

namespace SupportCopilot.Triage.Rules;

/// <summary>A phrase of a lexicon that stands in a text.</summary>
/// <param name="Label">The section it belongs to.</param>
/// <param name="Weight">How much it says.</param>
/// <param name="First">Its first word's index.</param>
/// <param name="Count">How many words it has.</param>
internal readonly record struct LexiconHit(string Label, double Weight, int First, int Count);

/// <summary>
/// Weighted phrases by label, read from an embedded file. At each word the longest phrase counts and the search goes on
/// behind it, so «not urgent» is never «urgent» too. Finding costs a few look-ups a word, whatever the lexicon's size.
/// </summary>
internal sealed class Lexicon
{
    private const string Everywhere = "*";
    private readonly Dictionary<string, List<Phrase>> _byWord = [];
    private readonly Dictionary<string, List<Phrase>> _byStem = [];
    private readonly int _shortestStem = int.MaxValue;
    private readonly int _longestStem;

    private Lexicon(IEnumerable<Phrase> phrases)
    {
        foreach (var phrase in phrases)
        {
            var table = phrase.IsStem(0) ? _byStem : _byWord;
            if (!table.TryGetValue(phrase.Words[0], out var same)) table.Add(phrase.Words[0], same = []);
            same.Add(phrase);
            if (!phrase.IsStem(0)) continue;
            _shortestStem = Math.Min(_shortestStem, phrase.Words[0].Length);
            _longestStem = Math.Max(_longestStem, phrase.Words[0].Length);
        }

        Labels = [.. _byWord.Values.Concat(_byStem.Values).SelectMany(same => same).Select(phrase => phrase.Label).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>The sections of the file, in alphabetical order.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Reads the embedded file of this name: <c>[label]</c> lines, each with lines <c>weight: phrase, phrase*, …</c> below; # begins a comment.</summary>
    public static Lexicon Read(string name)
    {
        var phrases = new List<Phrase>();
        var label = "";
        foreach (var line in EmbeddedText.Lines(name))
        {
            if (line.StartsWith('['))
            {
                label = line.Trim('[', ']');
                continue;
            }

            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var weight = double.Parse(line.AsSpan(0, colon), CultureInfo.InvariantCulture);
            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                phrases.Add(Phrase.Of(phrase, label, weight));
                if (phrase.Contains('\'', StringComparison.Ordinal)) phrases.Add(Phrase.Of(phrase.Replace("'", "", StringComparison.Ordinal), label, weight));
            }
        }

        return new Lexicon(phrases);
    }

    /// <summary>The phrases that stand in the text, in order, none inside another; one phrase may count for several labels.</summary>
    public List<LexiconHit> Find(WordList words)
    {
        var hits = new List<LexiconHit>();
        var exact = _byWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var stems = _byStem.GetAlternateLookup<ReadOnlySpan<char>>();
        var candidates = new List<Phrase>();
        for (var i = 0; i < words.Count;)
        {
            candidates.Clear();
            var word = words[i];
            if (exact.TryGetValue(word, out var same)) candidates.AddRange(same);
            for (var length = _shortestStem; length <= Math.Min(word.Length, _longestStem); length++)
            {
                if (stems.TryGetValue(word[..length], out var stemmed)) candidates.AddRange(stemmed);
            }

            i += AddLongest(candidates, words, i, hits);
        }

        return hits;
    }

    private static int AddLongest(List<Phrase> candidates, WordList words, int at, List<LexiconHit> hits)
    {
        var longest = 0;
        foreach (var phrase in candidates)
        {
            if (phrase.Words.Length > longest && phrase.StandsAt(words, at)) longest = phrase.Words.Length;
        }

        foreach (var phrase in candidates)
        {
            if (phrase.Words.Length == longest && phrase.StandsAt(words, at)) hits.Add(new LexiconHit(phrase.Label, phrase.Weight, at, longest));
        }

        return Math.Max(longest, 1);
    }

    private sealed record Phrase(string[] Words, bool[] Stems, string Label, double Weight)
    {
        public bool IsStem(int index) => Stems[index];

        public static Phrase Of(string written, string label, double weight)
        {
            // Split as texts are split: «wi-fi» is two words here as well.
            var words = new List<string>();
            var stems = new List<bool>();
            foreach (var part in written.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var list = WordList.Of(part);
                for (var i = 0; i < list.Count; i++)
                {
                    words.Add(list[i].ToString());
                    stems.Add(i == list.Count - 1 && part.EndsWith(Everywhere, StringComparison.Ordinal));
                }
            }

            return new Phrase([.. words], [.. stems], label, weight);
        }

        public bool StandsAt(WordList text, int at)
        {
            if (at + Words.Length > text.Count) return false;
            for (var i = 0; i < Words.Length; i++)
            {
                var word = text[at + i];
                if (!(Stems[i] ? word.StartsWith(Words[i], StringComparison.Ordinal) : word.SequenceEqual(Words[i]))) return false;
            }

            return true;
        }
    }
}
