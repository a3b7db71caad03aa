using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Access.Conversations;

/// <summary>How the product posts by itself (section <c>SupportCopilot:Posting</c>).</summary>
public sealed class PostOptions
{
    /// <summary>
    /// How long a post may take with all its tries, in seconds; then it is cut short and unconfirmed. A post found under
    /// way for twice as long belongs to a process that is no more.
    /// </summary>
    [Range(1, 600)]
    public int AnswerWithinSeconds { get; set; } = 60;

    internal TimeSpan AnswerWithin => TimeSpan.FromSeconds(AnswerWithinSeconds);

    /// <summary>Twice the time: clocks of two machines differ, and a process can be paused between its clock and its send.</summary>
    internal TimeSpan DeadAfter => 2 * AnswerWithin;
}
