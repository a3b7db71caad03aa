using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Triage.Reading;

/// <summary>
/// What a text speaks of, by RAKE (Rose, Engel, Cramer and Cowley 2010): runs of words between function words and
/// punctuation, each word scored by how long the company it keeps is (degree / frequency), each run by the sum.
/// n words cost O(n), and O(p log p) for p phrases.
/// </summary>
internal static class KeyPhrases
{
    /// <summary>The rule's id.</summary>
    public const string Rule = "key-phrases/rake";

    private const int Most = 5;

    // RAKE favours long runs; beyond three words they are half sentences.
    private const int LongestPhrase = 3;
    private const int ShortestWord = 3;
    private const int LongestWord = 30;
    private const int WordsRead = 600;

    // Words that every ticket has: they name nothing.
    private static readonly HashSet<string> Empty = new(StringComparer.OrdinalIgnoreCase)
    {
        "hello", "hey", "dear", "recently", "purchased", "bought", "receive", "received", "team", "support", "regards", "thank", "thanks", "please", "help", "want", "need", "know", "like", "tell", "make", "made", "get", "got", "getting",
        "try", "tried", "trying", "use", "used", "using", "see", "said", "say", "says", "going", "come", "came", "think", "able", "today", "yesterday", "really", "also",
        "question", "problem", "issue", "problems", "issues", "http", "https", "www", "com", "day", "days", "time", "times", "good", "new", "many", "much", "something", "anything",
        "hallo", "bitte", "danke", "frage", "bonjour", "merci", "hola", "gracias", "still", "even", "since", "every", "back", "find", "look", "looking", "work", "works", "working",
    };

    /// <summary>At most five phrases in lower case, most telling first.</summary>
    public static IReadOnlyList<string> Of(WordList words, string? language)
    {
        var stop = LanguageGuess.FunctionWords(language ?? "en");
        var english = LanguageGuess.FunctionWords("en");
        var runs = Runs(words, word => stop.Contains(word) || english.Contains(word) || Empty.Contains(word));

        var frequency = new Dictionary<string, int>();
        var degree = new Dictionary<string, int>();
        foreach (var word in runs.SelectMany(run => run.Select(word => (Word: word, Company: run.Count))))
        {
            frequency[word.Word] = frequency.GetValueOrDefault(word.Word) + 1;
            degree[word.Word] = degree.GetValueOrDefault(word.Word) + word.Company;
        }

        // A phrase that is said again counts again: tickets are short, and what they repeat matters.
        return
        [
            .. runs.GroupBy(run => string.Join(' ', run))
                .OrderByDescending(same => same.First().Sum(word => (double)degree[word] / frequency[word]) + same.Count() - 1)
                .Take(Most)
                .Select(same => same.Key),
        ];
    }

    private static List<List<string>> Runs(WordList words, Func<string, bool> isStop)
    {
        var runs = new List<List<string>>();
        var run = new List<string>();
        for (var i = 0; i < Math.Min(words.Count, WordsRead); i++)
        {
            var word = words.Written(i).ToString().ToLowerInvariant();
            if (i > 0 && IsBroken(words, i)) End();
            if (isStop(word.Replace('’', '\'')) || word.Length is < ShortestWord or > LongestWord || word.Any(char.IsDigit) || IsPartOfAddress(words, i)) End();
            else run.Add(word);
            if (run.Count == LongestPhrase) End();
        }

        End();
        return runs;

        void End()
        {
            if (run.Count > 0) runs.Add(run);
            run = [];
        }
    }

    private static bool IsBroken(WordList words, int at)
    {
        var (before, word) = (words.Words[at - 1], words.Words[at]);
        var between = words.Text.AsSpan(before.Start + before.Length, word.Start - before.Start - before.Length);
        return between is not (" " or "-");
    }

    // Mail and web addresses are personal or noise; in words they fall apart at @, dots and slashes.
    private static bool IsPartOfAddress(WordList words, int at)
    {
        var text = words.Text;
        var start = text.AsSpan(0, words.Words[at].Start).LastIndexOfAny(' ', '\n') + 1;
        var end = text.AsSpan(start).IndexOfAny(' ', '\n');
        var token = text.AsSpan(start, end < 0 ? text.Length - start : end);
        return token.Contains('@') || token.Contains("://", StringComparison.Ordinal) || token.Contains("www.", StringComparison.OrdinalIgnoreCase);
    }
}
