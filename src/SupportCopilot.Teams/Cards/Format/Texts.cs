namespace SupportCopilot.Teams.Cards.Format;

/// <summary>
/// The product's own words. Teams reads them as markdown, so nothing that a customer or a colleague wrote may stand in one:
/// that goes into a <see cref="RichTextBlock"/>.
/// </summary>
/// <param name="Text">The words.</param>
internal sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; init; } = true;

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    /// <summary>heading lets screen readers jump to it.</summary>
    public string? Style { get; init; }
}

/// <summary>Anybody's words, shown letter by letter: the format reads no markdown in them, so no link and no emphasis can be smuggled in.</summary>
/// <param name="Inlines">The pieces of one paragraph.</param>
internal sealed record RichTextBlock(IReadOnlyList<TextRun> Inlines) : CardElement
{
    public HorizontalAlignment? HorizontalAlignment { get; init; }
}

/// <summary>A piece of a paragraph.</summary>
/// <param name="Text">The words, shown as they are.</param>
internal sealed record TextRun(string Text)
{
    public string Type => "TextRun";

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public bool? Italic { get; init; }

    /// <summary>What a press on the words does. Only an address of ours or of the desk may stand here, never one from somebody's words.</summary>
    public CardAction? SelectAction { get; init; }
}
