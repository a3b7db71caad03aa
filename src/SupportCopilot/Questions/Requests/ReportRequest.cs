namespace SupportCopilot.Questions.Requests;

/// <summary>What a sentence asks of reports. Ids are those of <see cref="SavedThing"/>.</summary>
public abstract record ReportRequest;

/// <summary>«Save this as weekly refunds», and at once «… every Monday at 9».</summary>
/// <param name="Question">What is saved.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Times">When it comes by itself; null for never.</param>
public sealed record SaveReport(KeptQuestion Question, string Name, ReportTimes? Times) : ReportRequest;

/// <summary>«Send weekly refunds here every Monday at 9».</summary>
/// <param name="Id">Which.</param>
/// <param name="Times">When; it takes the place of the times it had in this conversation.</param>
public sealed record SendReport(long Id, ReportTimes Times) : ReportRequest;

/// <summary>«Tell me when backlog passes 200».</summary>
/// <param name="Question">The figure that is watched; it is a single one.</param>
/// <param name="Op">moreThan, atLeast, lessThan or atMost.</param>
/// <param name="Threshold">In the unit of the figure.</param>
/// <param name="Unit">That unit: tickets, minutes, hours, share, …</param>
/// <param name="Name">What it is called.</param>
public sealed record WatchFigure(KeptQuestion Question, string Op, double Threshold, string Unit, string Name) : ReportRequest
{
    /// <summary>Whether its days move with every day, as «the last 7 days» do; others begin anew, as «this week».</summary>
    public bool IsRolling { get; init; }
}

/// <summary>«Change the backlog alert to 300».</summary>
/// <param name="Id">Which.</param>
/// <param name="Op">moreThan, atLeast, lessThan or atMost; null where the side stays.</param>
/// <param name="Value">The new bound as it was said; null where it stays.</param>
/// <param name="Unit">share, minutes, tickets, or null where it was a bare number.</param>
public sealed record SetBound(long Id, string? Op, double? Value, string? Unit) : ReportRequest
{
    /// <summary>Whether the value is in the figure's unit already.</summary>
    public bool IsInUnit { get; init; }
}

/// <summary>«Snooze that for 2 hours».</summary>
/// <param name="Id">Which.</param>
/// <param name="Until">Until when (UTC).</param>
public sealed record SnoozeAlert(long Id, DateTime Until) : ReportRequest;

/// <summary>«Rename it to refunds of the week».</summary>
/// <param name="Id">Which.</param>
/// <param name="Name">The new name.</param>
public sealed record RenameReport(long Id, string Name) : ReportRequest;

/// <summary>«Stop sending weekly refunds», «pause it», «resume it», «delete it».</summary>
/// <param name="Id">Which.</param>
/// <param name="To">What is to become of it.</param>
public sealed record ChangeReport(long Id, ReportChange To) : ReportRequest;

/// <summary>«List my reports».</summary>
/// <param name="Kind">report, alert, or null for all.</param>
public sealed record ListMine(string? Kind) : ReportRequest;

/// <summary>What can become of a report or an alert.</summary>
public enum ReportChange
{
    /// <summary>It comes no more by itself; a report stays saved.</summary>
    Stopped,

    /// <summary>It keeps its times and does not come until it is resumed.</summary>
    Paused,

    /// <summary>It comes again.</summary>
    Resumed,

    /// <summary>It is gone.</summary>
    Deleted,
}

/// <summary>When a report comes by itself.</summary>
/// <param name="Cron">minute hour day-of-month month day-of-week, by the clocks of the zone.</param>
/// <param name="TimeZone">The zone, by IANA name; null takes that of the place.</param>
public sealed record ReportTimes(string Cron, string? TimeZone = null);
