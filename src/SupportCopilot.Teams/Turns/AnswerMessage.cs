using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;
using SupportCopilot.Questions.Background;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Teams.Turns;

/// <summary>Answers a message, once: typing, the answer's making, its sending, each step in the book.</summary>
internal sealed partial class AnswerMessage(TurnBook book, RouteMessage route, ConnectorClient connector, KeepConversation conversations, FollowInConversation follow, ILogger<AnswerMessage> log)
{
    private const string Sorry = "Something went wrong on my side; it has been logged. Please ask again.";
    private const string TooLong = "That took longer than I may take. Please ask again, for a shorter time or fewer things at once.";

    /// <summary>Shorter than what makes a turn stale, so that nobody else begins what is still being worked on.</summary>
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(40);

    public async Task<TurnAnswer> RunAsync(Setting setting, CancellationToken ct)
    {
        if (await book.BeginAsync(setting.Arrival, ct) is not { } entry) return TurnAnswer.Taken;

        var typing = connector.ShowTypingAsync(setting.Place, ct);
        var (reply, failure) = await MakeAsync(setting, ct);
        await typing;   // whether it arrived matters to nobody, but it must not come after the answer
        await book.SendingAsync(entry, ct);
        await SendAsync(setting, reply, entry, ct);
        failure?.Throw();
        return TurnAnswer.Taken;
    }

    private async Task<(Reply Reply, ExceptionDispatchInfo? Failure)> MakeAsync(Setting setting, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(LongestWork);
        try
        {
            return (await route.RunAsync(setting, limited.Token), null);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (Reply.Showing(GreetingCards.Error(TooLong)), null);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            return (Reply.Showing(GreetingCards.Error(Sorry)), ExceptionDispatchInfo.Capture(thrown));   // the one who waits is told first, then it is thrown on
        }
    }

    private async Task SendAsync(Setting setting, Reply reply, TurnEntry entry, CancellationToken ct)
    {
        var sent = await ReplaceAsync(setting, reply, ct) ?? await SayAsync(setting, reply.Messages, ct);
        if (sent.Outcome is ConnectorOutcome.NotNow)
        {
            await book.NotSentAsync(entry, ct);
            LogNotSent(sent.Detail);
            return;
        }

        if (reply.Question is { } question && sent.MessageId is { } message) await follow.RunAsync(question, setting.Place.ConversationId, message, ct);
        if (sent.Outcome is ConnectorOutcome.Gone) await conversations.EndAsync(setting.Activity.Conversation!.Id!, ct);
        if (sent.Outcome is not ConnectorOutcome.Done) LogLost(sent.Outcome, sent.Detail);
        await book.AnsweredAsync(entry, ct);
    }

    /// <summary>Changes the message that is to change; where that is out of reach, its new state is said anew.</summary>
    private async Task<ConnectorResult?> ReplaceAsync(Setting setting, Reply reply, CancellationToken ct)
    {
        if (reply.Replacement is not { } replacement) return null;
        var replaced = await connector.UpdateAsync(setting.Place, replacement.MessageId, replacement.Message, ct);
        return replaced.Outcome is ConnectorOutcome.Done ? replaced : await SayAsync(setting, [replacement.Message], ct);
    }

    /// <returns>What became of the first that did not arrive, or of the last; that nothing at all left is said of the first alone.</returns>
    private async Task<ConnectorResult> SayAsync(Setting setting, IReadOnlyList<Message> messages, CancellationToken ct)
    {
        var result = new ConnectorResult(ConnectorOutcome.Done);
        for (var i = 0; i < messages.Count && result.Outcome is ConnectorOutcome.Done; i++)
        {
            result = await connector.ReplyAsync(setting.Place, messages[i], setting.Activity.Id, ct);
            if (i > 0 && result.Outcome is ConnectorOutcome.NotNow) result = result with { Outcome = ConnectorOutcome.Refused };   // the ones before are there: not all again
        }

        return result;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer could not be sent and will be tried again: {Detail}")]
    private partial void LogNotSent(string? detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An answer may not have arrived ({Outcome}): {Detail}")]
    private partial void LogLost(ConnectorOutcome outcome, string? detail);
}
