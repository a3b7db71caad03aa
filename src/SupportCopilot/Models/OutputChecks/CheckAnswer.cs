namespace SupportCopilot.Models.OutputChecks;

/// <summary>
/// Holds what a model said against what it may stand on, sentence by sentence, in plain code: a model that was talked into
/// something by a ticket says it in vain. What does not stand is left out; the rest is kept as it is.
/// </summary>
public static class CheckAnswer
{
    /// <summary>Checks an answer whose every sentence cites what it stands on.</summary>
    public static CheckedAnswer Cited(IReadOnlyList<SaidSentence> said, AnswerSources sources)
    {
        var known = new KnownSources(sources);
        return Sorted(said, sentence => SafeText.Fault(sentence.Text, known) ?? Citations.Fault(sentence, known) ?? Grounding.Fault(sentence.Text, sentence.Cites, known));
    }

    /// <summary>Checks words about a ticket, such as a summary: they stand on the thread and the passages together, without citations.</summary>
    public static CheckedAnswer About(IReadOnlyList<SaidSentence> said, AnswerSources sources)
    {
        var known = new KnownSources(sources);
        return Sorted(said, sentence => SafeText.Fault(sentence.Text, known) ?? Grounding.FaultAnywhere(sentence.Text, known));
    }

    /// <summary>Checks a text for what is never let through, wherever it stands: links, addresses, markup, hidden characters, other parts.</summary>
    /// <returns>Why it is not let through; null where it is.</returns>
    public static DropReason? Piece(string text, AnswerSources sources) => PieceWith(sources)(text);

    /// <summary>The same for text that comes piece by piece: the sources are read once.</summary>
    public static Func<string, DropReason?> PieceWith(AnswerSources sources)
    {
        var known = new KnownSources(sources);
        return text => SafeText.Fault(text, known);
    }

    private static CheckedAnswer Sorted(IReadOnlyList<SaidSentence> said, Func<SaidSentence, DropReason?> fault)
    {
        var (kept, dropped) = (new List<SaidSentence>(), new List<DroppedSentence>());
        foreach (var sentence in said)
            if (fault(sentence) is { } why) dropped.Add(new(sentence.Text, why));
            else kept.Add(sentence);
        return new(kept, dropped);
    }
}
