namespace SupportCopilot.Questions.Quotes;

/// <summary>A ticket that an answer speaks of.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="RequesterId">Who asked, where known.</param>
/// <param name="Score">How the customer sounds, −1 to 1; null before triage.</param>
/// <param name="Sentiment">The sentiment as it holds now.</param>
internal sealed record SpokenTicket(long Id, string Subject, long? RequesterId, double? Score, string? Sentiment)
{
    public DateTime? CreatedAt { get; init; }

    public string? Category { get; init; }

    public string? Subcategory { get; init; }

    public string? Channel { get; init; }

    public string? Product { get; init; }

    public string? Priority { get; init; }

    public string? Language { get; init; }

    public long? OrganizationId { get; init; }

    public long? GroupId { get; init; }
}
