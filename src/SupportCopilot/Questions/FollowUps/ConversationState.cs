using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>What a conversation is about: what its next message can lean on.</summary>
internal sealed record ConversationState
{
    /// <summary>The plan of the newest answer; null where none was given yet.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The question that has this plan, by its id.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The choices that were offered last, in the words that ask for each; empty once something else was said.</summary>
    public IReadOnlyList<string> Offered { get; init; } = [];
}
