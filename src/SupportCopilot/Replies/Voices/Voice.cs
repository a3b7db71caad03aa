using SupportCopilot.Replies.Drafting;

namespace SupportCopilot.Replies.Voices;

/// <summary>How letters of one ticket's brand sound: what the tenant set, and the product's own words where it set nothing.</summary>
/// <param name="brand">The ticket's brand.</param>
/// <param name="rows">What was set, for this brand and for any.</param>
internal sealed class Voice(string? brand, IReadOnlyList<BrandVoice> rows)
{
    /// <summary>Neither thanks nor a closing: greeting, answer, name.</summary>
    public const string Short = "short";

    /// <summary>Nothing was set.</summary>
    public static Voice Usual { get; } = new(null, []);

    public string? Brand => brand;

    /// <summary>The tone of letters in a language; null for the usual one.</summary>
    public string? ToneIn(string? language) => First(language, row => row.Tone);

    /// <summary>The words around an answer.</summary>
    public ReplyPhrases In(string? language)
    {
        var tone = ToneIn(language);
        var phrases = tone is ReplyTone.Friendly or ReplyTone.Formal ? ReplyTone.Of(tone, language) : ReplyPhrases.In(language);
        if (tone == Short) phrases = phrases with { Thanks = "", Closing = "" };
        return phrases with
        {
            OwnGreeting = First(language, row => row.Greeting),
            Closing = First(language, row => row.Closing) ?? phrases.Closing,
            OwnSignature = Signature(language),
        };
    }

    /// <summary>The same in a tone that somebody asked for: the brand's greeting and closing are of its own tone, and give way to it.</summary>
    public ReplyPhrases In(string tone, string? language) => ReplyTone.Of(tone, language) with { OwnSignature = Signature(language) };

    /// <summary>What the tenant set for a language, for a model to write by.</summary>
    public (string? Tone, string? Greeting, string? Closing, string? Signature) SetFor(string? language) =>
        (ToneIn(language), First(language, row => row.Greeting), First(language, row => row.Closing), Signature(language));

    private string? Signature(string? language) => First(language, row => row.Signature)?.Replace("{brand}", brand ?? "", StringComparison.Ordinal);

    /// <summary>Of the brand in the language, of the brand, of any brand in the language, of any.</summary>
    private string? First(string? language, Func<BrandVoice, string?> of) => rows
        .Where(row => (row.Brand.Length == 0 || row.Brand == brand) && (row.Language.Length == 0 || row.Language == (language ?? "en")) && of(row) is { Length: > 0 })
        .OrderByDescending(row => row.Brand.Length > 0).ThenByDescending(row => row.Language.Length > 0).Select(of).FirstOrDefault();
}
