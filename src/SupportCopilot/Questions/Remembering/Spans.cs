using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Remembering;

/// <summary>The runs of words of a text, folded and joined by single spaces, as values are looked up by.</summary>
internal static class Spans
{
    public static IEnumerable<string> Of(string text)
    {
        var words = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        for (var start = 0; start < words.Count; start++)
            for (var count = 1; count <= ValueIndex.Longest && start + count <= words.Count; count++) yield return string.Join(' ', words.GetRange(start, count));
    }
}
