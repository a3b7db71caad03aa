using NodaTime;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Dates;

namespace SupportCopilot.Questions.Planning;

/// <summary>The instants of one period that was named; what is not over ends with today.</summary>
internal sealed class NamedPeriod(CalendarSteps steps)
{
    public ChosenPeriod Of(DateReading? reading)
    {
        if (reading is null or { Kind: DateReadingKind.AllTime }) return new ChosenPeriod { Label = reading?.Label };
        var (from, to) = reading.Bounds(steps.Dates.Zone);
        var last = LocalDate.Min(reading.LastDay, steps.Today);
        var isPartial = reading.IsPartial && reading.Kind is not (DateReadingKind.Rolling or DateReadingKind.ToDate or DateReadingKind.OneEnded);
        if (reading.To is null && reading.LastDay > steps.Today) to = steps.StartOf(steps.Today.PlusDays(1));
        return new ChosenPeriod
        {
            From = from?.ToDateTimeUtc(),
            To = to.ToDateTimeUtc(),
            Days = CalendarSteps.DaysOf(reading.HasNoBeginning ? null : reading.FirstDay, last),
            Label = reading.Label,
            IsPartial = isPartial,
            IsOneDay = reading.Kind is DateReadingKind.Day,
            Weekdays = WeekdaysOf(reading.Days),
            CountsHolidays = reading.Days?.WantsHolidayCalendar ?? false,
        };
    }

    public static PlanFilter? WeekdaysOf(DayFilter? days) =>
        days is null ? null : new PlanFilter("weekday", "is", [.. days.DaysOfWeek.Select(day => CalendarNames.Weekdays[(int)day - 1])]);
}
