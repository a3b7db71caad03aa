namespace ZendeskSimulator.HelpCenter;

/// <summary>An article of the Help Center.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Title">The headline.</param>
/// <param name="Body">HTML.</param>
public sealed record Article(long Id, string Title, string Body)
{
    /// <summary>Nobody but its authors sees it yet.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Who may read it; null is everybody.</summary>
    public long? UserSegmentId { get; init; }

    /// <summary>Its language.</summary>
    public string Locale { get; init; } = "en-us";

    /// <summary>The text it was translated from has changed since.</summary>
    public bool IsOutdated { get; init; }

    /// <summary>The labels it carries.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    internal long CreatedAt { get; init; }

    internal long UpdatedAt { get; init; }
}
