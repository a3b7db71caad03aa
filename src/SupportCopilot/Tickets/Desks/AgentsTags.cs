namespace SupportCopilot.Tickets.Desks;

/// <summary>What agents did to our tags since we last wrote or listened; a pure decision.</summary>
/// <param name="Added">Tags with our prefix that we did not put there.</param>
/// <param name="Removed">Tags of ours that we did not take away.</param>
internal readonly record struct AgentsTags(IReadOnlyList<string> Added, IReadOnlyList<string> Removed)
{
    private static readonly AgentsTags None = new([], []);

    /// <summary>Whether nobody did anything to them.</summary>
    public bool IsNothing => Added.Count == 0 && Removed.Count == 0;

    /// <summary>Tells them.</summary>
    /// <param name="tags">The ticket's tags, as last read.</param>
    /// <param name="updatedAt">When the ticket, as last read, was last changed (UTC).</param>
    /// <param name="writing">What we last wrote to it; null where we never did.</param>
    public static AgentsTags In(IEnumerable<string> tags, DateTime? updatedAt, DeskWriting? writing)
    {
        var moment = DeskMoments.Of(updatedAt, writing);
        if (moment is DeskMoment.NeverWritten or DeskMoment.Before) return None;

        HashSet<string> now = [.. tags.Where(OwnTags.IsOwn)];
        var there = OwnTags.In(writing!.TagsThere);
        if (moment is DeskMoment.SameSecond && now.SetEquals(OwnTags.In(writing.TagsWas))) return None;

        var meant = OwnTags.In(writing.Tags);
        var added = now.Where(tag => !there.Contains(tag) && (moment is not DeskMoment.InFlight || !meant.Contains(tag)));
        return new([.. added], [.. there.Where(tag => !now.Contains(tag) && !MayBeOurDoing(tag))]);

        // A write under way takes away what it no longer means; until it is confirmed, only what it still means is missed.
        bool MayBeOurDoing(string tag) => moment is DeskMoment.InFlight && !meant.Contains(tag);
    }
}
