using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Knowledge.Passages;

/// <summary>The words of a text that look like names of products, places or companies, as stems.</summary>
internal static class NamedThings
{
    private const int LongestAcronym = 4;   // «MTB», «EU»: kinds and abbreviations more often than names

    /// <returns>
    /// Runs of words that follow each other: words with a capital inside a sentence, words with capitals or digits within
    /// («GloBeam», «3000X»), and a capital word at a sentence's beginning where another name follows. Abbreviations and what has
    /// synonyms are no names, but lie within one («Carbon Bike Helmet»). Cost: linear.
    /// </returns>
    public static IReadOnlyList<IReadOnlyList<string>> RunsIn(string text)
    {
        var sentences = Sentences.Of(text).Select(sentence => Terms.Written(sentence).ToList()).ToList();
        var capitalsTell = CapitalsTell(sentences);
        var runs = new List<IReadOnlyList<string>>();
        foreach (var words in sentences)
        {
            var run = new List<string>();
            for (var i = 0; i < words.Count; i++)
            {
                if (Tells(words[i]) && (IsOdd(words[i]) || IsModelNumber(words, i) || (capitalsTell && IsCapitalName(words, i)))) run.Add(words[i]);
                else Close();
            }
            Close();

            void Close()
            {
                if (run.Exists(word => !IsAcronym(word))) runs.Add([.. run.Select(word => Terms.Stem(word.ToLowerInvariant()))]);
                run.Clear();
            }
        }
        return runs;
    }

    /// <summary>The single names in runs.</summary>
    public static IReadOnlySet<string> Of(IReadOnlyList<IReadOnlyList<string>> runs) =>
        runs.SelectMany(run => run).Where(name => Synonyms.Of(name).Count == 0).ToHashSet(StringComparer.Ordinal);

    private static bool Tells(string word) => Terms.Tells(word.ToLowerInvariant());

    private static bool IsCapitalName(List<string> words, int i) =>
        IsCapital(words[i]) && (i > 0 || (words.Count > 1 && IsCapital(words[1]) && Tells(words[1])));

    /// <summary>Where most words are capital, each by itself, as nouns are in German, capitals name nothing; names come in runs, or alone among many.</summary>
    private static bool CapitalsTell(List<List<string>> sentences)
    {
        var (alone, all) = (0, 0);
        foreach (var words in sentences)
        {
            for (var i = 1; i < words.Count; i++)
            {
                if (!Tells(words[i])) continue;
                all++;
                if (IsCapital(words[i]) && !IsNamePart(words, i - 1) && !IsNamePart(words, i + 1)) alone++;
            }
        }
        return alone < FewAlone || alone * 2 <= all;
    }

    private static bool IsNamePart(List<string> words, int i) => i > 0 && i < words.Count && (IsCapital(words[i]) || words[i].All(char.IsAsciiDigit));

    private const int FewAlone = 3;

    private static bool IsCapital(string word) => char.IsUpper(word[0]);

    private static bool IsOdd(string word) =>
        (word.Any(char.IsAsciiDigit) && word.Any(char.IsAsciiLetterUpper)) || (word.Skip(1).Any(char.IsUpper) && word.Any(char.IsLower));

    /// <summary>«Alpine 3000»: a number behind a capital word.</summary>
    private static bool IsModelNumber(List<string> words, int i) => i > 0 && words[i].Length > 1 && words[i].All(char.IsAsciiDigit) && IsCapital(words[i - 1]);

    private static bool IsAcronym(string word) => word.Length <= LongestAcronym && word.All(char.IsUpper);
}
