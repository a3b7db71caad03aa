using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>Parts of days: this morning, yesterday between 2pm and 5pm, after 17:00 on Monday, from 4pm yesterday to 9am today.</summary>
internal static class DayTimes
{
    private static readonly LocalTime Noon = new(12, 0), Six = new(18, 0), Dawn = new(6, 0);

    public static IEnumerable<Read<Span>> At(Scan scan, int at) => Parts(scan, at).Concat(Between(scan, at)).Concat(Moments(scan, at)).Concat(Moment(scan, at));

    /// <summary>Morning is from midnight to noon, so that no ticket falls between night and morning; afternoon to 18:00, evening to midnight.</summary>
    private static IEnumerable<Read<Span>> Parts(Scan scan, int at)
    {
        if (scan.Is(at, "this") && PartAt(scan, at + 1) is { } now) yield return Of(now.End, scan.Today, now.Value, .95);
        if (scan.Is(at, "tonight")) yield return Of(at + 1, scan.Today, (Six, LocalTime.Midnight, "evening"), .9);
        if (scan.After(at, "last", "night") is > 0 and var night) yield return new(night, Hours(scan, scan.Today.PlusDays(-1).At(Six), scan.Today.At(Dawn), "last night, 18:00–06:00", .85));
        if (scan.Is(at, "overnight")) yield return new(at + 1, Hours(scan, scan.Today.PlusDays(-1).At(Six), scan.Today.At(Dawn), "last night, 18:00–06:00", .75));
        var lead = scan.Skip(at, "on");
        foreach (var day in DaysAt(scan, lead))
            if (PartAt(scan, scan.Skip(scan.Skip(day.End, ",", "in"), "the")) is { } part) yield return Of(part.End, day.Value.First, part.Value, day.Value.Score);
        var noun = scan.Skip(scan.Skip(at, "in", "on"), "the");
        if (PartAt(scan, noun) is { } first && scan.IsAny(first.End, "of", "on"))
            foreach (var day in DaysAt(scan, scan.Skip(first.End + 1, "the"))) yield return Of(day.End, day.Value.First, first.Value, day.Value.Score);

        Read<Span> Of(int end, LocalDate day, (LocalTime From, LocalTime To, string Name) part, double score) =>
            new(end, Hours(scan, day.At(part.From), part.To == LocalTime.Midnight ? day.PlusDays(1).AtMidnight() : day.At(part.To), $"{part.Name} of {DayText.Day(day)}", score));
    }

    private static Read<(LocalTime From, LocalTime To, string Name)>? PartAt(Scan scan, int at) => scan.Text(at) switch
    {
        "morning" => new(at + 1, (LocalTime.Midnight, Noon, "morning")),
        "afternoon" => new(at + 1, (Noon, Six, "afternoon")),
        "evening" => new(at + 1, (Six, LocalTime.Midnight, "evening")),
        _ => null,
    };

    private static IEnumerable<Read<Span>> Between(Scan scan, int at)
    {
        foreach (var times in TimeRange(scan, at))
        {
            yield return Of(times.End, scan.Today, times.Value, .6);
            foreach (var day in DaysAt(scan, scan.Skip(times.End, "on", "of", ","))) yield return Of(day.End, day.Value.First, times.Value, day.Value.Score);
        }
        var lead = scan.Skip(at, "on");
        foreach (var day in DaysAt(scan, lead))
            foreach (var times in TimeRange(scan, scan.Skip(day.End, ","))) yield return Of(times.End, day.Value.First, times.Value, day.Value.Score);

        Read<Span> Of(int end, LocalDate day, (LocalTime From, LocalTime To) times, double score) =>
            new(end, Hours(scan, day.At(times.From), (times.To <= times.From ? day.PlusDays(1) : day).At(times.To), $"{Name(times.From)}–{Name(times.To)}, {DayText.Day(day)}", score));
    }

    /// <summary>Two times; at least one says that it is a time.</summary>
    private static IEnumerable<Read<(LocalTime From, LocalTime To)>> TimeRange(Scan scan, int at)
    {
        var isBetween = scan.Is(at, "between");
        foreach (var from in Clock.At(scan, scan.Skip(at, "between", "from")))
        {
            if (!scan.IsAny(from.End, "to", "until", "till", "-") && !(isBetween && scan.Is(from.End, "and"))) continue;
            foreach (var to in Clock.At(scan, from.End + 1))
                if (Clock.Agree(from.Value, to.Value) is { } times) yield return new(to.End, times);
        }
    }

    /// <summary>Since 9am, since 9am yesterday, before 17:00 on Monday (of that day), from 4pm yesterday to 9am today.</summary>
    private static IEnumerable<Read<Span>> Moments(Scan scan, int at)
    {
        var now = scan.Context.AsOf.InZone(scan.Context.Zone).LocalDateTime;
        if (scan.IsAny(at, "since", "after"))
            foreach (var from in MomentsAt(scan, at + 1))
                if (from.Value < now)
                    yield return scan.Is(at, "since") || from.Value.Date == scan.Today
                        ? new(from.End, Hours(scan, from.Value, now, $"since {Name(from.Value)}", .92))
                        : new(from.End, Hours(scan, from.Value, from.Value.Date.PlusDays(1).AtMidnight(), $"after {Name(from.Value)}, that day", .85));
        if (scan.IsAny(at, "before", "until"))
            foreach (var to in MomentsAt(scan, at + 1))
                yield return new(to.End, Hours(scan, to.Value.Date.AtMidnight(), to.Value, $"before {Name(to.Value)}, that day", .85));
        if (scan.IsAny(at, "from", "between"))
            foreach (var from in MomentsAt(scan, at + 1))
            {
                if (!scan.IsAny(from.End, "to", "until", "till", "and", "-")) continue;
                foreach (var to in MomentsAt(scan, from.End + 1).Concat(scan.Is(from.End + 1, "now") ? [new Read<LocalDateTime>(from.End + 2, now)] : []))
                    if (from.Value < to.Value) yield return new(to.End, Hours(scan, from.Value, to.Value, $"{Name(from.Value)} – {Name(to.Value)}", .9));
            }
    }

    /// <summary>«9am on 1 October», «yesterday at noon»; midnight of a day is where it begins or where it ends.</summary>
    private static IEnumerable<Read<Span>> Moment(Scan scan, int at)
    {
        var start = scan.Skip(at, "at", "on", "by");
        var isMidnight = scan.Is(start, "midnight");
        foreach (var moment in MomentsAt(scan, start))
        {
            if (moment.End == start + 1 && start == at) continue;   // «noon» alone
            yield return new(moment.End, Of(moment.Value));
            if (isMidnight || scan.Is(moment.End - 1, "midnight")) yield return new(moment.End, Of(moment.Value.PlusDays(1)));
        }

        Span Of(LocalDateTime moment)
        {
            var instant = scan.Context.Zone.AtLeniently(moment).ToInstant();
            var day = moment.PlusTicks(-1).Date;
            return new Span(day, day, DateReadingKind.Moment, Name(moment), .93) { To = instant };
        }
    }

    /// <summary>A time of a day: 9am yesterday, Monday at 17:00; 9am alone is today's.</summary>
    private static IEnumerable<Read<LocalDateTime>> MomentsAt(Scan scan, int at)
    {
        foreach (var time in Clock.At(scan, at))
        {
            if (time.Value.Exact is not { } exact) continue;
            yield return new(time.End, scan.Today.At(exact));
            foreach (var day in DaysAt(scan, scan.Skip(time.End, "on", "of", ","))) yield return new(day.End, day.Value.First.At(exact));
        }
        foreach (var day in DaysAt(scan, at))
            foreach (var time in Clock.At(scan, scan.Skip(day.End, "at", ",")))
                if (time.Value.Exact is { } exact) yield return new(time.End, day.Value.First.At(exact));
    }

    private static IEnumerable<Read<Span>> DaysAt(Scan scan, int at) => scan.Periods(at).Where(p => p.Value.Kind is DateReadingKind.Day && p.Value.From is null);

    // A time that a clock change skips is the first after it, one that comes twice the earlier.
    private static Span Hours(Scan scan, LocalDateTime from, LocalDateTime to, string label, double score)
    {
        var zone = scan.Context.Zone;
        return new Span(from.Date, to.PlusTicks(-1).Date, DateReadingKind.Hours, label, score) { From = zone.AtLeniently(from).ToInstant(), To = zone.AtLeniently(to).ToInstant() };
    }

    private static string Name(LocalTime time) => $"{time.Hour:00}:{time.Minute:00}";

    private static string Name(LocalDateTime moment) => $"{Name(moment.TimeOfDay)} {DayText.Day(moment.Date)}";
}
