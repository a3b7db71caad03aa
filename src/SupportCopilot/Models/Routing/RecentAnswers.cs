using System.Collections.Concurrent;

namespace SupportCopilot.Models.Routing;

/// <summary>How well servers did their tasks of late: a model that answers in a form that cannot be used is asked last until it is forgotten, or does better.</summary>
internal sealed class RecentAnswers(TimeProvider clock)
{
    private const int Remembered = 50;
    private const int Enough = 10;              // fewer say nothing
    private const double LeastRight = 0.8;      // a task whose every fifth answer is lost costs more than the next tier
    private static readonly TimeSpan For = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Server, string Task), Queue<(DateTimeOffset At, bool IsRight)>> _answers = new();

    /// <summary>Notes an answer.</summary>
    public void Note(string server, string task, bool isRight)
    {
        var answers = _answers.GetOrAdd((server, task), _ => new());
        lock (answers)
        {
            answers.Enqueue((clock.GetUtcNow(), isRight));
            if (answers.Count > Remembered) answers.Dequeue();
        }
    }

    /// <summary>Whether too many of its latest answers could not be used.</summary>
    public bool IsFailing(string server, string task)
    {
        if (!_answers.TryGetValue((server, task), out var answers)) return false;
        lock (answers)
        {
            var after = clock.GetUtcNow() - For;
            while (answers.TryPeek(out var oldest) && oldest.At < after) answers.Dequeue();
            return answers.Count >= Enough && answers.Count(answer => answer.IsRight) < LeastRight * answers.Count;
        }
    }
}
