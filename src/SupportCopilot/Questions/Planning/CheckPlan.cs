using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Questions.Planning;

/// <summary>Whether a plan asks for what there is, in a way that means something.</summary>
internal static class CheckPlan
{
    private const int MostMeasures = 4;
    private const int MostGroupings = 2;
    private const int MostFilters = 20;
    private const int MostAlternatives = 6;
    private const int MostValues = 200;   // SQL Server takes 2,100 parameters for all of a statement

    /// <summary>Each step of a backlog has tickets of its own, so the list behind some of the steps would not be that of their figures.</summary>
    public const string RankedBacklog = "I can give the backlog of each day, week or month, but not pick some of them. Ask for all: «backlog per day this month» names the highest and the lowest.";

    /// <summary>A ticket is of another age at the end of each step.</summary>
    public const string AgeOverTime = "I can give the age of what is open at one moment, such as now or the end of March, but not step by step.";

    /// <summary>A ticket's comments are of many instants, so a ticket stands in no one step.</summary>
    public const string CommentsOverTime = "I can count what was written in a period, but not day by day or by the hour. Ask for the comments of one period, or for those of tickets created in each: «comments of tickets created per week».";

    /// <summary>What is wrong with it; null for nothing.</summary>
    public static string? ProblemOf(Plan plan)
    {
        if (plan.Measures.Count is 0 or > MostMeasures) return $"A plan has 1 to {MostMeasures} measures.";
        if (plan.GroupBy.Count > MostGroupings) return $"Figures are split by {MostGroupings} dimensions at most.";
        if (plan.GroupBy.Distinct().Count() < plan.GroupBy.Count) return "Figures are split by each dimension once.";
        if (plan.Filters.Count > MostFilters) return $"A plan has {MostFilters} filters at most.";
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(plan.TimeZone) is null) return $"\"{plan.TimeZone}\" is no time zone; use an IANA name such as Europe/London.";
        if (plan.From >= plan.To) return "The period ends before it begins.";
        if (LeavesOutOthers(plan)) return "The days to leave out are no part of the days asked for. To hold two periods against each other, ask for the one compared with the other.";
        if (plan.Grain is not null && !Catalog.Grains.Contains(plan.Grain)) return $"\"{plan.Grain}\" is no step of a trend; there are {string.Join(", ", Catalog.Grains)}.";
        if (plan.WeekStart is not null && (plan.Grain != "week" || !Enum.TryParse<IsoDayOfWeek>(plan.WeekStart, ignoreCase: true, out var day) || day is IsoDayOfWeek.None || char.IsDigit(plan.WeekStart[0]))) return "Only weekly steps begin on a weekday.";
        if (plan.FiscalYearStart is not null && (plan.Grain is not ("quarter" or "year") || plan.FiscalYearStart is < 2 or > 12)) return "Only quarterly and yearly steps are fiscal ones.";
        if (plan.Compare is not (null or "previousPeriod" or "previousYear" or "period")) return $"\"{plan.Compare}\" is no comparison; there are previousPeriod, previousYear and period.";
        if (plan.Compare is null != plan.Before is null) return "A comparison needs the period it compares with, and that period a comparison.";
        if (plan.Limit is < 1 or > RunningLimits.MostGroups) return $"At most {RunningLimits.MostGroups} groups can be asked for.";
        if (plan.Skip is not null && (plan.Skip is < 1 or > RunningLimits.MostGroups || plan.Limit is null)) return "Only of those at one end of an order can the first ones be left out.";
        if (plan.Each is { } each && (plan.Limit is null || plan.Skip is not null || plan.Grain is not null || plan.GroupBy.Count != 2 || !plan.GroupBy.Contains(each))) return "Groups are ranked within one of two dimensions.";
        if ((plan.Limit ?? (object?)plan.Having) is not null && plan.GroupBy.Count == 0 && plan.Grain is null) return "There are no groups to choose from.";
        if ((plan.Limit ?? (object?)plan.Having) is not null && plan.Grain is not null && plan.Measures.Any(measure => measure.Clock == Clocks.Open)) return RankedBacklog;
        if (plan.Running && (plan.Grain is null || plan.Limit is not null || plan.Having is not null || plan.Order is not null || plan.Before is not null || plan.Measures.Any(measure => Catalog.FindMeasure(measure.Name) is not { AddsUp: true, Clock: not Clocks.Open })))
            return "A running total adds up a count step by step: «running total of tickets per week this quarter».";
        if (plan.Filters.Any(filter => filter.Field is "openAgeMinutes" or "idleMinutes") && (plan.To is null || plan.Grain is not null || plan.Measures.Any(measure => measure.Clock != Clocks.Open))) return "Only what is open at a moment has an age then.";
        if (plan.Grain is not null && plan.Measures.Any(measure => measure is { Name: "share", Clock: Clocks.Open })) return "I can give shares of what is open at one moment, but not step by step.";
        if (plan.Measures.Any(measure => measure.Part.Any(filter => filter.Field is "openAgeMinutes" or "idleMinutes"))) return "I can count what is open by its age, but not give its share. Ask for the two counts: «open tickets older than 30 days» and «open tickets».";
        if (plan.Measures.Any(IsAge) && plan.To is null) return "The age of what is open is that at an instant, and needs one.";
        if (plan.Measures.Any(IsAge) && plan.Grain is not null) return AgeOverTime;
        if (plan.Measures.Any(measure => measure.Clock == Clocks.Written) && (plan.Grain is not null || plan.GroupBy.Concat(plan.Filters.Select(filter => filter.Field)).Any(name => Catalog.FindDimension(name) is { IsTimed: true })))
            return CommentsOverTime;
        if (plan.GroupBy.Contains("ticket") && (plan.Limit is null || plan.Order is null || plan.GroupBy.Count > 1 || plan.Grain is not null || plan.Before is not null || plan.Measures.Count > 1)) return "Tickets are listed by what they are ranked by: «10 oldest open tickets».";
        if (!plan.GroupBy.Contains("ticket") && plan.Measures.Any(measure => Catalog.FindMeasure(measure.Name) is { Unit: "instant" })) return "When a ticket was created or solved is told of single tickets.";
        return plan.Measures.Select(ProblemOf).Concat(plan.GroupBy.Select(ProblemOfGroup))
            .Concat(plan.Filters.Concat(plan.Measures.SelectMany(measure => measure.Part)).Select(ProblemOf)).FirstOrDefault(problem => problem is not null);
    }

    /// <summary>«last month minus the month before»: only a part of the days that are demanded can be left out of them.</summary>
    private static bool LeavesOutOthers(Plan plan) => plan.Days?.Split(" – ") is [{ Length: 10 } from, { Length: 10 } to]
        && plan.Filters.Any(filter => filter.Op == "isNot" && filter.Field == $"{plan.Measures[0].Clock}Days" && filter.Values.Any(span =>
            span.Split('/') is not [var first, var last] || string.CompareOrdinal(first, from) < 0 || string.CompareOrdinal(last, to) > 0 || first == from && last == to));

    private static bool IsAge(PlanMeasure measure) => measure is { Clock: Clocks.Open, Name: not "open" };

    private static string? ProblemOf(PlanMeasure measure)
    {
        if (Catalog.FindMeasure(measure.Name) is not { } known) return $"There is no measure \"{measure.Name}\".";
        if (!Clocks.All.Contains(measure.Clock)) return $"\"{measure.Clock}\" is no clock; there are {string.Join(", ", Clocks.All)}.";
        if (known.Clock == Clocks.Open != (measure.Clock == Clocks.Open) && known.Name != "share") return "What is open goes by the clock open, and nothing else does.";
        if (measure.Clock == Clocks.Written && known.Name != "comments") return "Comments alone go by when they were written.";
        return measure.Part.Count > 0 && known.Name != "share" ? "A share alone has a part." : null;
    }

    private static string? ProblemOfGroup(string name) =>
        Catalog.FindDimension(name) is { CanGroup: true } ? null : $"Figures cannot be split by \"{name}\".";

    private static string? ProblemOf(PlanFilter filter)
    {
        if (Catalog.FindDimension(filter.Field) is not { } dimension) return $"There is no dimension \"{filter.Field}\".";
        if ((dimension.Kind is DimensionKind.Either) != (filter.Any is not null)) return "Alternatives are demands of their own.";
        if (filter.Any is { } any) return any.Count is < 2 or > MostAlternatives || any.Any(one => one.Any is not null) || filter.Op is not ("is" or "isNot") ? $"There are 2 to {MostAlternatives} alternatives." : any.Select(ProblemOf).FirstOrDefault(problem => problem is not null);
        var wantsValues = filter.Op is not ("empty" or "notEmpty");
        if (wantsValues ? filter.Values.Count is 0 or > MostValues : filter.Values.Count > 0) return $"The filter on {filter.Field} has {filter.Values.Count} values.";
        return (dimension.Kind, filter.Op) switch
        {
            (DimensionKind.Number, "is" or "isNot" or "atLeast" or "atMost" or "moreThan" or "lessThan") =>
                filter.Values.All(value => double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) ? null : $"The filter on {filter.Field} needs a number.",
            (DimensionKind.Custom, "atLeast" or "atMost" or "moreThan" or "lessThan") =>
                filter.Values is [var bound] && double.TryParse(bound, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : $"The bound on {filter.Field} needs a number.",
            (DimensionKind.Words, "contains" or "notContains") => null,
            (DimensionKind.Text or DimensionKind.Tag or DimensionKind.Custom, "contains" or "notContains") => null,
            (DimensionKind.PartOfWeek or DimensionKind.Ticket, _) => $"{filter.Field} is for splits.",
            (DimensionKind.Weekday or DimensionKind.HourOfDay, "is" or "isNot") => null,
            (DimensionKind.Days, "is" or "isNot") => filter.Values.All(value => DaySpans.Read(value) is not null) ? null : $"The filter on {filter.Field} needs days, as 2026-05-01/2026-05-31.",
            (DimensionKind.Days, _) => $"{filter.Field} cannot be asked for by {filter.Op}.",
            (DimensionKind.Weekday or DimensionKind.HourOfDay or DimensionKind.Words, _) or (_, not ("is" or "isNot" or "empty" or "notEmpty")) => $"{filter.Field} cannot be asked for by {filter.Op}.",
            _ => null,
        };
    }
}
