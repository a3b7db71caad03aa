namespace SupportCopilot.Zendesk.Wire;

/// <summary>An article of a help center.</summary>
internal sealed record ZendeskArticle
{
    public long? Id { get; set; }

    public string? Title { get; set; }

    /// <summary>HTML.</summary>
    public string? Body { get; set; }

    public string? Locale { get; set; }

    public string? HtmlUrl { get; set; }

    public bool? Draft { get; set; }

    /// <summary>Whether its translation is behind the source.</summary>
    public bool? Outdated { get; set; }

    public IReadOnlyList<string?>? OutdatedLocales { get; set; }

    /// <summary>Who may read it; null is everybody.</summary>
    public long? UserSegmentId { get; set; }

    public IReadOnlyList<long?>? UserSegmentIds { get; set; }

    public long? SectionId { get; set; }

    public IReadOnlyList<string?>? LabelNames { get; set; }

    public DateTime? CreatedAt { get; set; }

    public DateTime? UpdatedAt { get; set; }

    public DateTime? EditedAt { get; set; }
}

/// <summary>A page of articles.</summary>
internal sealed record ZendeskArticlePage : ZendeskPage
{
    public IReadOnlyList<ZendeskArticle>? Articles { get; set; }
}

/// <summary>A group of readers.</summary>
internal sealed record ZendeskUserSegment
{
    public long? Id { get; set; }

    public string? Name { get; set; }

    /// <summary>signed_in_users, staff.</summary>
    public string? UserType { get; set; }

    public bool? BuiltIn { get; set; }
}

/// <summary>A page of them.</summary>
internal sealed record ZendeskUserSegmentPage : ZendeskPage
{
    public IReadOnlyList<ZendeskUserSegment>? UserSegments { get; set; }
}
