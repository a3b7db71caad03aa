using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction;

/// <summary>Hides personal data from models: without a model, without a list of anybody's names but the ticket's own people and the given names that are common in the world.</summary>
public sealed class Redactor
{
    /// <summary>Begins a request.</summary>
    /// <param name="names">Who takes part in the ticket: each name is hidden wherever it stands, whole or in part.</param>
#pragma warning disable CA1822 // resolved as a service, so that who asks says so in its constructor
    public RequestRedaction Begin(IEnumerable<string> names) => new(KnownNames.Of(names));
#pragma warning restore CA1822
}
