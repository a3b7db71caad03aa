using System.Text;
using System.Text.RegularExpressions;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>
/// Takes sentences out of a ticket's words that speak to a model instead of to the desk, so that what they dictate is nothing
/// that an answer can stand on. This is a sieve, not a wall: the wall is that an answer needs a source.
/// </summary>
internal static partial class InstructionLikes
{
    /// <summary>Whether any sentence does.</summary>
    public static bool AreIn(string text) => Speaks().IsMatch(text);

    public static string Without(string thread)
    {
        if (!Speaks().IsMatch(thread)) return thread;
        var rest = new StringBuilder(thread.Length);
        foreach (var sentence in Sentences().EnumerateMatches(thread))
        {
            var text = thread.AsSpan(sentence.Index, sentence.Length);
            if (!Speaks().IsMatch(text)) rest.Append(text).Append(' ');
        }
        return rest.ToString();
    }

    [GeneratedRegex(@"[^.!?\n|]{1,2000}[.!?\n|]?", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sentences();

    [GeneratedRegex(@"\b(?:your|the|each|every) (?:answer|response|reply|output|message|summary|completion)s?\b|\bin your (?:next )?(?:answer|response|reply)|\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instruction|rule|prompt|previous|above|prior)|\bsystem prompt\b|\byou are (?:now|an? (?:ai|assistant|language model|chatbot))|\bas an ai\b|\bact as\b|\bpretend (?:to|you)\b|\b(?:respond|reply|answer) (?:only |just )?(?:with|in|as|by)\b|\b(?:print|repeat|reveal|output) (?:the|your|all)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Speaks();
}
