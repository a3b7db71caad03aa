using System.Globalization;
using System.Text;

namespace SupportCopilot.Triage.Rules;

/// <summary>A word's place in its text.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="Length">Its length in characters.</param>
/// <param name="Sentence">The sentence it stands in, from 0.</param>
internal readonly record struct Word(int Start, int Length, int Sentence);

/// <summary>The words of a text: runs of letters, digits and inner apostrophes, in lower case and without accents. Linear in its length.</summary>
internal sealed class WordList
{
    // Letters up to Latin Extended-B, each folded to one letter, so that places in the folded text are places in the text.
    private static readonly char[] Folding = [.. Enumerable.Range(0, 0x250).Select(code => FoldOne((char)code))];

    private readonly string _folded;

    private WordList(string text, string folded, List<Word> words)
    {
        Text = text;
        _folded = folded;
        Words = words;
    }

    /// <summary>The text as it stands.</summary>
    public string Text { get; }

    /// <summary>Its words in order.</summary>
    public List<Word> Words { get; }

    /// <summary>How many there are.</summary>
    public int Count => Words.Count;

    /// <summary>A word, folded.</summary>
    public ReadOnlySpan<char> this[int index] => _folded.AsSpan(Words[index].Start, Words[index].Length);

    /// <summary>A word as its writer wrote it.</summary>
    public ReadOnlySpan<char> Written(int index) => Text.AsSpan(Words[index].Start, Words[index].Length);

    /// <summary>Several words as their writer wrote them, with what stands between.</summary>
    public string Written(int first, int count) =>
        Text[Words[first].Start..(Words[first + count - 1].Start + Words[first + count - 1].Length)].ReplaceLineEndings(" ");

    /// <summary>The words of a text.</summary>
    public static WordList Of(string text)
    {
        var folded = string.Create(text.Length, text, (into, from) =>
        {
            for (var i = 0; i < from.Length; i++) into[i] = Fold(from[i]);
        });
        var words = new List<Word>(text.Length / 5);
        var sentence = 0;
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                if (folded[i] is '.' or '!' or '?' or '\n' or ';') sentence++;
                i++;
                continue;
            }

            var end = i + 1;
            while (end < folded.Length && IsInside(folded, end)) end++;
            words.Add(new Word(i, end - i, sentence));
            i = end;
        }

        return new WordList(text, folded, words);
    }

    private static bool IsInside(string text, int at) =>
        char.IsLetterOrDigit(text[at]) || (text[at] == '\'' && at + 1 < text.Length && char.IsLetter(text[at + 1]));

    private static char Fold(char c) => c switch
    {
        '’' or '‘' or '`' => '\'',
        _ when c < Folding.Length => Folding[c],
        _ => char.ToLowerInvariant(c),
    };

    private static char FoldOne(char c) => c switch
    {
        'ß' => 's',
        'ø' or 'Ø' => 'o',
        'ł' or 'Ł' => 'l',
        _ when !char.IsLetter(c) => c == '´' ? '\'' : c,
        _ => char.ToLowerInvariant(c.ToString().Normalize(NormalizationForm.FormD).First(part => CharUnicodeInfo.GetUnicodeCategory(part) is not UnicodeCategory.NonSpacingMark)),
    };
}
