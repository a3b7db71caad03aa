using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Requests.Keeping;

/// <summary>
/// Reads a kept question anew, with the values and dates of now, and takes the reading that was chosen when it was kept.
/// Where there is none any more (a value is gone, or a word has come to mean something else), that is said: another figure
/// under the same name would be believed.
/// </summary>
internal sealed class ReadKept(OpenTurn open)
{
    public async Task<KeptReading> RunAsync(KeptQuestion question, DateTime? asOf, CancellationToken ct)
    {
        var turn = await open.RunAsync(new Ask(question.Text) { TimeZone = question.TimeZone, AsOf = asOf }, ct);
        var read = Read(turn);
        if (Chosen(read, question) is null && await open.WithNewestAsync(turn, ct) is { } newest) (turn, read) = (newest, Read(newest));
        return Chosen(read, question) is { } chosen
            ? new KeptReading(turn, chosen, read.Readings, null)
            : new KeptReading(turn, null, [], WhyNot(read));
    }

    /// <summary>Every reading of a turn's words.</summary>
    public static ReadResult Read(QuestionTurn turn) => ReadQuestion.Of(turn.Ask.Text, turn.Values, turn.Context);

    private static Reading? Chosen(ReadResult read, KeptQuestion question) => read.Readings.FirstOrDefault(reading => PlanShape.Of(reading.Plan) == question.Shape);

    private static string WhyNot(ReadResult read) => read switch
    {
        { Unplaced.Count: > 0 } => $"I no longer know {Answers.Refusals.Listed(read.Unplaced)} in it",
        { Readings.Count: > 0 } => $"its words would now be read otherwise, as: {Answers.Interpretation.Of(read.Readings[0].Plan)}",
        _ => "its words make no question any more",
    };
}

/// <summary>A kept question, read again.</summary>
/// <param name="Turn">The turn it was read in.</param>
/// <param name="Reading">The reading that was chosen, with the dates of now; null where there is none any more.</param>
/// <param name="All">All readings.</param>
/// <param name="Problem">Why there is none, to stand after «because».</param>
internal sealed record KeptReading(QuestionTurn Turn, Reading? Reading, IReadOnlyList<Reading> All, string? Problem);
