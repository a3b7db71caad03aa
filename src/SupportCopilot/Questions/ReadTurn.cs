using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions;

/// <summary>Reads a message as a question and answers it; where a word was not found, once more with the newest values.</summary>
internal sealed class ReadTurn(OpenTurn open, OfferChoices offer, AnswerReading answer)
{
    public async Task<Outcome> RunAsync(QuestionTurn turn, CancellationToken ct)
    {
        var read = Read(turn);
        if (read.Unplaced.Count > 0 && await open.WithNewestAsync(turn, ct) is { } newest) (turn, read) = (newest, Read(newest));

        if (read.Readings.Count == 0) return new Outcome(await offer.ForUnreadAsync(turn.Ask.Text, read, turn.Values, turn.Context, ct), null);
        if (read.Close.Count > 1 && await offer.BetweenAsync(turn.Ask.Text, read.Close, turn.Values, turn.Context, ct) is { } choices) return new Outcome(choices, null);
        return await answer.RunAsync(read.Readings[0], read.Readings, ct);
    }

    private static ReadResult Read(QuestionTurn turn) => ReadQuestion.Of(turn.Ask.Text, turn.Values, turn.Context);
}
