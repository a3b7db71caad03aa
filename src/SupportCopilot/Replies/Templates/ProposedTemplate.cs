namespace SupportCopilot.Replies.Templates;

/// <summary>A prepared answer that fits a ticket, filled for it.</summary>
/// <param name="Id">macro/12, own/7 or builtin/billing.</param>
/// <param name="Kind">macro, own or builtin.</param>
/// <param name="Title">What agents know it by.</param>
/// <param name="Text">The answer; what could not be filled stands as a blank, […ticket.link…].</param>
/// <param name="Score">How well it fits, 0–1.</param>
/// <param name="Because">used: agents answered alike tickets with it; words: it takes up what the customer asks; category: it is made for tickets of this kind.</param>
public sealed record ProposedTemplate(string Id, string Kind, string Title, string Text, double Score, string Because)
{
    /// <summary>A macro of the desk.</summary>
    public const string Macro = "macro";

    /// <summary>Written by the tenant.</summary>
    public const string Own = "own";

    /// <summary>The product's own.</summary>
    public const string BuiltIn = "builtin";

    /// <summary>What a verdict on it, or what was sent, names.</summary>
    public Guid? SuggestionId { get; init; }

    /// <summary>friendly, formal or apologetic; null where nothing was said.</summary>
    public string? Tone { get; init; }

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    public string? Language { get; init; }

    /// <summary>How many of <see cref="Of"/> alike tickets agents answered with it.</summary>
    public int Times { get; init; }

    /// <summary>How many alike tickets have an answer.</summary>
    public int Of { get; init; }

    /// <summary>Whether it fits better than the reply that was suggested, or there is none.</summary>
    public bool FitsBetter { get; init; }

    /// <summary>The places that are to be filled in before it is sent, by their names at the desk.</summary>
    public IReadOnlyList<string> Blanks { get; init; } = [];

    /// <summary>What the macro changes besides; it is told, and the agent does it.</summary>
    public IReadOnlyList<TemplateEffect> Effects { get; init; } = [];
}
