namespace SupportCopilot.Questions.Parsing.Words;

/// <summary>
/// A word, a number or one punctuation mark of a question. Letters and digits in a row are one word (<c>q3</c>, <c>9am</c>,
/// <c>p90</c>, <c>2nd</c>); every mark stands alone, so that <c>2026-03-09</c> is five words and <c>1,000</c> three: who
/// needs them together looks at <see cref="Touches"/>.
/// </summary>
/// <param name="Text">Folded: lower case, no accents, plain quotes; every dash is <c>-</c>, a possessive is <c>'s</c>.</param>
/// <param name="Raw">As written.</param>
/// <param name="Start">Where it begins in the question, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
internal readonly record struct Word(string Text, string Raw, int Start, int Length)
{
    /// <summary>Where it ends: the first unit after it.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is a mark rather than a word or a number.</summary>
    public bool IsMark => Text.Length == 1 && !char.IsLetterOrDigit(Text[0]);

    /// <summary>Whether it is written in digits alone.</summary>
    public bool IsNumber => Text.All(char.IsAsciiDigit);

    /// <summary>Whether the next word follows without a space.</summary>
    public bool Touches(Word next) => End == next.Start;
}
