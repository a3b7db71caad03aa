using System.Globalization;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Dates.Grammar;

/// <summary>A run of letters, a run of digits, or one mark: <c>q3</c> and <c>2nd</c> are two of them, which a date grammar takes apart.</summary>
/// <param name="Text">Folded; empty for none.</param>
/// <param name="Number">Its value where it is written in at most four digits, else −1.</param>
/// <param name="Digits">How many digits it has; 0 for words and marks.</param>
/// <param name="Word">Which word it belongs to.</param>
/// <param name="Touches">Whether it follows the one before without a space.</param>
/// <param name="StartsWord">Whether a word begins with it.</param>
/// <param name="EndsWord">Whether a word ends with it.</param>
internal readonly record struct Atom(string Text, int Number, int Digits, int Word, bool Touches, bool StartsWord, bool EndsWord)
{
    public static Atom[] Split(IReadOnlyList<Word> words, int most)
    {
        var atoms = new List<Atom>(words.Count + 8);
        for (var index = 0; index < words.Count && index < most; index++)
        {
            var (word, text) = (words[index], words[index].Text);
            var touches = index > 0 && words[index - 1].Touches(word);
            for (var at = 0; at < text.Length;)
            {
                var end = at + 1;
                while (end < text.Length && char.IsAsciiDigit(text[end]) == char.IsAsciiDigit(text[at])) end++;
                atoms.Add(Make(end - at == text.Length ? text : text[at..end], index, at == 0 ? touches : true, at == 0, end == text.Length));
                at = end;
            }
        }
        return [.. atoms];
    }

    private static Atom Make(string text, int word, bool touches, bool starts, bool ends)
    {
        var digits = char.IsAsciiDigit(text[0]) ? text.Length : 0;
        var number = digits is > 0 and <= 4 ? int.Parse(text, CultureInfo.InvariantCulture) : -1;
        return new Atom(text is "~" ? "-" : text, number, digits, word, touches, starts, ends);
    }
}
