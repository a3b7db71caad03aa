using SupportCopilot.Replies.Drafting;

namespace SupportCopilot.Replies.Rewriting;

/// <summary>How an agent wants a suggested reply to be other than it is. At least one of the wishes is given.</summary>
/// <param name="SuggestionId">The suggestion to start from; null starts from the one that the sidebar shows.</param>
/// <param name="Tone">friendly, formal, apologetic or simple; null keeps it.</param>
/// <param name="Length">shorter or longer; null keeps it.</param>
/// <param name="Language">Two letters, as de; null keeps it.</param>
/// <param name="Instruction">Anything else, in the agent's words; at most 500 characters.</param>
public sealed record RewriteWish(Guid? SuggestionId, string? Tone, string? Length, string? Language, string? Instruction)
{
    /// <summary>Plain words and short sentences.</summary>
    public const string Simple = "simple";

    /// <summary>Fewer words than before.</summary>
    public const string Shorter = "shorter";

    /// <summary>More of the source than before.</summary>
    public const string Longer = "longer";

    private const int LongestInstruction = 500;

    private static readonly string[] Tones = [ReplyTone.Friendly, ReplyTone.Formal, ReplyTone.Apologetic, Simple];
    private static readonly string[] Lengths = [Shorter, Longer];

    /// <summary>What is wrong with it, for the one who sent it; null where it can be tried.</summary>
    internal string? Fault()
    {
        if (Tone is null && Length is null && Language is null && string.IsNullOrWhiteSpace(Instruction)) return "Say what is to be other: tone, length, language or instruction.";
        if (Tone is not null && !Tones.Contains(Tone)) return $"tone is one of {string.Join(", ", Tones)}.";
        if (Length is not null && !Lengths.Contains(Length)) return $"length is one of {string.Join(", ", Lengths)}.";
        if (Language is not null && !(Language.Length == 2 && Language.All(char.IsAsciiLetterLower))) return "language is two small letters, as de.";
        return Instruction?.Length > LongestInstruction ? $"instruction has at most {LongestInstruction} characters." : null;
    }
}

/// <summary>A reply that was rewritten.</summary>
/// <param name="SuggestionId">What a verdict on it, or a further rewriting, names; null when there was nothing to rewrite.</param>
/// <param name="Text">The reply, with [n] behind what citation n supports.</param>
/// <param name="Citations">What it stands on, numbered from 1.</param>
/// <param name="Source">Which way made it: <c>extractive</c> or <c>model</c>.</param>
/// <param name="SilentBecause">Why there is none; null when there is one.</param>
/// <param name="NotDone">The wishes that were not met, each with the reason.</param>
public sealed record RewrittenReply(Guid? SuggestionId, string? Text, IReadOnlyList<Citation> Citations, string Source, string? SilentBecause, IReadOnlyList<WishNotMet> NotDone)
{
    /// <summary>What is to be asked of the agent before it goes to a customer: it quotes what not everybody may read; null where nothing is.</summary>
    public string? Confirm { get; init; }
}

/// <summary>A wish that was not met.</summary>
/// <param name="Wish">tone, length, language or instruction.</param>
/// <param name="Because">noModel, modelFailed, nothingMore or nothingLess: a word that the sidebar says in the agent's language.</param>
public sealed record WishNotMet(string Wish, string Because);

/// <summary>What came of it: one of the three is set.</summary>
/// <param name="Reply">The reply.</param>
/// <param name="Refused">Why it cannot be tried, for the one who asked.</param>
/// <param name="NotFound">Whether the ticket is not there or out of sight.</param>
public sealed record Rewriting(RewrittenReply? Reply, string? Refused = null, bool NotFound = false);
