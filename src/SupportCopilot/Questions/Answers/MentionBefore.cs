using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Answers;

/// <summary>
/// Says beside a plain count what it was in the period before, unasked: of a period that is over, against as many days right
/// before it (of a calendar month the month before). Only where the second figure costs as little as the first.
/// </summary>
internal sealed class MentionBefore(RunPlan run)
{
    private const int LongestDays = 100;
    private const long FewestTickets = 5;   // below it in both a change says nothing

    /// <returns>The sentence; empty where there is nothing to say.</returns>
    public async Task<string> RunAsync(Reading reading, PlanRun figures, DateTime now, Patience patience, CancellationToken ct)
    {
        if (!IsPlain(reading) || reading.Plan.To > now || BeforeOf(reading.Plan) is not { } before) return "";
        if (await ThenAsync(before, patience, ct) is not { } then) return "";
        if (figures.Total is not { } total || then.Total is not { } was || Math.Max(total, was) < FewestTickets) return "";
        var days = DayWords.Of(before.Days!);
        return was == 0 ? $"There were none {days}." : $"That is {FigureWords.Change((total - was) / was, null)} than {days} ({FigureWords.Number(was)}).".Replace("the same than", "the same as", StringComparison.Ordinal);
    }

    private async Task<PlanRun?> ThenAsync(Plan before, Patience patience, CancellationToken ct)
    {
        try
        {
            return await run.RunAsync(before, patience with { Told = null }, ct);   // it would begin to tell from nothing again
        }
        catch (TimeoutException)
        {
            return null;   // nobody asked for it, so nobody is to wait for it
        }
    }

    private static bool IsPlain(Reading reading) => reading is { IsPartial: false, WantsMean: false, Plan: { GroupBy.Count: 0, Grain: null, Compare: null, Having: null, Limit: null, Measures: [{ Clock: not Clocks.Open } only] } plan }
        && Catalog.Measure(only.Name) is { Over: Aggregate.Count, Name: "tickets" or "solved" }
        && plan.Filters.All(filter => Catalog.Dimension(filter.Field).Kind is not (DimensionKind.Words or DimensionKind.Number or DimensionKind.Days) && filter.Field is not ("status" or "sla"));   // older ones had longer to be solved

    private static Plan? BeforeOf(Plan plan)
    {
        if (plan is not { From: { } from, To: { } to, Days: not null }) return null;
        var zone = DateTimeZoneProviders.Tzdb[plan.TimeZone];
        var (start, end) = (Instant.FromDateTimeUtc(from), Instant.FromDateTimeUtc(to));
        var (first, after) = (start.InZone(zone).Date, end.InZone(zone).Date);
        if (zone.AtStartOfDay(first).ToInstant() != start || zone.AtStartOfDay(after).ToInstant() != end) return null;
        var days = Period.DaysBetween(first, after);
        if (days is < 1 or > LongestDays) return null;

        var months = first.Day == 1 && after.Day == 1 ? Period.Between(first, after, PeriodUnits.Months).Months : 0;
        var earlier = months > 0 ? first.PlusMonths(-months) : first.PlusDays(-days);
        return plan with
        {
            From = zone.AtStartOfDay(earlier).ToInstant().ToDateTimeUtc(),
            To = from,
            Days = $"{earlier.ToString("uuuu'-'MM'-'dd", System.Globalization.CultureInfo.InvariantCulture)} – {first.PlusDays(-1).ToString("uuuu'-'MM'-'dd", System.Globalization.CultureInfo.InvariantCulture)}",
        };
    }
}
