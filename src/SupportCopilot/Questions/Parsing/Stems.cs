namespace SupportCopilot.Questions.Parsing;

/// <summary>Takes the plural from a word, so that one entry of the lexicon stands for both numbers. Nothing more: «solve» and «solved» say different things here.</summary>
internal static class Stems
{
    public static string Of(string word)
    {
        if (word.Length < 4 || !word.EndsWith('s') || word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal) || word.EndsWith("is", StringComparison.Ordinal)) return word;
        if (word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4) return word[..^3] + "y";
        if (word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)) return word[..^2];
        return word[..^1];
    }

    /// <summary>Each word of a phrase.</summary>
    public static string OfPhrase(string phrase) => phrase.Contains(' ', StringComparison.Ordinal) ? string.Join(' ', phrase.Split(' ').Select(Of)) : Of(phrase);
}
