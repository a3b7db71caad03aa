namespace SupportCopilot.Triage.Review;

/// <summary>A ticket that waits for a person's word on its triage.</summary>
/// <param name="TicketId">Our own number; the review is answered by it.</param>
/// <param name="Source">Where the ticket came from.</param>
/// <param name="ExternalId">Its id there.</param>
/// <param name="Kind">random or uncertain.</param>
/// <param name="Subject">The subject line; may be empty.</param>
/// <param name="Words">The customer's first message, freed of quotes and signatures; may be empty, and ends with … where it was cut.</param>
/// <param name="Status">new, open, pending, hold, solved or closed.</param>
/// <param name="CreatedAt">When it came in (UTC), where known.</param>
/// <param name="JudgedAt">When triage said this (UTC).</param>
/// <param name="Certainty">How sure triage was of the field that it was least sure of, 0–1.</param>
/// <param name="Fields">What triage said, field by field.</param>
public sealed record ReviewView(
    long TicketId, string Source, string ExternalId, string Kind, string Subject, string Words, string Status, DateTime? CreatedAt,
    DateTime JudgedAt, double Certainty, IReadOnlyList<ReviewFieldView> Fields);

/// <summary>What triage said of one field.</summary>
/// <param name="Field">The field's name, such as <c>category</c>.</param>
/// <param name="Value">The value.</param>
/// <param name="Confidence">How likely it is right, 0–1.</param>
/// <param name="Level">high, medium or low.</param>
/// <param name="Way">rules, classifier or model.</param>
/// <param name="Given">What the desk or a person has said since; null where they said nothing.</param>
public sealed record ReviewFieldView(string Field, string Value, double Confidence, string Level, string Way, string? Given);
