namespace SupportCopilot.Models;

/// <summary>A model server gave no answer. It says how, and holds nothing of what was asked or of what came back: no body, no inner exception.</summary>
/// <param name="failure">How it failed.</param>
/// <param name="message">In words, without anybody's text.</param>
/// <param name="status">The HTTP status; null where none came.</param>
/// <param name="retryAfter">How long the server asks to wait.</param>
public sealed class ModelServerException(ModelFailure failure, string message, int? status = null, TimeSpan? retryAfter = null) : Exception(message)
{
    /// <summary>How it failed.</summary>
    public ModelFailure Failure => failure;

    /// <summary>The HTTP status; null where none came.</summary>
    public int? Status => status;

    /// <summary>How long the server asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter => retryAfter;
}

/// <summary>How a model server can fail.</summary>
public enum ModelFailure
{
    /// <summary>It cannot be reached, answers with an error, or is left in peace for a while.</summary>
    Unavailable,

    /// <summary>It did not answer in time.</summary>
    Timeout,

    /// <summary>Its filter refused the question.</summary>
    Refused,

    /// <summary>It has more to do than it takes (429).</summary>
    Busy,

    /// <summary>What was paid for is used up: it is asked again when its quota should be back.</summary>
    Quota,

    /// <summary>It takes neither this key nor this question (400, 401, 403, 404, …): trying again changes nothing.</summary>
    Rejected,
}
