using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>A sentence's words with the text they came from, so that a name keeps its own spelling.</summary>
internal sealed class Tokens(string text)
{
    private static readonly string[] Ends = [".", "!", "?", ";"];

    private readonly IReadOnlyList<Word> _words = Trimmed(WordReader.Read(text));

    public int Count => _words.Count;

    public string this[int at] => (uint)at < (uint)_words.Count ? _words[at].Text : "";

    public bool Touches(int at) => at > 0 && at < _words.Count && _words[at - 1].Touches(_words[at]);

    /// <summary>The words as they were written, from one up to another.</summary>
    public string Raw(int start, int end) => end <= start ? "" : text[_words[start].Start.._words[end - 1].End];

    /// <summary>The folded words joined by single spaces, without marks.</summary>
    public string Key(int start, int end) => WordReader.Key(Raw(start, end));

    /// <summary>How many of the words stand here in this order; 0 where another does.</summary>
    public int Match(int at, string phrase)
    {
        var parts = phrase.Split(' ');
        for (var i = 0; i < parts.Length; i++) if (this[at + i] != parts[i]) return 0;
        return parts.Length;
    }

    /// <summary>The longest of the phrases that stands here, by its words; 0 for none.</summary>
    public int MatchAny(int at, params ReadOnlySpan<string> phrases)
    {
        var longest = 0;
        foreach (var phrase in phrases) longest = Math.Max(longest, Match(at, phrase));
        return longest;
    }

    /// <summary>The place after every one of the phrases that stands here.</summary>
    public int Skip(int at, params ReadOnlySpan<string> phrases)
    {
        while (MatchAny(at, phrases) is > 0 and var taken) at += taken;
        return at;
    }

    private static List<Word> Trimmed(IReadOnlyList<Word> words)
    {
        var kept = words.ToList();
        while (kept.Count > 0 && Ends.Contains(kept[^1].Text)) kept.RemoveAt(kept.Count - 1);
        return kept;
    }
}
