namespace SupportCopilot.Tickets.Desks;

/// <summary>When a state of a desk's ticket was read, as against our last write to it.</summary>
internal enum DeskMoment
{
    /// <summary>We never wrote to it.</summary>
    NeverWritten,

    /// <summary>Our write is not confirmed: it may have been read before or after.</summary>
    InFlight,

    /// <summary>Before our write arrived, or before the one before it did.</summary>
    Before,

    /// <summary>In the very second of our write, which is as fine as the desk counts: before or after.</summary>
    SameSecond,

    /// <summary>After our write arrived.</summary>
    After,
}

/// <summary>Tells the moments.</summary>
internal static class DeskMoments
{
    /// <summary>The moment of a state that was last changed then (UTC).</summary>
    public static DeskMoment Of(DateTime? updatedAt, DeskWriting? writing)
    {
        if (writing is null) return DeskMoment.NeverWritten;
        if (writing.ArrivedAt is not { } arrived) return updatedAt < writing.ArrivedWas ? DeskMoment.Before : DeskMoment.InFlight;
        return updatedAt < arrived ? DeskMoment.Before : updatedAt == arrived ? DeskMoment.SameSecond : DeskMoment.After;
    }
}
