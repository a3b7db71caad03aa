namespace SupportCopilot.Triage.Modelled;

/// <summary>How a verdict stands with the model that is set.</summary>
internal abstract record ModelSay
{
    /// <summary>None is set, or the ticket is not worth its price.</summary>
    public sealed record None : ModelSay;

    /// <summary>It is still to be asked; what the embedded way says holds until then.</summary>
    public sealed record Waits : ModelSay;

    /// <summary>It had its say.</summary>
    /// <param name="Server">Which one, by its name in the settings.</param>
    /// <param name="Hash">What it was asked.</param>
    public sealed record Answered(string Server, long Hash) : ModelSay;

    /// <summary>It failed; what the embedded way says holds, and the model is asked again later.</summary>
    /// <param name="Because">Why, in a word.</param>
    /// <param name="NotBefore">How long the server asks to wait.</param>
    public sealed record Failed(string Because, TimeSpan? NotBefore) : ModelSay;
}
