using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Estimates;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Modelled;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Remembering;

namespace SupportCopilot.Questions;

/// <summary>Reads a message as a question, or as one that carries on, and answers it; where a word was not found, once more with the newest values.</summary>
internal sealed class ReadTurn(OpenTurn open, OfferChoices offer, AnswerInTime answer, ListThose list, AskForPlan model, RememberReadings remember)
{
    public async Task<Outcome> RunAsync(QuestionTurn turn, CancellationToken ct)
    {
        if (PickChoice.Of(turn.Ask.Text, turn.Before?.Offered ?? []) is { } picked) turn = await open.WithTextAsync(turn, picked, ct);
        if (PickChoice.IsOfNothing(turn.Ask.Text, turn.Before?.Offered ?? [])) return new Outcome(Refusals.NothingOffered(AnswerQuestion.NewId()), null);
        if (StartOver.IsIn(turn.Ask.Text)) return new Outcome(new Answer(AnswerQuestion.NewId(), AnswerKind.Saved, StartOver.Text), null);
        if ((BothTogether.Of(turn.Ask.Text, turn.Before) ?? CompareBoth.Of(turn.Ask.Text, turn.Before, turn.Context.Dates.AsOf.ToDateTimeUtc()) ?? GoBack.Of(turn.Ask.Text, turn.Before) ?? GoBack.Drawn(turn.Ask.Text, turn.Before)) is { } known) return await answer.RunAsync(turn, known, [known], ct);

        await remember.LearnAsync(turn, ct);
        var (read, follow) = Read(turn);
        if (read.Unplaced.Count > 0 && await open.WithNewestAsync(turn, ct) is { } newest)
        {
            turn = newest;
            (read, follow) = Read(newest);
        }

        if (follow.WantsList && turn.Before?.Plan is { } plan) return await list.RunAsync(plan, turn.Context.Dates.AsOf.ToDateTimeUtc(), ct);
        // Beside choices that were not taken, a fragment leans on a figure that is not there.
        var leans = follow.NeedsPlan || follow.Stance is Stance.Leans && turn.Before is { Offered.Count: > 0 };
        if (leans && turn.Before?.Plan is null) return new Outcome(Refusals.NothingBefore(AnswerQuestion.NewId(), turn.Ask.Conversation is not null), null);

        if (read.Readings.Count == 0) return await UnreadAsync(turn, read, follow, ct);
        (read, var used) = ReadAsRemembered.Of(turn.Ask.Text, read, turn.Remembered);
        if (read.Close.Count > 1 && await offer.BetweenAsync(turn.Ask.Text, read.Close, turn.Values, turn.Context, ct) is { } choices) return new Outcome(choices, null);
        // Where the choices have no words of their own, what carries on is likelier, and says what it changed.
        var likeliest = read.Close.FirstOrDefault(reading => reading.Follows is not null) ?? read.Readings[0];
        return SwitchReading.In(await answer.RunAsync(turn, likeliest, read.Readings, ct), turn, read, used);
    }

    /// <summary>Words were left: what they may be misspelt for, or the model's turn, or a refusal that names them.</summary>
    private async Task<Outcome> UnreadAsync(QuestionTurn turn, ReadResult read, FollowUpRead follow, CancellationToken ct)
    {
        var offered = await offer.ForUnreadAsync(turn.Ask.Text, read, turn.Values, turn.Context, ct, (text, values, context) => Read(turn with { Ask = turn.Ask with { Text = text }, Values = values, Context = context }).Read);
        if (read.Unplaced.Count == 0 || offered.Kind is AnswerKind.Choices || follow.Stance is Stance.Leans && turn.Before?.Plan is not null) return new Outcome(offered, null);
        var (outcome, cost) = await model.TryAsync(turn, ct);
        return outcome ?? new Outcome(offered with { CostUsd = cost }, null);
    }

    private static (ReadResult Read, FollowUpRead Follow) Read(QuestionTurn turn)
    {
        var whole = ReadQuestion.Of(turn.Ask.Text, turn.Values, turn.Context);
        var follow = ReadFollowUp.Of(turn.Ask.Text, turn.Before?.Plan, turn.Values, turn.Context);
        return (turn.Before?.Plan is null ? whole : WeighReadings.Of(whole, follow), follow);
    }
}
