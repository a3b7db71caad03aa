using System.Runtime.CompilerServices;
using SupportCopilot.Access.Languages;
using SupportCopilot.Models;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Replies.Threads;

namespace SupportCopilot.Replies.Writing;

/// <summary>
/// Has a model write the reply to a ticket from the sources that the embedded way found, and shows it while it comes. Where
/// that way is silent there is nothing to write from; where the model fails, or writes what no source holds, the embedded
/// reply stands.
/// </summary>
public sealed class WriteReply
{
    private readonly ReadThread _read;
    private readonly AssistAgent _assist;
    private readonly ReplyQuestions _questions;
    private readonly AskModel _models;
    private readonly KeepSuggestion _keep;
    private readonly AgentWords _say;

    internal WriteReply(ReadThread read, AssistAgent assist, ReplyQuestions questions, AskModel models, KeepSuggestion keep, AgentWords say) =>
        (_read, _assist, _questions, _models, _keep, _say) = (read, assist, questions, models, keep, say);

    /// <summary>Whether there is a model that writes replies.</summary>
    public static async ValueTask<bool> CanBeAskedAsync(AskModel models, CancellationToken ct) => await models.ForAsync(ReplyQuestions.Task, ct) is not null;

    /// <param name="ticketId">The ticket.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The pieces as they come; null where there is no such ticket or it is out of the caller's sight.</returns>
    public async Task<IAsyncEnumerable<WrittenPiece>?> RunAsync(long ticketId, CancellationToken ct)
    {
        if (await _read.RunAsync(ticketId, ct) is not { } thread || await _assist.RunAsync(ticketId, ct) is not { } assistance) return null;
        return PiecesAsync(thread, assistance.Reply, ct);
    }

    private async IAsyncEnumerable<WrittenPiece> PiecesAsync(TicketThread thread, SuggestedReply suggested, [EnumeratorCancellation] CancellationToken ct)
    {
        if (suggested.Text is null)
        {
            yield return WrittenPiece.None("noSource");
            yield break;
        }

        if (!await CanBeAskedAsync(_models, ct))
        {
            yield return WrittenPiece.None("noModel");
            yield break;
        }

        var question = await _questions.AboutAsync(thread, suggested, ct);
        var stream = _models.Stream(question.Request);
        await foreach (var piece in stream.WithCancellation(ct)) yield return WrittenPiece.Of(piece);
        yield return stream.Result is ModelResult<string>.Answered { Value: var text, Use: var use } && question.IsWhole(text)
            ? WrittenPiece.Whole(await _keep.RunAsync(thread.Ticket, text.Trim(), question.Cited(text), ct, use.Server, use.Prompt) with { Source = SuggestedReply.Modelled, Confirm = Confirmation.Of(question.Cited(text), _say) })
            : WrittenPiece.None("modelFailed");
    }
}

/// <summary>A piece of a reply that is written while it is shown: words, and at the end either the whole reply or why there is none.</summary>
/// <param name="Text">The next words.</param>
/// <param name="Reply">The whole, kept so that a verdict can name it.</param>
/// <param name="Because">noSource, noModel or modelFailed: the reply that was suggested without a model stands.</param>
public sealed record WrittenPiece(string? Text, SuggestedReply? Reply, string? Because)
{
    internal static WrittenPiece Of(string text) => new(text, null, null);

    internal static WrittenPiece Whole(SuggestedReply reply) => new(null, reply, null);

    internal static WrittenPiece None(string because) => new(null, null, because);
}
