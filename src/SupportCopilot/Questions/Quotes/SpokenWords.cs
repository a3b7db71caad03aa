using SupportCopilot.Learning.Text;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Questions.Quotes;

/// <summary>The words of what was said, brought to common stems; none is left out, for each word of a question counts.</summary>
internal static class SpokenWords
{
    /// <summary>The distinct stems of a text. Cost: linear.</summary>
    public static HashSet<string> Of(string text)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        var folded = TextFolding.Fold(text, keepNumbers: true);
        for (var i = 0; i < folded.Length;)
        {
            if (!char.IsLetterOrDigit(folded[i]))
            {
                i++;
                continue;
            }

            var start = i;
            while (i < folded.Length && (char.IsLetterOrDigit(folded[i]) || (folded[i] is '\'' && i + 1 < folded.Length && char.IsLetter(folded[i + 1])))) i++;
            stems.Add(Terms.Stem(folded[start..i]));
        }

        return stems;
    }

    /// <summary>The stems that somebody must have used who speaks about a topic: its words, without the small ones that everybody uses. «no» and «not» are none of those.</summary>
    public static IReadOnlyList<string> OfTopic(string topic)
    {
        var words = WordReader.Read(topic).Where(word => !word.IsMark && word.Text is not "'s").Select(word => word.Text).ToList();
        var content = words.Where(word => !StopWords.Contain(word) || IsNegation(word)).ToList();
        if (content.All(IsNegation)) content = [.. words.Where(word => word.Length > 2)];
        return [.. content.Select(Terms.Stem).Distinct()];
    }

    private static bool IsNegation(string word) => word is "no" or "not" or "without" or "never" or "cannot";
}
