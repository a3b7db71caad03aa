namespace SupportCopilot.Models;

/// <summary>What came of a question to a model, and what it cost. A failure is a result like any other: who asks has an embedded way.</summary>
/// <param name="Use">What was used, failed tries included.</param>
public abstract record ModelResult<T>(ModelUse Use)
{
    /// <summary>It answered, and the answer is right in form.</summary>
    public sealed record Answered(T Value, ModelUse Use) : ModelResult<T>(Use);

    /// <summary>It answered, but even asked again not as it should.</summary>
    public sealed record Malformed(ModelUse Use) : ModelResult<T>(Use);

    /// <summary>It, or a filter before it, would not answer.</summary>
    public sealed record Refused(ModelUse Use) : ModelResult<T>(Use);

    /// <summary>It did not answer in time.</summary>
    public sealed record TimedOut(ModelUse Use) : ModelResult<T>(Use);

    /// <summary>It could not be asked.</summary>
    /// <param name="Use">What was used.</param>
    /// <param name="RetryAfter">How long to wait before it is worth asking again; null where nobody knows.</param>
    /// <param name="Reason">Why, in a word: unavailable, overBudget, throttled or notAllowed.</param>
    public sealed record Unavailable(ModelUse Use, TimeSpan? RetryAfter, string Reason = "unavailable") : ModelResult<T>(Use);

    /// <summary>Why there is no answer, in a word: malformed, refused, timeout, unavailable, overBudget, throttled or notAllowed; null when there is one.</summary>
    public string? Because => this switch
    {
        Answered => null,
        Malformed => "malformed",
        Refused => "refused",
        TimedOut => "timeout",
        Unavailable unavailable => unavailable.Reason,
        _ => "unavailable",
    };
}

/// <summary>What a question used.</summary>
/// <param name="Server">The server that was asked last, by its name in the settings; empty where none was.</param>
/// <param name="Prompt">The prompt with its version, such as <c>triage/1</c>.</param>
/// <param name="InputTokens">Tokens asked.</param>
/// <param name="OutputTokens">Tokens answered.</param>
/// <param name="CostMicros">Millionths of a US dollar.</param>
/// <param name="Time">From the question to the end.</param>
/// <param name="Answers">How many answers came, the ones that had to be repaired included.</param>
public sealed record ModelUse(string Server, string Prompt, long InputTokens, long OutputTokens, long CostMicros, TimeSpan Time, int Answers)
{
    /// <summary>Nothing.</summary>
    public static ModelUse None(ModelPrompt prompt) => new("", prompt.Name, 0, 0, 0, TimeSpan.Zero, 0);

    /// <summary>Both, of which the other came later.</summary>
    public ModelUse And(ModelUse later) => new(later.Server, later.Prompt, InputTokens + later.InputTokens, OutputTokens + later.OutputTokens, CostMicros + later.CostMicros, Time + later.Time, Answers + later.Answers);
}
