using System.ComponentModel.DataAnnotations;
using System.Globalization;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports;

namespace SupportCopilot.Host.Endpoints;

/// <summary>When a report or a digest is to come: by day and time, or by a cron line.</summary>
public abstract record ReportTimesRequest
{
    private const string DayForm = "day is monday, tuesday, wednesday, thursday, friday, saturday or sunday.";
    private const string TimeForm = "time is written as 09:00, from 00:00 to 23:59.";

    /// <summary>monday, tuesday, …</summary>
    [RegularExpression("monday|tuesday|wednesday|thursday|friday|saturday|sunday", ErrorMessage = DayForm)]
    public string? Day { get; init; }

    /// <summary>As <c>09:00</c>.</summary>
    [RegularExpression("([01][0-9]|2[0-3]):[0-5][0-9]", ErrorMessage = TimeForm)]
    public string? Time { get; init; }

    /// <summary>minute hour day-of-month month day-of-week, as <c>30 8 * * 1-5</c>; for reports.</summary>
    [StringLength(100)]
    public string? Cron { get; init; }

    /// <summary>The zone of days, times and figures, by IANA name; the tenant's unless said.</summary>
    [StringLength(60)]
    public string? TimeZone { get; init; }

    /// <summary>Why these are no times of a digest; null where they are.</summary>
    internal string? DigestProblem => Day is null ? DayForm : Time is null ? TimeForm : null;

    /// <summary>Why these are no times of a report.</summary>
    internal string? TimesProblem => Cron is not null && (Day is not null || Time is not null) ? "Give cron, or day and time, not both."
        : Day is not null && Time is null ? TimeForm : Time is not null && Day is null ? DayForm : null;

    internal DigestTimes DigestTimes() => new(Enum.Parse<DayOfWeek>(Day!, ignoreCase: true), Minute, TimeZone);

    internal ReportTimes? Times() => Cron is { } cron ? new(cron, TimeZone)
        : Day is { } day ? new(string.Create(CultureInfo.InvariantCulture, $"{Minute % 60} {Minute / 60} * * {(int)Enum.Parse<DayOfWeek>(day, ignoreCase: true)}"), TimeZone) : null;

    private int Minute => int.Parse(Time![..2], CultureInfo.InvariantCulture) * 60 + int.Parse(Time![3..], CultureInfo.InvariantCulture);
}

/// <summary>A report, an alert or a digest to be set up.</summary>
/// <param name="Kind">digest (last week in figures), report (a question under a name) or alert (a figure with a bound).</param>
public sealed record NewReportRequest([property: Required, RegularExpression("digest|report|alert", ErrorMessage = "kind is digest, report or alert.")] string Kind) : ReportTimesRequest
{
    /// <summary>The conversation it is posted to, by our own number; a report or alert without one is kept, to be fetched.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "conversation is the number of a conversation.")]
    public long? Conversation { get; init; }

    /// <summary>The question, in words that need no conversation around them.</summary>
    [StringLength(2000)]
    public string? Text { get; init; }

    /// <summary>A question asked before, by its id, in the place of text.</summary>
    [StringLength(32)]
    public string? QuestionId { get; init; }

    /// <summary>What it is called; the question's words unless said.</summary>
    [StringLength(80)]
    public string? Name { get; init; }

    /// <summary>Of an alert: moreThan, atLeast, lessThan or atMost.</summary>
    [RegularExpression("moreThan|atLeast|lessThan|atMost", ErrorMessage = "op is moreThan, atLeast, lessThan or atMost.")]
    public string? Op { get; init; }

    /// <summary>Of an alert: the bound, in the figure's unit; a share between 0 and 1.</summary>
    public double? Value { get; init; }

    /// <summary>What is missing or too much; null for nothing.</summary>
    internal string? Problem => Kind switch
    {
        "digest" => Conversation is null ? "conversation is the number of a conversation." : DigestProblem,
        _ when Text is null == QuestionId is null => "Give the question: text, or questionId of one asked before.",
        "alert" => Op is null || Value is not { } value || !double.IsFinite(value) ? "An alert needs op and value." : Cron is not null || Day is not null ? "An alert watches all the time; it has no times." : null,
        _ => TimesProblem,
    };

    internal NewReport ToNew() => new(Kind == "alert") { Text = Text, QuestionId = QuestionId, Name = Name, Times = Times(), TimeZone = TimeZone, Conversation = Conversation, Op = Op, Value = Value };
}

/// <summary>What is to change; what is left out stays.</summary>
public sealed record ReportChangeRequest : ReportTimesRequest
{
    /// <summary>The new name.</summary>
    [StringLength(80)]
    public string? Name { get; init; }

    /// <summary>Where its times are, by our own number of the conversation.</summary>
    [Range(1, long.MaxValue, ErrorMessage = "conversation is the number of a conversation.")]
    public long? Conversation { get; init; }

    /// <summary>Whether it keeps still.</summary>
    public bool? Paused { get; init; }

    /// <summary>Of an alert: moreThan, atLeast, lessThan or atMost.</summary>
    [RegularExpression("moreThan|atLeast|lessThan|atMost", ErrorMessage = "op is moreThan, atLeast, lessThan or atMost.")]
    public string? Op { get; init; }

    /// <summary>Of an alert: the bound, in the figure's unit; a share between 0 and 1.</summary>
    public double? Value { get; init; }

    /// <summary>Until when an alert keeps still.</summary>
    public DateTime? SnoozedUntil { get; init; }

    internal ReportEdit ToEdit() => new() { Name = Name, Times = Times(), TimeZone = TimeZone, Conversation = Conversation, Op = Op, Value = Value, IsPaused = Paused, SnoozedUntil = SnoozedUntil };
}
