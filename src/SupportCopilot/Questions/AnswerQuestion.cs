using System.Diagnostics;
using SupportCopilot.Questions.Reasons;
using SupportCopilot.Questions.Requests;

namespace SupportCopilot.Questions;

/// <summary>Answers a manager's question: parse → plan → compile → run → check → answer.</summary>
public sealed class AnswerQuestion
{
    private readonly OpenTurn _open;
    private readonly HearRequest _requests;
    private readonly AnswerWhy _why;
    private readonly ReadTurn _read;
    private readonly KeepTurn _keep;

    internal AnswerQuestion(OpenTurn open, HearRequest requests, AnswerWhy why, ReadTurn read, KeepTurn keep) => (_open, _requests, _why, _read, _keep) = (open, requests, why, read, keep);

    /// <summary>Answers within the sight of the scope's caller, and keeps the answer.</summary>
    /// <exception cref="ArgumentException">The text is empty or longer than <see cref="Ask.MostCharacters"/>, or the zone is none; the message says which.</exception>
    public async Task<Answer> RunAsync(Ask ask, CancellationToken ct)
    {
        if (ask.Problem is { } problem) throw new ArgumentException(problem, nameof(ask));
        var started = Stopwatch.GetTimestamp();

        var turn = await _open.RunAsync(ask, ct);
        var outcome = await OutcomeAsync(turn, ct);

        outcome = outcome with { Answer = Timed(outcome.Answer, started) };
        await _keep.RunAsync(turn, outcome, ct);
        return Timed(outcome.Answer, started);   // whoever waits for the answer waits for its keeping
    }

    private static Answer Timed(Answer answer, long started) => answer with { ElapsedMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1) };

    /// <summary>The same without keeping the answer, for whoever wants nothing but that it was worked out once.</summary>
    internal async Task<Answer> TryOutAsync(Ask ask, CancellationToken ct) => (await OutcomeAsync(await _open.RunAsync(ask, ct) with { IsTrial = true }, ct)).Answer;

    /// <summary>What is no question for a figure is heard first: each gives null for what is not its own.</summary>
    private async Task<Outcome> OutcomeAsync(QuestionTurn turn, CancellationToken ct) =>
        await _requests.TryAsync(turn, ct)
        ?? await _why.TryAsync(turn, ct)
        ?? await _read.RunAsync(turn, ct);

    internal static string NewId() => Guid.NewGuid().ToString("N");
}
