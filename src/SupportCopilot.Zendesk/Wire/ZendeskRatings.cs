using System.Text.Json;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>A satisfaction rating of the older kind.</summary>
internal sealed record ZendeskRating
{
    public long? Id { get; set; }

    public long? TicketId { get; set; }

    /// <summary>offered, unoffered, good, bad, or the last two with «_with_comment» or «_without_comment».</summary>
    public string? Score { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }
}

/// <summary>A page of ratings.</summary>
internal sealed record ZendeskRatingPage : ZendeskPage
{
    public IReadOnlyList<ZendeskRating>? SatisfactionRatings { get; set; }
}

/// <summary>A page of survey responses, which take the place of ratings.</summary>
internal sealed record ZendeskSurveyResponsePage : ZendeskPage
{
    public IReadOnlyList<ZendeskSurveyResponse>? SurveyResponses { get; set; }
}

/// <summary>One customer's response to a survey.</summary>
internal sealed record ZendeskSurveyResponse
{
    public string? Id { get; set; }

    public DateTime? ExpiresAt { get; set; }

    /// <summary>What it is about, as <c>zen:ticket:N</c> among others.</summary>
    public IReadOnlyList<string?>? SubjectZrns { get; set; }

    public IReadOnlyList<ZendeskSurveyAnswer>? Answers { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }
}

/// <summary>One answer of it.</summary>
internal sealed record ZendeskSurveyAnswer
{
    /// <summary>rating_scale or open_ended.</summary>
    public string? Type { get; set; }

    /// <summary>From 1, the worst.</summary>
    public long? Rating { get; set; }

    /// <summary>positive, negative, neutral.</summary>
    public string? RatingCategory { get; set; }

    public string? Value { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    /// <summary>Whether the scale has two steps or five, where it is said.</summary>
    public JsonElement Metadata { get; set; }
}
