namespace SupportCopilot.Triage;

/// <summary>What triage shows beside a ticket.</summary>
public sealed record TicketTriage(
    ShownField Category,
    ShownField Subcategory,
    ShownField RootCause,
    ShownField Priority,
    ShownField Urgency,
    ShownField Sentiment,
    ShownField Emotion,
    ShownField Language)
{
    /// <summary>How the customer sounds, −1 to 1; null where nothing is known.</summary>
    public double? SentimentScore { get; init; }

    /// <summary>The very words that make it urgent, or not.</summary>
    public required IReadOnlyList<string> UrgencyWords { get; init; }

    /// <summary>What it speaks of, most telling first; at most five.</summary>
    public required IReadOnlyList<string> KeyPhrases { get; init; }

    /// <summary>What it holds besides words.</summary>
    public required TriageSignals Signals { get; init; }

    /// <summary>What can be looked up.</summary>
    public required TriageEntities Entities { get; init; }

    /// <summary>Whether its words changed since they were last judged.</summary>
    public bool Pending { get; init; }
}

/// <summary>One field as shown.</summary>
/// <param name="Value">What holds; null where nothing is known.</param>
/// <param name="Given">What the desk or a person said; null where they said nothing.</param>
/// <param name="Confidence">How likely the value is right, 0–1; 1 where it was given.</param>
/// <param name="Level">high, medium or low: see <see cref="ConfidenceLevel"/>.</param>
/// <param name="Source">given, correction, model, classifier or rules; null where nothing is known.</param>
/// <param name="Because">The customer's words that led to it, where rules did; where a classifier did, what the ticket was given besides that decided, in the caller's language.</param>
public sealed record ShownField(string? Value, string? Given, double Confidence, string Level, string? Source, IReadOnlyList<string> Because);

/// <summary>What a message holds besides words.</summary>
/// <param name="Question">The customer asks something.</param>
/// <param name="ErrorText">It quotes an error, a status code or a stack trace.</param>
/// <param name="Code">It holds program code, markup, a query or a command.</param>
/// <param name="Screenshot">It speaks of a screenshot, or names a picture.</param>
public sealed record TriageSignals(bool Question, bool ErrorText, bool Code, bool Screenshot);

/// <summary>What can be looked up.</summary>
/// <param name="OrderNumbers">Numbers of orders, invoices, cases and parcels, as written.</param>
/// <param name="Amounts">Amounts as <c>EUR 1234.50</c>.</param>
/// <param name="Dates">Days as <c>2026-03-01</c>.</param>
public sealed record TriageEntities(IReadOnlyList<string> OrderNumbers, IReadOnlyList<string> Amounts, IReadOnlyList<string> Dates);

/// <summary>Confidence in a word. What is given is certain and high.</summary>
public static class ConfidenceLevel
{
    /// <summary>From here on four of five are right: safe to act on, with an eye on it.</summary>
    public const double High = 0.8;

    /// <summary>Below this more are wrong than right: a hint for a person, nothing more.</summary>
    public const double Medium = 0.5;

    /// <summary>high, medium or low.</summary>
    public static string Of(double confidence) => confidence >= High ? "high" : confidence >= Medium ? "medium" : "low";
}
