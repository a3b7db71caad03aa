using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Segments;

/// <summary>Makes the tests of rows out of what statements have as conditions. Each says whether columns tell it.</summary>
internal sealed class MakeTests(CompileContext context, int clock, DateTimeZone zone, Slice slice)
{
    private static readonly string AgeInMinutes = $"(({Catalog.At} - {Clocks.Column(Clocks.Created)}) / 60000)";

    /// <summary>The instant up to which the ages of open tickets are reckoned; null where there is none.</summary>
    public long? AgesAt { get; init; }

    /// <summary>What the caller may see.</summary>
    public bool Sight(List<RowTest> into)
    {
        var sight = context.Sight;
        return Sighted("group", sight.GroupIds) && Sighted("organization", sight.OrganizationIds)
            && (sight.Brands.Count == 0 || Add(into, SegmentFields.Of(Catalog.Dimension("brand")), field => new IsOneOfTexts(field, sight.Brands.ToHashSet(), false)));

        bool Sighted(string dimension, IReadOnlyCollection<long> seen) =>
            seen.Count == 0 || Add(into, SegmentFields.Of(Catalog.Dimension(dimension)), field => new IsOneOfNumbers(field, seen.ToHashSet(), false));
    }

    /// <summary>What a measure needs.</summary>
    public bool Condition(string? needs, List<RowTest> into) =>
        needs is null || Add(into, SegmentFields.OfCondition(needs), field => new IsOneOfNumbers(field, new HashSet<long> { 1 }, false));

    /// <summary>A demand of the plan.</summary>
    public bool Filter(PlanFilter filter, List<RowTest> into)
    {
        var dimension = Catalog.Dimension(filter.Field);
        var isNot = filter.Op == "isNot";
        switch (dimension.Kind, filter.Op)
        {
            case (DimensionKind.Tag, "is" or "isNot"):
                into.Add(new IsTagged(filter.Values.ToHashSet(), isNot));
                return true;
            case (DimensionKind.Tag, "empty" or "notEmpty"):
                into.Add(new IsTagged(null, filter.Op == "empty"));
                return true;
            case (DimensionKind.Weekday, "is" or "isNot"):
                into.Add(new IsAtTimeOf(clock, new WallClock(zone, slice, true), CalendarNames.WeekdayNumbers(filter.Values).ToHashSet(), isNot));
                return true;
            case (DimensionKind.HourOfDay, "is" or "isNot"):
                into.Add(new IsAtTimeOf(clock, new WallClock(zone, slice, false), CalendarNames.Hours(filter.Values).ToHashSet(), isNot));
                return true;
            case (DimensionKind.Days, "is" or "isNot"):
                return Add(into, SegmentFields.Of(dimension), field => new IsWithinAny(field, DaySpans.Of(filter.Values, zone), isNot));
            case (DimensionKind.Text or DimensionKind.Number or DimensionKind.Agent or DimensionKind.Group or DimensionKind.Organization or DimensionKind.Requester, "empty" or "notEmpty"):
                return Add(into, SegmentFields.Of(dimension), field => new HasValue(field, filter.Op == "notEmpty"));
            case (DimensionKind.Number, "is" or "isNot" or "atLeast" or "atMost" or "moreThan" or "lessThan") when dimension.Column == AgeInMinutes && AgesAt is { } at:
                into.Add(new ComparesAge(clock, at, filter.Op, [.. filter.Values.Select(value => double.Parse(value, CultureInfo.InvariantCulture))]));
                return true;
            case (DimensionKind.Number, "is" or "isNot" or "atLeast" or "atMost" or "moreThan" or "lessThan"):
                double[] bounds = [.. filter.Values.Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
                return Add(into, SegmentFields.Of(dimension), field => new Compares(field, filter.Op, bounds));
            case (DimensionKind.Agent or DimensionKind.Group or DimensionKind.Organization or DimensionKind.Requester, "is" or "isNot"):
                return Add(into, SegmentFields.Of(dimension), field => new IsOneOfNumbers(field, context.Names.Of(dimension.Name, filter.Values).ToHashSet(), isNot));
            case (DimensionKind.Text, "is" or "isNot") when !filter.Values.Contains(""):   // an empty text is none here
                return Add(into, SegmentFields.Of(dimension), field => new IsOneOfTexts(field, filter.Values.ToHashSet(), isNot));
            default:
                return false;
        }
    }

    /// <summary>What rows are told apart by; null where columns do not tell.</summary>
    public SegmentGroup? Group(Dimension dimension) => dimension.Kind switch
    {
        DimensionKind.Tag => new SegmentGroup(SegmentFields.Tags),
        DimensionKind.Weekday => new SegmentGroup(clock, new WallClock(zone, slice, true)),
        DimensionKind.HourOfDay => new SegmentGroup(clock, new WallClock(zone, slice, false)),
        DimensionKind.Text or DimensionKind.Agent or DimensionKind.Group or DimensionKind.Organization or DimensionKind.Requester =>
            SegmentFields.Of(dimension) is { } field ? new SegmentGroup(field) : null,
        _ => null,
    };

    private static bool Add(List<RowTest> into, int? field, Func<int, RowTest> test)
    {
        if (field is not { } known) return false;
        into.Add(test(known));
        return true;
    }
}
