using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Questions.Background;

/// <summary>Changes the message that tells of a question. Doing so twice does the same, so what is not confirmed is tried again.</summary>
public interface IShowAnswers
{
    /// <param name="conversation">Where it stands.</param>
    /// <param name="place">The conversation's own id, with its thread.</param>
    /// <param name="messageId">The message.</param>
    /// <param name="answer">What it is to show.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it is shown, or never can be; false where it may be tried again.</returns>
    Task<bool> ShowAsync(Conversation conversation, string place, string messageId, Answer answer, CancellationToken ct);
}

/// <summary>A product without a bot has no messages.</summary>
internal sealed class NowhereToShow : IShowAnswers
{
    public Task<bool> ShowAsync(Conversation conversation, string place, string messageId, Answer answer, CancellationToken ct) => Task.FromResult(true);
}

/// <summary>An answer as a message of its own, where the one that told of its making is not known to have arrived.</summary>
/// <param name="Answer">The answer.</param>
public sealed record AnswerPost(Answer Answer) : IPost;
