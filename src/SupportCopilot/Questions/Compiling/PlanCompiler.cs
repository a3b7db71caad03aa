using System.Globalization;
using NodaTime;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Compiling;

/// <summary>
/// Makes the SQL of a plan: the one place where questions become statements. Every statement names the tenant first and the
/// caller's sight next; texts, numbers and dates are parameters. A figure's columns are g0, g1 (its groups), b (the step of
/// a trend), v (the value) and n (how many tickets it was made of).
/// </summary>
internal sealed class PlanCompiler(CompileContext context)
{
    // So written SQLite goes from the few that changed to their rows, and not the other way.
    private const string Changed = "ChangedTickets AS d CROSS JOIN ";

    /// <summary>The figures of one measure over one period.</summary>
    public SqlQuery Figures(Plan plan, PlanMeasure measure, Slice slice)
    {
        var known = Catalog.Measure(measure.Name);
        var (inner, shape) = Rows(plan, measure, slice, forGrouping: true);
        var groups = string.Concat(Enumerable.Range(0, slice.GroupBy.Count).Select(i => $"g{i}, ")) + (slice.Buckets is null ? "" : "b, ");
        if (slice.GroupBy is ["ticket"] && slice.Buckets is null) return new SqlQuery(OfTickets(plan, known, shape.HasValue, inner.Text, slice.MostRows), inner.Values);
        return new SqlQuery(Outer(known, shape.HasValue, groups, inner.Text, slice.MostRows), inner.Values);
    }

    /// <summary>Each ticket has one row, so there is nothing to be grouped; those at the end that is asked for come first, or the cut would lose them.</summary>
    private string OfTickets(Plan plan, Measure known, bool hasValue, string inner, int rows) =>
        $"SELECT {context.Dialect.First(rows)}g0, {(hasValue ? known.Over is Aggregate.Sum ? "CAST(x AS bigint)" : "CAST(x AS float)" : "1")} AS v, 1 AS n\nFROM (\n{inner}\n) AS r\nORDER BY v {(plan.Order?.Descending is false ? "ASC" : "DESC")}, g0{context.Dialect.Last(rows)}";

    /// <summary>
    /// The rows that those figures are made of, one for each ticket (and tag): groups, step, value. To be grouped by the
    /// database a step is its key; else it is the instant, and the ticket's creation and number follow.
    /// </summary>
    public (SqlQuery Query, RowShape Shape) Rows(Plan plan, PlanMeasure measure, Slice slice, bool forGrouping = false)
    {
        var values = new SqlValues();
        var known = Catalog.Measure(measure.Name);
        var local = LocalTimeOf(plan, slice, values);
        var conditions = Conditions(plan, measure, slice, local, values);
        var columns = GroupColumns(plan, slice, local, values, measure.Clock, forGrouping, out var joins);
        var value = ValueOf(measure, known, slice, values, conditions);
        if (value is not null)
        {
            columns.Add($"{value} AS x");
            conditions.Where(Having(known));
        }

        if (!forGrouping) columns.AddRange(["t.CreatedAt AS c", "t.Id AS i"]);
        var from = $"SELECT {(columns.Count == 0 ? "1 AS x" : string.Join(", ", columns))}\nFROM {(slice.IsChanged ? Changed : "")}Tickets AS t{joins}\nWHERE ";
        var where = measure.Clock == Clocks.Open && slice.To is not null && !forGrouping
            ? $"{OpenOf(OpenPart.StillOpen)}\nUNION ALL\n{from}{OpenOf(OpenPart.SolvedSince)}"
            : conditions.ToString();
        string OpenOf(OpenPart part) => new TicketConditions(context, values, local, measure.Clock).InSight().Where(ChangedOnly(slice, values)).OpenAt(slice.To, part).Where(known.Needs).Where(plan.Filters).ToString();

        return (new SqlQuery(from + where, values.All), new RowShape(slice.GroupBy.Count, slice.Buckets is not null, value is not null, !forGrouping));
    }

    /// <summary>What is open at the end of each step: of each ticket one more where it was created, one less where it was solved. The steps are added up by the reader.</summary>
    public SqlQuery OpenSteps(Plan plan, PlanMeasure measure, Slice slice)
    {
        var (inner, _) = OpenStepRows(plan, measure, slice, forGrouping: true);
        var groups = string.Concat(Enumerable.Range(0, slice.GroupBy.Count).Select(i => $"g{i}, "));
        return inner with { Text = $"SELECT {groups}b, SUM(x) AS v, COUNT(*) AS n\nFROM (\n{inner.Text}\n) AS r\nGROUP BY {groups}b" };
    }

    /// <summary>The rows of those: each ticket where it was created (or the steps began), with 1, and where it was solved, with −1.</summary>
    public (SqlQuery Query, RowShape Shape) OpenStepRows(Plan plan, PlanMeasure measure, Slice slice, bool forGrouping = false)
    {
        var values = new SqlValues();
        var local = LocalTimeOf(plan, slice, values);
        var buckets = slice.Buckets!;
        var end = values.Add(UtcMilliseconds.ToMilliseconds(slice.To!.Value));
        var start = values.Add(UtcMilliseconds.ToMilliseconds(buckets.All[0].Start.ToDateTimeUtc()));

        string Part(string step, int sign, params string[] demands)
        {
            var conditions = demands.Aggregate(new TicketConditions(context, values, local, measure.Clock).InSight().Where(ChangedOnly(slice, values)).Where(plan.Filters), (all, one) => all.Where(one));
            var parts = GroupColumns(plan, slice with { Buckets = null }, local, values, measure.Clock, forGrouping, out var joins);
            parts.Add($"{step} AS b");
            parts.Add($"{sign} AS x");
            return $"SELECT {string.Join(", ", parts)}\nFROM {(slice.IsChanged ? Changed : "")}Tickets AS t{joins}\nWHERE {conditions}";
        }

        // What was open at the start counts in the first step. One that is done counts from its creation until its solution;
        // without the date of that it counts nowhere. Each part is a range of one index.
        var first = forGrouping ? buckets.All[0].Key.ToString(CultureInfo.InvariantCulture) : start;
        string Step(string column) => forGrouping ? buckets.Key(column, local, values) : column;
        string[] all =
        [
            Part(first, 1, $"t.CreatedAt < {start}", $"NOT ({Catalog.IsDone})"),
            Part(first, 1, $"t.CreatedAt < {start}", Catalog.IsDone, $"t.SolvedAt >= {start}"),
            Part(Step("t.CreatedAt"), 1, $"t.CreatedAt >= {start}", $"t.CreatedAt < {end}", $"(NOT ({Catalog.IsDone}) OR t.SolvedAt > t.CreatedAt)"),
            Part(Step("t.SolvedAt"), -1, Catalog.IsDone, $"t.SolvedAt >= {start}", $"t.SolvedAt < {end}", "t.SolvedAt > t.CreatedAt"),
        ];
        return (new SqlQuery(string.Join("\nUNION ALL\n", all), values.All), new RowShape(slice.GroupBy.Count, true, true));
    }

    /// <summary>How many were created before the plan's end and are done without the date of that. By the sign SQLite leaves the index of creations, which nearly all tickets are in, for that of solutions.</summary>
    public SqlQuery Undated(Plan plan)
    {
        var values = new SqlValues();
        var conditions = new TicketConditions(context, values, LocalTimeOf(plan, new Slice(null, plan.To, []), values), Clocks.Created)
            .InSight().AsOf(plan.To).Where(plan.Filters).Where(Catalog.IsDone).Where("t.SolvedAt IS NULL").Where($"+t.CreatedAt < {values.Add(UtcMilliseconds.ToMilliseconds(plan.To!.Value))}");
        return new SqlQuery($"SELECT COUNT(*) AS n\nFROM Tickets AS t\nWHERE {conditions}", values.All);
    }

    /// <summary>The version of the tenant's data, as the transaction sees it.</summary>
    public SqlQuery Version()
    {
        var values = new SqlValues();
        return new SqlQuery($"SELECT v.Version AS n\nFROM DataVersions AS v\nWHERE v.TenantId = {values.Add(context.TenantId)}", values.All);
    }

    /// <summary>The same, and beside it the highest number of any ticket, which tells about how large the desk is.</summary>
    public SqlQuery VersionAndSize()
    {
        var values = new SqlValues();
        return new SqlQuery($"SELECT (SELECT v.Version FROM DataVersions AS v WHERE v.TenantId = {values.Add(context.TenantId)}) AS n, (SELECT MAX(Id) FROM Tickets) AS m", values.All);
    }

    /// <summary>Some columns of every ticket in sight.</summary>
    public SqlQuery Columns(IReadOnlyList<string> columns)
    {
        var values = new SqlValues();
        return new SqlQuery($"SELECT {string.Join(", ", columns)}\nFROM Tickets AS t\nWHERE {new TicketConditions(context, values, new LocalTime(DateTimeZone.Utc, Instant.MinValue, Instant.MaxValue, values), Clocks.Created).InSight()}", values.All);
    }

    /// <summary>The names of some of our own numbers. They are found by number; without the sign SQLite would rather walk through all names of the tenant.</summary>
    public SqlQuery Names(DimensionKind kind, IEnumerable<long> ids)
    {
        var values = new SqlValues();
        var table = kind switch { DimensionKind.Ticket => "Tickets", DimensionKind.Group => "Groups", DimensionKind.Organization => "Organizations", DimensionKind.Cluster => "Clusters", _ => "People" };
        return new SqlQuery($"SELECT Id, {(kind is DimensionKind.Ticket ? "ExternalId" : "Name")} AS Name FROM {table} WHERE +TenantId = {values.Add(context.TenantId)} AND Id IN {values.AddList(ids)}", values.All);
    }

    /// <summary>What some tickets are called.</summary>
    public SqlQuery Listed(IEnumerable<long> ids)
    {
        var values = new SqlValues();
        return new SqlQuery($"SELECT Id, Source, ExternalId, Subject FROM Tickets WHERE +TenantId = {values.Add(context.TenantId)} AND Id IN {values.AddList(ids)}", values.All);
    }

    /// <summary>The mail addresses of some people, of those who have one.</summary>
    public SqlQuery Addresses(IEnumerable<long> ids)
    {
        var values = new SqlValues();
        return new SqlQuery($"SELECT Id, Email FROM People WHERE +TenantId = {values.Add(context.TenantId)} AND Email <> '' AND Id IN {values.AddList(ids)}", values.All);
    }

    /// <summary>The first and last instant of the clock among the tickets of a measure, for trends over all of the past.</summary>
    public SqlQuery Extent(Plan plan, PlanMeasure measure, Slice slice)
    {
        var values = new SqlValues();
        var clock = Clocks.Column(measure.Clock);
        var conditions = Conditions(plan, measure, slice, LocalTimeOf(plan, slice, values), values).Where($"{clock} IS NOT NULL");
        conditions.Where(Having(Catalog.Measure(measure.Name)));
        return new SqlQuery($"SELECT MIN({clock}) AS a, MAX({clock}) AS z\nFROM Tickets AS t\nWHERE {conditions}", values.All);
    }

    /// <summary>
    /// The first and last instant of a clock among all tickets of the tenant, and the highest number of any ticket: what the
    /// ends of three indexes say at once, whatever the size of the desk. It only tells whether to split a scan.
    /// </summary>
    public SqlQuery Reach(string clock)
    {
        var values = new SqlValues();
        var (tenant, column) = (values.Add(context.TenantId), Clocks.Column(clock));
        string End(string end) => $"(SELECT {end}({column}) FROM Tickets AS t WHERE t.TenantId = {tenant} AND {column} IS NOT NULL)";
        return new SqlQuery($"SELECT {End("MIN")} AS a, {End("MAX")} AS z, (SELECT MAX(Id) FROM Tickets) AS n", values.All);
    }

    /// <summary>How many tickets stand behind the figures of a measure.</summary>
    public SqlQuery Count(Plan plan, PlanMeasure measure, Slice slice, Restriction? only)
    {
        var values = new SqlValues();
        return new SqlQuery($"SELECT COUNT(*) AS n\nFROM Tickets AS t\nWHERE {Behind(plan, measure, slice, only, values)}", values.All);
    }

    /// <summary>Those tickets, newest first, those without a date last: number and creation.</summary>
    public SqlQuery List(Plan plan, PlanMeasure measure, Slice slice, Restriction? only, ListMark? after, int rows)
    {
        var values = new SqlValues();
        var conditions = Behind(plan, measure, slice, only, values);
        if (after is { CreatedAt: { } at } mark)
        {
            var (moment, id) = (values.Add(at), values.Add(mark.Id));
            conditions.Where($"(t.CreatedAt IS NULL OR t.CreatedAt < {moment} OR (t.CreatedAt = {moment} AND t.Id < {id}))");
        }
        else if (after is not null)
        {
            conditions.Where($"t.CreatedAt IS NULL AND t.Id < {values.Add(after.Id)}");
        }

        return new SqlQuery(
            $"SELECT {context.Dialect.First(rows)}t.Id, t.CreatedAt\nFROM Tickets AS t\nWHERE {conditions}\nORDER BY t.CreatedAt DESC, t.Id DESC{context.Dialect.Last(rows)}", values.All);
    }

    private TicketConditions Behind(Plan plan, PlanMeasure measure, Slice slice, Restriction? only, SqlValues values)
    {
        var known = Catalog.Measure(measure.Name);
        var local = LocalTimeOf(plan, slice, values);
        var conditions = Conditions(plan, measure, slice, local, values);
        conditions.Where(Having(known));
        foreach (var many in slice.GroupBy.Where(name => Catalog.Dimension(name).IsMany)) conditions.Where([new PlanFilter(many, "notEmpty", [])]);
        if (only?.Groups is { } groups) conditions.WhereKeys(slice.GroupBy, groups);
        if (only?.Steps is { } steps) conditions.WhereSteps(steps);
        return conditions;
    }

    private TicketConditions Conditions(Plan plan, PlanMeasure measure, Slice slice, LocalTime local, SqlValues values)
    {
        var conditions = new TicketConditions(context, values, local, measure.Clock)
            .InSight()
            .Where(ChangedOnly(slice, values))
            .During(slice.From, slice.To)
            .Where(Catalog.Measure(measure.Name).Needs)
            .Where(plan.Filters);
        if (slice.IsTimed) conditions.Where($"{Clocks.Column(measure.Clock)} IS NOT NULL");
        if (slice.IsUndated) conditions.Where($"{Clocks.Column(measure.Clock)} IS NULL");
        return conditions;
    }

    private string? ChangedOnly(Slice slice, SqlValues values) => slice.IsChanged ? $"d.TenantId = {values.Add(context.TenantId)} AND d.TicketId = t.Id" : null;

    private List<string> GroupColumns(Plan plan, Slice slice, LocalTime local, SqlValues values, string clock, bool forGrouping, out string joins)
    {
        joins = "";
        var columns = new List<string>();
        for (var i = 0; i < slice.GroupBy.Count; i++)
        {
            var dimension = Catalog.Dimension(slice.GroupBy[i]);
            if (dimension.Kind is DimensionKind.Tag) joins += $"\nINNER JOIN TicketTags AS j{i} ON j{i}.TicketId = t.Id{OnlyTags(plan, dimension.Name, i, values)}";
            if (dimension.Kind is DimensionKind.Cluster) joins += $"\nLEFT JOIN ClusterMembers AS j{i} ON j{i}.TicketId = t.Id";
            if (dimension.Kind is DimensionKind.Custom) joins += $"\nLEFT JOIN TicketFields AS j{i} ON j{i}.TicketId = t.Id AND j{i}.Name = {values.Add(dimension.Title)}";
            columns.Add($"{GroupColumn(dimension, i, local, clock)} AS g{i}");
        }

        if (slice.Buckets is { } buckets) columns.Add($"{(forGrouping ? buckets.Key(Clocks.Column(clock), local, values) : Clocks.Column(clock))} AS b");
        return columns;
    }

    /// <summary>Who asks for some tags by tag puts these side by side, and not all others that stand on the same tickets.</summary>
    private static string OnlyTags(Plan plan, string dimension, int i, SqlValues values) =>
        plan.Filters.FirstOrDefault(filter => filter.Field == dimension && filter is { Op: "is", Values.Count: > 1 }) is { } several ? $" AND j{i}.Tag IN {values.AddList(several.Values)}" : "";

    private static string GroupColumn(Dimension dimension, int i, LocalTime local, string clock) => dimension.Kind switch
    {
        DimensionKind.Tag or DimensionKind.Cluster => $"j{i}.{dimension.Column}",
        DimensionKind.Weekday => local.Weekday(Clocks.Column(clock)),
        DimensionKind.PartOfWeek => $"CASE WHEN {local.Weekday(Clocks.Column(clock))} IN (5, 6) THEN 1 ELSE 0 END",
        DimensionKind.HourOfDay => local.HourOfDay(Clocks.Column(clock)),
        DimensionKind.Text => $"NULLIF({dimension.Column}, '')",
        DimensionKind.Custom => $"NULLIF(j{i}.{dimension.Column}, '')",
        _ => dimension.Column,
    };

    /// <summary>Without which a ticket has no value. Ages and counts of comments every ticket has that is counted at all.</summary>
    private static string? Having(Measure known) =>
        known is { Column: { } column, Over: not Aggregate.Share, Family: not "comments" } && known.Clock != Clocks.Open ? $"{column} IS NOT NULL" : null;

    private static string? ValueOf(PlanMeasure measure, Measure known, Slice slice, SqlValues values, TicketConditions conditions) => known.Over switch
    {
        Aggregate.Count => null,
        Aggregate.Share when known.Column is null => measure.Part.Count == 0 ? null : $"CASE WHEN {string.Join(" AND ", measure.Part.Select(conditions.Of))} THEN 1 ELSE 0 END",
        _ when known.Column!.Contains(Catalog.At, StringComparison.Ordinal) => known.Column.Replace(Catalog.At, values.Add(UtcMilliseconds.ToMilliseconds(slice.To!.Value)), StringComparison.Ordinal),
        _ when measure.Clock == Clocks.Written => $"({Comments("COUNT(*)", slice.From, slice.To, values)})",
        _ => known.Column,
    };

    /// <summary>The comments of a ticket that were written in a period.</summary>
    public static string Comments(string what, DateTime? from, DateTime? to, SqlValues values)
    {
        var comments = $"SELECT {what} FROM Comments AS k WHERE k.TicketId = t.Id";
        if (from is { } first) comments += $" AND {Clocks.OfComment} >= {values.Add(UtcMilliseconds.ToMilliseconds(first))}";
        if (to is { } end) comments += $" AND {Clocks.OfComment} < {values.Add(UtcMilliseconds.ToMilliseconds(end))}";
        return comments;
    }

    private string Outer(Measure measure, bool hasValue, string groups, string inner, int rows)
    {
        // Without groups there is one row.
        var by = groups.Length > 0 ? $"\nGROUP BY {groups[..^2]}\nORDER BY v DESC{context.Dialect.Last(rows)}" : "";
        var first = groups.Length > 0 ? context.Dialect.First(rows) : "";
        if (measure.Over is Aggregate.Percentile) return Percentile(measure.Percentile, groups, by, inner, first);
        var value = measure.Over switch
        {
            Aggregate.Sum => "SUM(CAST(x AS bigint))",
            Aggregate.Average => "AVG(CAST(x AS float))",
            Aggregate.Share when hasValue => "AVG(CAST(x AS float))",
            Aggregate.Distinct => "COUNT(DISTINCT x)",
            _ => "COUNT(*)",
        };
        return $"SELECT {first}{groups}{value} AS v, COUNT(*) AS n\nFROM (\n{inner}\n) AS r{by}";
    }

    /// <summary>
    /// Exact, by linear interpolation between the two nearest ranks: definition 7 of Hyndman and Fan, «Sample Quantiles in
    /// Statistical Packages», The American Statistician 50 (1996), as spreadsheets and PERCENTILE_CONT have it. Of n sorted
    /// values the rank, from 0, is (n−1)·p/100. One sort of the rows.
    /// </summary>
    private static string Percentile(int percent, string groups, string by, string inner, string first)
    {
        var partition = groups.Length > 0 ? $"PARTITION BY {groups[..^2]} " : "";
        var rank = $"(c - 1) * {percent}";
        return $"""
            WITH ranked AS (
            SELECT {groups}x, ROW_NUMBER() OVER ({partition}ORDER BY x) AS k, COUNT(*) OVER ({partition.TrimEnd()}) AS c
            FROM (
            {inner}
            ) AS r
            )
            SELECT {first}{groups}SUM(CASE WHEN k = {rank} / 100 + 1 THEN x * (1.0 - ({rank} % 100) / 100.0) WHEN k = {rank} / 100 + 2 THEN x * (({rank} % 100) / 100.0) ELSE 0 END) AS v, COUNT(*) AS n
            FROM ranked{by}
            """;
    }

    private static LocalTime LocalTimeOf(Plan plan, Slice slice, SqlValues values)
    {
        var (from, to) = LocalTime.ReachOf(slice);
        return new LocalTime(DateTimeZoneProviders.Tzdb[plan.TimeZone], from, to, values);
    }
}
