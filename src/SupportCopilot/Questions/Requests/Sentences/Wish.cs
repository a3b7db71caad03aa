namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>What a sentence wants, before what it points to has been looked up.</summary>
internal abstract record Wish;

/// <summary>It is a request, but not one that can be done; the words say why.</summary>
internal sealed record UnclearWish(string Problem) : Wish;

internal sealed record SaveWish(string Name, TimesRead? Times) : Wish;

internal sealed record SendWish(Referent What, TimesRead Times) : Wish;

/// <summary>Another time of day for something that comes by itself; its days stay.</summary>
/// <param name="What">Which.</param>
/// <param name="Minutes">Minutes after midnight, in order.</param>
internal sealed record RetimeWish(Referent What, IReadOnlyList<int> Minutes) : Wish;

/// <summary>A figure and the bound that it must cross.</summary>
/// <param name="Question">The words of the figure.</param>
/// <param name="Op">moreThan, atLeast, lessThan or atMost.</param>
/// <param name="Value">The number as it was said.</param>
/// <param name="Unit">share, minutes, tickets, or null where it was a bare number.</param>
internal sealed record WatchWish(string Question, string Op, double Value, string? Unit) : Wish
{
    /// <summary>Whether the sentence can be nothing else, so that what is not understood of it must be said.</summary>
    public bool IsCertain { get; init; } = true;
}

/// <summary>Another bound for an alert.</summary>
/// <param name="What">Which.</param>
/// <param name="Op">moreThan, atLeast, lessThan or atMost; null where the side stays.</param>
/// <param name="Value">The number as it was said.</param>
/// <param name="Unit">share, minutes, tickets, or null where it was a bare number.</param>
internal sealed record BoundWish(Referent What, string? Op, double Value, string? Unit) : Wish;

internal sealed record SnoozeWish(Referent What, SnoozeTime For) : Wish;

internal sealed record RenameWish(Referent What, string Name) : Wish;

internal sealed record ChangeWish(Referent What, ReportChange To) : Wish;

internal sealed record RunWish(Referent What) : Wish;

/// <summary>The answer given last, as a file.</summary>
internal sealed record ExportWish : Wish;

internal sealed record ListWish(string? Kind) : Wish;

/// <summary>What a sentence points to: one of one's things, the last one spoken of, or words that may be a question.</summary>
internal sealed record Referent
{
    /// <summary>The things of that name; several where people gave the same one.</summary>
    public IReadOnlyList<SavedThing> Things { get; init; } = [];

    /// <summary>Whether «this», «that» or «it» was said.</summary>
    public bool IsIt { get; init; }

    /// <summary>report or alert where the sentence says which.</summary>
    public string? Kind { get; init; }

    /// <summary>The words themselves.</summary>
    public string Words { get; init; } = "";
}

/// <summary>How long an alert is to keep still.</summary>
/// <param name="Minutes">For so many minutes; null where a moment was said.</param>
/// <param name="Day">Days from today, or the day of the week (ISO, Monday is 1) coming next.</param>
/// <param name="Time">Minutes after midnight; null for the usual time in the morning.</param>
internal sealed record SnoozeTime(double? Minutes, SnoozeDay? Day = null, int? Time = null);

/// <summary>A day that is meant by words.</summary>
internal sealed record SnoozeDay(int? DaysOn, int? Weekday);

/// <summary>Times with where the words say they go.</summary>
internal sealed record TimesRead(ReportTimes Times, bool IsToMe);
