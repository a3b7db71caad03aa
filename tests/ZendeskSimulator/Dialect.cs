namespace ZendeskSimulator;

/// <summary>Where sources about the real Zendesk conflict, or its ways changed: each can be had either way.</summary>
public sealed record Dialect
{
    /// <summary>Whether <c>update_many</c> with a list of tickets honours <c>additional_tags</c> and <c>remove_tags</c>.</summary>
    public bool ListFormHonoursAdditionalTags { get; init; } = true;

    /// <summary>Whether <c>update_many</c> with a list of tickets honours <c>safe_update</c>.</summary>
    public bool ListFormHonoursSafeUpdate { get; init; } = true;

    /// <summary>Whether a time-based export that has nothing new says <c>end_time: 1</c> instead of where it was asked to begin.</summary>
    public bool EmptyExportEndsAtOne { get; init; }

    /// <summary>The status of an export that was asked to begin less than a minute ago.</summary>
    public int StartTimeTooRecentStatus { get; init; } = 400;

    /// <summary>The status of a job that does not fit into the queue any more.</summary>
    public int TooManyJobsStatus { get; init; } = 429;
}
