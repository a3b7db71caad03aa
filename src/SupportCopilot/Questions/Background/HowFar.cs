namespace SupportCopilot.Questions.Background;

/// <summary>Says how far a question is.</summary>
internal static class HowFar
{
    private const double Least = 0.02;   // before that a guess at the rest is none

    /// <summary>The answer as it was kept, with the progress of now.</summary>
    public static Answer Of(Answer kept, Investigation row, DateTime now) => kept.Kind is not AnswerKind.Working ? kept : kept with
    {
        Progress = new AnswerProgress(Math.Round(row.Progress * 100, 1), SecondsLeft(row, now), row.Doing, $"/api/questions/{row.Id}"),
        ElapsedMs = Math.Round((now - row.AskedAt).TotalMilliseconds, 1),
    };

    // As fast as so far.
    private static int? SecondsLeft(Investigation row, DateTime now) =>
        row.StartedAt is { } began && row.Progress >= Least ? (int)Math.Ceiling((now - began).TotalSeconds * (1 - row.Progress) / row.Progress) : null;
}
