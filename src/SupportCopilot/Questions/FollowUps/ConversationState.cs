using System.Text.Json.Serialization;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>What a conversation is about: what its next message can lean on.</summary>
internal sealed record ConversationState
{
    /// <summary>The plan of the newest answer; null where none was given yet.</summary>
    public Plan? Plan { get; init; }

    /// <summary>The plan before that one, in the same line of questions: what «both» joins it with.</summary>
    public Plan? Earlier { get; init; }

    /// <summary>The question that has this plan, by its id.</summary>
    public string? QuestionId { get; init; }

    /// <summary>The choices that were offered last; empty once something else was said.</summary>
    public IReadOnlyList<OfferedChoice> Offered { get; init; } = [];

    /// <summary>What the asker could see: in another sight the plan's names might tell what is hidden there.</summary>
    public string Sight { get; init; } = "";
}

/// <summary>A choice that was offered.</summary>
/// <param name="Label">What it means.</param>
/// <param name="Text">The question that asks for it.</param>
internal sealed record OfferedChoice(string Label, string Text);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ConversationState))]
internal sealed partial class ConversationJson : JsonSerializerContext;
