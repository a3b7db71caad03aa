using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.Redaction;

/// <summary>Hides personal data from models: without a model, without a list of anybody's names but the ticket's own people and the given names that are common in the world.</summary>
public static class Redactor
{
    /// <summary>Begins a request.</summary>
    /// <param name="names">Who takes part in the ticket: each name is hidden wherever it stands, whole or in part.</param>
    public static RequestRedaction Begin(IEnumerable<string> names) => new(KnownNames.Of(names));
}
