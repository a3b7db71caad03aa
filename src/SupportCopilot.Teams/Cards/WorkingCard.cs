using System.Globalization;
using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>A question that is being worked on: what is being done, how far it is, and a button that stops it. The answer takes its place.</summary>
internal static class WorkingCard
{
    private const int Squares = 20;

    public static AdaptiveCard Of(Answer answer) => CardSize.Fit(detail => Draw(answer, detail));

    private static AdaptiveCard Draw(Answer answer, Detail detail)
    {
        var progress = answer.Progress ?? new AnswerProgress(0, null, "waiting", "");
        var done = (int)Math.Round(progress.Percent / 100 * Squares);
        var left = progress.SecondsLeft is { } seconds ? $", about {Time(seconds)} left" : "";
        IEnumerable<CardElement?> body =
        [
            answer.Estimate is null ? null : Words.Label("Estimate"),
            .. AnswerCard.Telling(Words.Cut(answer.Text, detail.Characters)),
            answer.Interpretation is { } read ? Words.Small("Read as: " + Words.Cut(read, detail.Characters)) : null,
            .. AnswerFigures.Of(answer, detail, TicketNames.None),
            // Of a count nobody knows how far it is; a bar that stands still would tell otherwise.
            answer.Estimate is not null && done == 0 ? null : Words.Line($"{new string('▰', done)}{new string('▱', Squares - done)} {progress.Percent.ToString("0", CultureInfo.InvariantCulture)} %"),
            Words.Note($"{Words.Sentence(progress.Doing)}{left}."),
        ];
        var data = new ActionData { Verb = CardVerb.CancelQuestion, Question = answer.Id };
        return new AdaptiveCard([.. body.OfType<CardElement>()])
        {
            Actions = [new ExecuteAction("Cancel", CardVerb.CancelQuestion, data) { Fallback = new SubmitAction("Cancel", data) }],
            FallbackText = Words.Summary(answer.Text),
            Speak = Words.Summary(answer.Text),
        };
    }

    private static string Time(int seconds) => seconds < 90 ? $"{seconds.ToString(CultureInfo.InvariantCulture)} s" : $"{Math.Round(seconds / 60.0).ToString(CultureInfo.InvariantCulture)} min";
}
