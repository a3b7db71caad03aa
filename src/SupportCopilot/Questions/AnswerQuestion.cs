namespace SupportCopilot.Questions;

/// <summary>Answers a manager's question: parse → plan → compile → run → check → answer.</summary>
public sealed class AnswerQuestion
{
    /// <summary>Answers within the sight of the scope's caller, and keeps the answer.</summary>
    public Task<Answer> RunAsync(Ask ask, CancellationToken ct) =>
        Task.FromResult(new Answer(Guid.NewGuid().ToString("N"), AnswerKind.Refusal, $"Not answered: {ask.Text}"));
}

/// <summary>A question as it is asked.</summary>
/// <param name="Text">The words; at most 2,000 characters.</param>
public sealed record Ask(string Text)
{
    /// <summary>The asker's own id of the conversation, which carries follow-ups.</summary>
    public string? Conversation { get; init; }

    /// <summary>The zone of the asker's days, by IANA name; null takes the tenant's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What relative dates are relative to (UTC); null for now.</summary>
    public DateTime? AsOf { get; init; }
}
