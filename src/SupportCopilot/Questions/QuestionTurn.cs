using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Remembering;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions;

/// <summary>One message with all that its answer needs to know.</summary>
/// <param name="Ask">What was asked.</param>
/// <param name="Context">Now, the zone and the customs of the calendar.</param>
/// <param name="Values">The tenant's values, as far as the caller may see them.</param>
/// <param name="Before">How the conversation stood; null outside of one, and where nothing was said in it yet.</param>
internal sealed record QuestionTurn(Ask Ask, PlanContext Context, ValueIndex Values, ConversationState? Before)
{
    /// <summary>How the asker wants doubtful words read.</summary>
    public IReadOnlyList<RememberedChoice> Remembered { get; init; } = [];

    /// <summary>Whether nobody asked, and nothing is to be kept.</summary>
    public bool IsTrial { get; init; }
}

/// <summary>What came of a turn.</summary>
/// <param name="Answer">The answer, without its time.</param>
/// <param name="Run">What its plan gave; null where none was run.</param>
internal sealed record Outcome(Answer Answer, PlanRun? Run);
