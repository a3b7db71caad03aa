using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using SupportCopilot.Models.Caching;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Routing;

namespace SupportCopilot.Models.Asking;

/// <summary>
/// Asks one server: holds the answer against its schema's reader, asks for a repair where it is wrong in form, and writes down
/// what it took. No text of a question or an answer is logged here, nor stands in what it throws.
/// </summary>
internal sealed class AskServer(RecentAnswers recent, AnswerCache cache, IOptions<ModelGateOptions> options, TimeProvider clock)
{
    /// <summary>How often a malformed answer is sent back to be put right: what fails three times in a row seldom comes right.</summary>
    public const int Repairs = 2;

    /// <summary>Asks.</summary>
    /// <param name="server">Who is asked.</param>
    /// <param name="hidden">What is asked, as it may leave.</param>
    /// <param name="account">On whose account.</param>
    /// <param name="time">How long it may take.</param>
    /// <param name="isTrial">Whether the server is on trial.</param>
    public async Task<ModelResult<T>> RunAsync<T>(ModelServer server, ModelRequest<T> hidden, ModelAccount account, TimeShare time, bool isTrial)
    {
        var talk = new ModelTalk(server, hidden.Prompt, clock);
        var key = AnswerCache.KeyOf(server, hidden, hidden.Schema);
        if (Known(key, hidden) is { } known)
        {
            await account.CloseAsync(ModelOf(server), talk.Use, ModelOutcome.Cached, isTrial);
            return new ModelResult<T>.Answered(known.Value!, talk.Use);
        }

        var outcome = ModelOutcome.Cancelled;   // of what throws, too, something was paid
        var isAsked = true;
        try
        {
            var result = await TryAsync(server, hidden, key, account, talk, time);
            isAsked = talk.IsAsked;
            outcome = OutcomeOf(result);
            if (outcome is ModelOutcome.Answered or ModelOutcome.Malformed && isAsked) recent.Note(server.Name, hidden.Prompt.Task, outcome is ModelOutcome.Answered);
            return result;
        }
        finally
        {
            if (isAsked) await account.CloseAsync(ModelOf(server), talk.Use, outcome, isTrial);
            else await account.ReleaseAsync();
        }
    }

    private async Task<ModelResult<T>> TryAsync<T>(ModelServer server, ModelRequest<T> hidden, string key, ModelAccount account, ModelTalk talk, TimeShare time)
    {
        var chat = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(hidden.Schema.Json, hidden.Schema.Name), MaxOutputTokens = hidden.MostAnswerTokens };
        List<ChatMessage> said = [new(ChatRole.System, hidden.Prompt.Text), new(ChatRole.User, hidden.Data)];
        try
        {
            for (var repairs = 0; ; repairs++)
            {
                var (mayCall, retryAfter) = await account.TakeAsync(server.CostMicros, said.Sum(message => message.Text.Length), talk.Use.CostMicros, time.Token);
                if (!mayCall) return new ModelResult<T>.Unavailable(talk.Use, retryAfter, "overBudget");

                talk.Ask(said.Sum(message => message.Text.Length));
                var answer = talk.Count(await server.Chat.GetResponseAsync(said, chat, time.Token));
                if (ModelAnswers.IsRefusal(answer)) return new ModelResult<T>.Refused(talk.Use);

                var reading = ModelAnswers.Read(answer, hidden.Read);
                if (reading.Wrong is not { } wrong)
                {
                    if (options.Value.CacheMinutes > 0) cache.Keep(key, answer.Text, options.Value.MostCached);
                    return new ModelResult<T>.Answered(reading.Value!, talk.Use);
                }

                if (repairs == Repairs) return new ModelResult<T>.Malformed(talk.Use);
                said.Add(new(ChatRole.Assistant, answer.Text));
                said.Add(new(ChatRole.User, $"That answer cannot be used: {wrong} Answer again, with the JSON object alone."));
            }
        }
        catch (OperationCanceledException)
        {
            talk.Lose();
            if (!time.IsUp) throw;
            return new ModelResult<T>.TimedOut(talk.Use);
        }
        catch (ModelServerException failed)
        {
            if (failed.Failure is ModelFailure.Timeout) talk.Lose();
            return failed.Failure switch
            {
                ModelFailure.Refused => new ModelResult<T>.Refused(talk.Use),
                ModelFailure.Timeout => new ModelResult<T>.TimedOut(talk.Use),
                _ => new ModelResult<T>.Unavailable(talk.Use, failed.RetryAfter),
            };
        }
    }

    private ModelReading<T>? Known<T>(string key, ModelRequest<T> hidden)
    {
        if (hidden.IsAnew || options.Value.CacheMinutes <= 0) return null;
        return cache.Find(key, TimeSpan.FromMinutes(options.Value.CacheMinutes)) is { } text && ModelAnswers.Read(text, hidden.Read) is { Wrong: null } reading ? reading : null;
    }

    private static string ModelOf(ModelServer server) => server.State().Version ?? server.Model;

    private static ModelOutcome OutcomeOf<T>(ModelResult<T> result) => result switch
    {
        ModelResult<T>.Answered => ModelOutcome.Answered,
        ModelResult<T>.Malformed => ModelOutcome.Malformed,
        ModelResult<T>.Refused => ModelOutcome.Refused,
        ModelResult<T>.TimedOut => ModelOutcome.TimedOut,
        _ => ModelOutcome.Unavailable,
    };
}
