using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions;

/// <summary>Reads a message as a question, or as one that carries on, and answers it; where a word was not found, once more with the newest values.</summary>
internal sealed class ReadTurn(OpenTurn open, OfferChoices offer, AnswerReading answer, ListThose list)
{
    public async Task<Outcome> RunAsync(QuestionTurn turn, CancellationToken ct)
    {
        if (PickChoice.Of(turn.Ask.Text, turn.Before?.Offered ?? []) is { } picked) turn = turn with { Ask = turn.Ask with { Text = picked }, Before = null };
        var (read, follow) = Read(turn);
        if (read.Unplaced.Count > 0 && await open.WithNewestAsync(turn, ct) is { } newest)
        {
            turn = newest;
            (read, follow) = Read(newest);
        }

        if (follow.WantsList && turn.Before?.Plan is { } plan) return await list.RunAsync(plan, ct);
        if (follow.NeedsPlan && turn.Before?.Plan is null) return new Outcome(Refusals.NothingBefore(AnswerQuestion.NewId(), turn.Ask.Conversation is not null), null);

        if (read.Readings.Count == 0) return new Outcome(await offer.ForUnreadAsync(turn.Ask.Text, read, turn.Values, turn.Context, ct), null);
        if (read.Close.Count > 1 && await offer.BetweenAsync(turn.Ask.Text, read.Close, turn.Values, turn.Context, ct) is { } choices) return new Outcome(choices, null);
        return await answer.RunAsync(read.Readings[0], read.Readings, ct);
    }

    private static (ReadResult Read, FollowUpRead Follow) Read(QuestionTurn turn)
    {
        var whole = ReadQuestion.Of(turn.Ask.Text, turn.Values, turn.Context);
        var follow = ReadFollowUp.Of(turn.Ask.Text, turn.Before?.Plan, turn.Values, turn.Context);
        return (turn.Before?.Plan is null ? whole : WeighReadings.Of(whole, follow), follow);
    }
}
