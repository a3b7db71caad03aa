using NodaTime;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.Planning;

/// <summary>Two periods, each of another clock: «created in April and solved in May».</summary>
/// <param name="Created">When the tickets came in.</param>
/// <param name="Solved">When they were solved.</param>
internal sealed record PeriodsOfClocks(DateReading Created, DateReading Solved)
{
    public DateReading Of(string clock) => clock == Clocks.Solved ? Solved : Created;

    /// <summary>The other clock's days as a demand; null where they have no first day.</summary>
    public PlanFilter? OtherThan(string clock) => clock == Clocks.Solved ? SeveralPeriods.Days("createdDays", "is", [Created]) : SeveralPeriods.Days("solvedDays", "is", [Solved]);
}

/// <summary>Several periods in one question: one for each clock, side by side, or left out.</summary>
internal static class SeveralPeriods
{
    private static readonly LocalDate Earliest = new(1900, 1, 1);

    /// <summary>The periods of two clocks; null where the words do not say which is of which.</summary>
    public static PeriodsOfClocks? OfClocks(Draft draft) => Named(draft) is { } named && named.Solved.LastDay >= named.Created.FirstDay ? named : null;   // nothing is solved before it came

    private static PeriodsOfClocks? Named(Draft draft)
    {
        var periods = draft.Periods.Where(period => period.Reading.Kind is not DateReadingKind.DaysOfWeek).ToList();
        if (periods.Count != 2 || draft.Instants.Count + draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count > 0 || draft.Versus is not null) return null;
        var clocks = draft.Clocks.Where(clock => clock.Clock is Clocks.Created or Clocks.Solved).ToList();
        if (clocks.Count != draft.Clocks.Count) return null;
        // «of September's tickets, how many were solved by 30 September?»: the noun's period is when they came in
        if (clocks.TrueForAll(clock => clock.Clock == Clocks.Solved) && clocks.Exists(clock => clock.Place > periods[0].Place && clock.Place < periods[1].Place) && clocks.TrueForAll(clock => clock.Place > periods[0].Place) && IsOfNoun(draft, periods[0].Place))
            return OfSame(periods[0].Reading, periods[1].Reading) is { } solvedIn ? new(periods[0].Reading, solvedIn) : null;
        if (clocks.Select(clock => clock.Clock).Distinct().Count() != 2) return null;

        // A verb stands before its period («created in April») or, all through the question, behind it («in April created»).
        var isBefore = clocks.Exists(clock => clock.Place < periods[0].Place);
        var of = periods.Select((period, i) =>
        {
            var (from, to) = isBefore ? (i == 0 ? -1 : periods[i - 1].Place, period.Place) : (period.Place, i == 0 ? periods[1].Place : draft.Parts.Count);
            var between = clocks.Where(clock => clock.Place > from && clock.Place < to).Select(clock => clock.Clock).Distinct().ToList();
            return between is [var one] ? one : null;
        }).ToList();
        return of switch
        {
            [Clocks.Created, Clocks.Solved] => OfSame(periods[0].Reading, periods[1].Reading) is { } solved ? new(periods[0].Reading, solved) : null,
            [Clocks.Solved, Clocks.Created] => OfSame(periods[0].Reading, periods[1].Reading) is { } created ? new(created, periods[0].Reading) : null,
            _ => null,
        };
    }

    /// <summary>The second period, where it names one: «within the month» is the month that was named first, and of a week none.</summary>
    private static DateReading? OfSame(DateReading first, DateReading second) => !second.IsBareUnit ? second : second.Kind == first.Kind ? first : null;

    /// <summary>Whether a period is that of the tickets: «of September's tickets», «September tickets».</summary>
    private static bool IsOfNoun(Draft draft, int place) =>
        draft.Parts.Skip(place + 1).FirstOrDefault(part => part is not FillerPart { Kind: FillerKind.Plain or FillerKind.Is or FillerKind.Mark }) is MeasurePart { Name: "tickets" };

    /// <summary>«in April and May», «on 5, 6 and 7 June»: periods of one kind with nothing but «and» between them, in the order of the calendar; null where that is not what they are.</summary>
    public static IReadOnlyList<DateReading>? Joined(Draft draft)
    {
        var periods = draft.Periods.Where(period => period.Reading.Kind is not DateReadingKind.DaysOfWeek).ToList();
        // «Q1 and Q2 this year»: the year that all of them lie in adds nothing
        if (periods.Count > 2 && periods.FindAll(period => period.Reading.Kind is DateReadingKind.Year) is [var year] && periods.TrueForAll(period => period.Reading.FirstDay >= year.Reading.FirstDay && period.Reading.LastDay <= year.Reading.LastDay)) periods.Remove(year);
        if (periods.Count < 2 || draft.Instants.Count + draft.Compares.Count + draft.StepCompares.Count + draft.Changes.Count > 0 || draft.Versus is not null) return null;
        if (draft.Parts.Take(periods[0].Place).LastOrDefault(part => part is not FillerPart { Kind: FillerKind.Plain }) is FillerPart { Kind: FillerKind.Between }) return null;   // two ends that make no range
        for (var i = 1; i < periods.Count; i++)
        {
            var between = draft.Parts.Skip(periods[i - 1].Place + 1).Take(periods[i].Place - periods[i - 1].Place - 1).ToList();
            if (!between.TrueForAll(part => part is FillerPart { Kind: FillerKind.And or FillerKind.Mark or FillerKind.Plain or FillerKind.Preposition }) || !between.Exists(part => part is FillerPart { Kind: FillerKind.And }) && between.Count(part => part is FillerPart { Kind: FillerKind.Mark }) != 1) return null;
        }

        var readings = periods.Select(period => period.Reading).OrderBy(reading => reading.FirstDay).ToList();
        if (readings.Exists(reading => reading.Kind != readings[0].Kind || reading.Kind is not (DateReadingKind.Day or DateReadingKind.Week or DateReadingKind.Month or DateReadingKind.Quarter or DateReadingKind.Half or DateReadingKind.Year) || !IsWhole(reading))) return null;
        return readings.Zip(readings.Skip(1)).All(pair => pair.First.LastDay < pair.Second.FirstDay) ? readings : null;
    }

    /// <summary>Whether each begins on the day after the one before it.</summary>
    public static bool AreInARow(IReadOnlyList<DateReading> readings) => readings.Zip(readings.Skip(1)).All(pair => pair.First.LastDay.PlusDays(1) == pair.Second.FirstDay);

    /// <summary>From the first of them to the last.</summary>
    public static DateReading Whole(IReadOnlyList<DateReading> readings) => readings[0] with
    {
        LastDay = readings[^1].LastDay,
        Kind = DateReadingKind.Range,
        Label = string.Join(" and ", readings.Select(reading => reading.Label)),
        IsPartial = readings.Any(reading => reading.IsPartial),
        IsFuture = readings.Any(reading => reading.IsFuture),
    };

    /// <summary>The steps that readings of one kind are.</summary>
    public static string? StepOf(DateReadingKind kind) => kind switch
    {
        DateReadingKind.Day => "day",
        DateReadingKind.Week => "week",
        DateReadingKind.Month => "month",
        DateReadingKind.Quarter => "quarter",
        DateReadingKind.Year => "year",
        _ => null,
    };

    /// <summary>A demand on days; null where some of them are parts of days or have no end.</summary>
    public static PlanFilter? Days(string field, string op, IReadOnlyList<DateReading> readings) =>
        readings.All(IsWhole) ? new PlanFilter(field, op, [.. readings.Select(reading => DaySpans.Value(LocalDate.Max(reading.FirstDay, Earliest), reading.LastDay))]) : null;

    private static bool IsWhole(DateReading reading) => reading is { From: null, To: null, Days: null, Kind: not (DateReadingKind.AllTime or DateReadingKind.DaysOfWeek or DateReadingKind.Hours) };
}
