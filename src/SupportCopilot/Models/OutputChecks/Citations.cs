namespace SupportCopilot.Models.OutputChecks;

/// <summary>Holds a sentence's citations against what was retrieved, and its quote against what it cites.</summary>
internal static class Citations
{
    private const int ShortestQuote = 8;   // shorter words stand anywhere

    public static DropReason? Fault(SaidSentence sentence, KnownSources known)
    {
        if (sentence.Cites.Count == 0 || sentence.Cites.Any(id => !known.Passages.ContainsKey(id))) return DropReason.Uncited;
        if (sentence.Quote is not { } quote) return null;

        var words = PlainText.ForSearch(quote);
        return words.Length >= ShortestQuote && sentence.Cites.Any(id => known.Passages[id].Contains(words, StringComparison.OrdinalIgnoreCase)) ? null : DropReason.QuoteNotFound;
    }
}
