namespace SupportCopilot.Questions.Requests;

/// <summary>A report or an alert as its owner sees it.</summary>
/// <param name="Id">The number that names it everywhere.</param>
/// <param name="Kind">report, alert, or digest.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Question">The question behind it; of a digest nothing.</param>
public sealed record SavedThing(long Id, string Kind, string Name, string Question)
{
    /// <summary>When it comes, or what it watches for, in words.</summary>
    public string? When { get; init; }

    /// <summary>When it comes, as a cron line; null where it does not come by itself, or at several places at different times.</summary>
    public string? Cron { get; init; }

    /// <summary>When it comes next (UTC); null where it does not come by itself.</summary>
    public DateTime? NextAt { get; init; }

    /// <summary>The same by the clocks of its zone, in words.</summary>
    public string? Next { get; init; }

    /// <summary>The zone of its days and times, by IANA name.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Where it comes, in words.</summary>
    public string? Place { get; init; }

    /// <summary>saved (comes only when asked for), on, paused, snoozed or stopped.</summary>
    public string State { get; init; } = "saved";

    /// <summary>Why it was stopped by itself; null where it was not.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>Until when it keeps still (UTC).</summary>
    public DateTime? SnoozedUntil { get; init; }

    /// <summary>When it last told of a crossing (UTC), of alerts.</summary>
    public DateTime? CrossedAt { get; init; }

    /// <summary>Who owns it, by name, where that is not the one who looks.</summary>
    public string? Owner { get; init; }
}
