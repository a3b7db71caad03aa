namespace SupportCopilot.Models.OutputChecks;

/// <summary>A sentence that a model said.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Cites">The ids of the passages it names.</param>
/// <param name="Quote">The words of a passage it stands on; null where none were asked for.</param>
public sealed record SaidSentence(string Text, IReadOnlyList<string> Cites, string? Quote = null);

/// <summary>What is left of an answer.</summary>
/// <param name="Kept">The sentences that stood.</param>
/// <param name="Dropped">The sentences that did not, and why.</param>
public sealed record CheckedAnswer(IReadOnlyList<SaidSentence> Kept, IReadOnlyList<DroppedSentence> Dropped)
{
    /// <summary>The sentences that stood, one after another.</summary>
    public string Text => string.Join(' ', Kept.Select(sentence => sentence.Text));
}

/// <summary>A sentence that was not let through.</summary>
/// <param name="Text">The sentence: a model's words, perhaps a stranger's; never shown or logged.</param>
/// <param name="Why">Why.</param>
public sealed record DroppedSentence(string Text, DropReason Why);

/// <summary>Why a sentence was not let through.</summary>
public enum DropReason
{
    /// <summary>It holds characters that nobody sees, or that turn the text around.</summary>
    Invisible,

    /// <summary>It holds a picture, a link in Markdown, HTML or code.</summary>
    Markup,

    /// <summary>It holds a link that stands in no passage.</summary>
    Link,

    /// <summary>It holds a link whose host looks like one of a passage and is another.</summary>
    LookAlike,

    /// <summary>It holds a mail address that stands in no passage.</summary>
    MailAddress,

    /// <summary>It plays another part in the talk: «system:».</summary>
    Role,

    /// <summary>It tells what the model was instructed to do.</summary>
    Leak,

    /// <summary>It holds a placeholder that stands for nothing.</summary>
    Placeholder,

    /// <summary>It cites nothing, or what was not retrieved.</summary>
    Uncited,

    /// <summary>Its quote does not stand in what it cites.</summary>
    QuoteNotFound,

    /// <summary>It holds a number that stands in no source.</summary>
    Number,

    /// <summary>Its words are not those of what it cites.</summary>
    Ungrounded,
}
