using System.Globalization;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Compiling;

/// <summary>The conditions of a statement over tickets: tenant and sight always and first, then period, filters, and what a measure needs.</summary>
internal sealed class TicketConditions(CompileContext context, SqlValues values, LocalTime local, string clock)
{
    // By the ticket alone, which is of one tenant: with the tenant beside it SQLite would walk all of the tenant's tags for each ticket.
    private const string Tags = "SELECT 1 FROM TicketTags AS g WHERE g.TicketId = t.Id";
    private const string Members = "SELECT 1 FROM ClusterMembers AS m WHERE m.TicketId = t.Id";

    // In a shorter period looking at each ticket's tags costs less than listing all tickets that ever had a tag.
    private static readonly TimeSpan Short = TimeSpan.FromDays(15);

    private readonly List<string> _conditions = [];
    private bool _isShort;
    private string? _at;   // the instant at which what is counted is open

    public override string ToString() => string.Join("\n  AND ", _conditions);

    /// <summary>Tenant, tombstones, rights.</summary>
    public TicketConditions InSight()
    {
        _conditions.Add($"t.TenantId = {values.Add(context.TenantId)}");
        _conditions.Add("t.Status <> 'deleted'");
        var sight = context.Sight;
        if (sight.GroupIds.Count > 0) _conditions.Add($"t.GroupId IN {values.AddList(sight.GroupIds)}");
        if (sight.OrganizationIds.Count > 0) _conditions.Add($"t.OrganizationId IN {values.AddList(sight.OrganizationIds)}");
        if (sight.Brands.Count > 0) _conditions.Add($"t.Brand IN {values.AddList(sight.Brands)}");
        if (context.Sample is { } sample) _conditions.Add(sample.Condition(values));
        return this;
    }

    /// <summary>The period by the measure's clock.</summary>
    public TicketConditions During(DateTime? from, DateTime? to)
    {
        if (clock == Clocks.Open) return OpenAt(to, OpenPart.All);
        if (clock == Clocks.Written) return Where($"EXISTS ({PlanCompiler.Comments("1", from, to, values)})");
        var column = Clocks.Column(clock);
        _isShort = clock is Clocks.Created or Clocks.Solved && from is { } a && to is { } z && z - a <= Short;
        if (from is { } first) _conditions.Add($"{column} >= {values.Add(UtcMilliseconds.ToMilliseconds(first))}");
        if (to is { } end) _conditions.Add($"{column} < {values.Add(UtcMilliseconds.ToMilliseconds(end))}");
        return this;
    }

    /// <summary>The instant up to which ages are reckoned, without demanding that anything is open at it.</summary>
    public TicketConditions AsOf(DateTime? at)
    {
        if (at is { } instant) _at ??= values.Add(UtcMilliseconds.ToMilliseconds(instant));
        return this;
    }

    public TicketConditions Where(string? condition)
    {
        if (condition is not null) _conditions.Add(condition);
        return this;
    }

    public TicketConditions Where(IEnumerable<PlanFilter> filters)
    {
        _conditions.AddRange(filters.Select(Of));
        return this;
    }

    /// <summary>The tickets of some groups only, which are told by their keys as the statement gave them.</summary>
    public TicketConditions WhereKeys(IReadOnlyList<string> groupBy, IReadOnlyList<GroupKey> keys)
    {
        if (keys.Count == 0) return Where("1 = 0");
        if (groupBy.Count == 1)
        {
            var dimension = Catalog.Dimension(groupBy[0]);
            var known = keys.Select(key => key.Values[0]).OfType<object>().ToList();
            var any = new List<string>();
            if (known.Count > 0) any.Add(KeyIn(dimension, known));
            if (known.Count < keys.Count) any.Add(Of(new PlanFilter(dimension.Name, "empty", [])));
            return Where($"({string.Join(" OR ", any)})");
        }

        var each = keys.Select(key => "(" + string.Join(" AND ", key.Values.Select((value, i) => value is null
            ? Of(new PlanFilter(groupBy[i], "empty", []))
            : KeyIn(Catalog.Dimension(groupBy[i]), [value]))) + ")");
        return Where($"({string.Join(" OR ", each)})");
    }

    /// <summary>The tickets of some steps of a trend only.</summary>
    public TicketConditions WhereSteps(IReadOnlyList<StepSpan> steps)
    {
        var column = Clocks.Column(clock);
        return Where(steps.Count == 0 ? "1 = 0" : $"({string.Join(" OR ", steps.Select(step => $"({column} >= {values.Add(step.From)} AND {column} < {values.Add(step.To)})"))})");
    }

    /// <summary>One demand of a plan as a condition that is true or false, never unknown.</summary>
    public string Of(PlanFilter filter)
    {
        var dimension = Catalog.Dimension(filter.Field);
        return dimension.Kind switch
        {
            DimensionKind.Either => $"{(filter.Op == "is" ? "" : "NOT ")}({string.Join(" OR ", filter.Any!.Select(Of))})",
            DimensionKind.Tag => OfTag(filter),
            DimensionKind.Cluster => OfCluster(filter),
            DimensionKind.Custom => OfField(dimension, filter),
            DimensionKind.Words => OfWords(dimension, filter),
            DimensionKind.Days => OfDays(dimension.Column, filter),
            DimensionKind.Number when _at is { } at => OfNumber(dimension.Column.Replace(Catalog.At, at, StringComparison.Ordinal), filter),
            DimensionKind.Number => OfNumber(dimension.Column, filter),
            DimensionKind.Weekday => In(local.Weekday(Clocks.Column(clock)), CalendarNames.WeekdayNumbers(filter.Values), filter.Op),
            DimensionKind.HourOfDay => In(local.HourOfDay(Clocks.Column(clock)), CalendarNames.Hours(filter.Values), filter.Op),
            _ when dimension.IsNamed => OfNamed(dimension, filter),
            _ => OfText(dimension.Column, filter),
        };
    }

    /// <summary>
    /// Open at an instant: created before it and not solved until then; without an instant, by the status as it is now. A
    /// solved ticket whose solution has no date is open at no past instant.
    /// </summary>
    public TicketConditions OpenAt(DateTime? at, OpenPart part)
    {
        if (at is not { } instant)
        {
            _conditions.Add($"NOT ({Catalog.IsDone})");
            return this;
        }

        var name = _at = values.Add(UtcMilliseconds.ToMilliseconds(instant));
        _conditions.Add($"t.CreatedAt < {name}");
        _conditions.Add(part switch
        {
            OpenPart.StillOpen => $"NOT ({Catalog.IsDone})",
            OpenPart.SolvedSince => $"{Catalog.IsDone} AND t.SolvedAt >= {name}",
            _ => $"(NOT ({Catalog.IsDone}) OR t.SolvedAt >= {name})",
        });
        return this;
    }

    private string KeyIn(Dimension dimension, IReadOnlyList<object> keys) => dimension.Kind switch
    {
        DimensionKind.Tag => $"t.Id IN ({Tagged(keys)})",
        DimensionKind.Cluster => $"t.Id IN ({InClusters(keys)})",
        DimensionKind.Custom => $"t.Id IN ({Fielded(dimension)} AND f.Value IN {values.AddList(keys)})",
        DimensionKind.Weekday => $"{local.Weekday(Clocks.Column(clock))} IN {values.AddList(keys)}",
        DimensionKind.HourOfDay => $"{local.HourOfDay(Clocks.Column(clock))} IN {values.AddList(keys)}",
        DimensionKind.PartOfWeek => $"CASE WHEN {local.Weekday(Clocks.Column(clock))} IN (5, 6) THEN 1 ELSE 0 END IN {values.AddList(keys)}",
        _ => $"{dimension.Column} IN {values.AddList(keys)}",
    };

    private string OfText(string column, PlanFilter filter) => filter.Op switch
    {
        "is" or "isNot" => In(column, filter.Values, filter.Op),
        "empty" => $"({column} IS NULL OR {column} = '')",
        "notEmpty" => $"({column} IS NOT NULL AND {column} <> '')",
        "contains" => $"({Any(filter.Values, text => Like(column, text))})",
        _ => $"({column} IS NULL OR NOT ({Any(filter.Values, text => Like(column, text))}))",
    };

    private string OfNamed(Dimension dimension, PlanFilter filter) => filter.Op switch
    {
        "empty" => $"{dimension.Column} IS NULL",
        "notEmpty" => $"{dimension.Column} IS NOT NULL",
        _ => In(dimension.Column, context.Names.Of(dimension.Name, filter.Values), filter.Op),
    };

    private string OfTag(PlanFilter filter) => filter.Op switch
    {
        "is" when _isShort => $"EXISTS ({Tags} AND g.Tag IN {values.AddList(filter.Values)})",
        "isNot" when _isShort => $"NOT EXISTS ({Tags} AND g.Tag IN {values.AddList(filter.Values)})",
        "is" => $"t.Id IN ({Tagged(filter.Values)})",
        "isNot" => $"t.Id NOT IN ({Tagged(filter.Values)})",
        "contains" => $"EXISTS ({Tags} AND ({Any(filter.Values, text => Like("g.Tag", text))}))",
        "notContains" => $"NOT EXISTS ({Tags} AND ({Any(filter.Values, text => Like("g.Tag", text))}))",
        "empty" => $"NOT EXISTS ({Tags})",
        _ => $"EXISTS ({Tags})",
    };

    private string Tagged<T>(IEnumerable<T> tags) where T : notnull =>
        $"SELECT g.TicketId FROM TicketTags AS g WHERE g.TenantId = {values.Add(context.TenantId)} AND g.Tag IN {values.AddList(tags)}";

    private string InClusters<T>(IEnumerable<T> clusters) where T : notnull =>
        $"SELECT m.TicketId FROM ClusterMembers AS m WHERE m.TenantId = {values.Add(context.TenantId)} AND m.ClusterId IN {values.AddList(clusters)}";

    private string OfCluster(PlanFilter filter)
    {
        var ids = context.Names.Of(filter.Field, filter.Values);
        return filter.Op switch
        {
            "is" => ids.Count == 0 ? "1 = 0" : $"t.Id IN ({InClusters(ids)})",
            "isNot" => ids.Count == 0 ? "1 = 1" : $"t.Id NOT IN ({InClusters(ids)})",
            "empty" => $"NOT EXISTS ({Members})",
            _ => $"EXISTS ({Members})",
        };
    }

    /// <summary>The tickets that have a custom field; its name is a value like any other.</summary>
    private string Fielded(Dimension field) =>
        $"SELECT f.TicketId FROM TicketFields AS f WHERE f.TenantId = {values.Add(context.TenantId)} AND f.Name = {values.Add(field.Title)}";

    private string OfField(Dimension field, PlanFilter filter)
    {
        var fielded = Fielded(field);
        return filter.Op switch
        {
            "is" => $"t.Id IN ({fielded} AND f.Value IN {values.AddList(filter.Values)})",
            "isNot" => $"t.Id NOT IN ({fielded} AND f.Value IN {values.AddList(filter.Values)})",
            "contains" => $"t.Id IN ({fielded} AND ({Any(filter.Values, text => Like("f.Value", text))}))",
            "notContains" => $"t.Id NOT IN ({fielded} AND ({Any(filter.Values, text => Like("f.Value", text))}))",
            "empty" => $"t.Id NOT IN ({fielded} AND f.Value <> '')",
            "notEmpty" => $"t.Id IN ({fielded} AND f.Value <> '')",
            var op => $"t.Id IN ({fielded} AND {context.Dialect.Number("f.Value")} {Comparison(op)} {values.Add(double.Parse(filter.Values[0], CultureInfo.InvariantCulture))})",
        };
    }

    private string OfWords(Dimension dimension, PlanFilter filter)
    {
        var found = Any(filter.Values, text => dimension.Name == "subject"
            ? Like("t.Subject", text)
            : $"{Like("t.Subject", text)} OR EXISTS (SELECT 1 FROM Comments AS c WHERE c.TicketId = t.Id AND {Like("c.Body", text)})");
        return filter.Op == "contains" ? $"({found})" : $"NOT ({found})";
    }

    private string OfDays(string column, PlanFilter filter)
    {
        var within = string.Join(" OR ", DaySpans.Of(filter.Values, local.Zone).Select(span => $"({column} >= {values.Add(span.From)} AND {column} < {values.Add(span.To)})"));
        return filter.Op == "is" ? $"({column} IS NOT NULL AND ({within}))" : $"({column} IS NULL OR NOT ({within}))";
    }

    private string OfNumber(string column, PlanFilter filter)
    {
        if (filter.Op is "empty") return $"{column} IS NULL";
        if (filter.Op is "notEmpty") return $"{column} IS NOT NULL";
        var bounds = filter.Values.Select(value => values.Add(double.Parse(value, CultureInfo.InvariantCulture))).ToList();
        return filter.Op switch
        {
            "is" => $"({column} IS NOT NULL AND {column} IN ({string.Join(", ", bounds)}))",
            "isNot" => $"({column} IS NULL OR {column} NOT IN ({string.Join(", ", bounds)}))",
            _ => $"({column} IS NOT NULL AND {column} {Comparison(filter.Op)} {bounds[0]})",
        };
    }

    private string In<T>(string column, IReadOnlyList<T> wanted, string op) where T : notnull => (op, wanted.Count) switch
    {
        ("is", 0) => "1 = 0",
        ("is", _) => $"({column} IS NOT NULL AND {column} IN {values.AddList(wanted)})",
        (_, 0) => "1 = 1",
        _ => $"({column} IS NULL OR {column} NOT IN {values.AddList(wanted)})",
    };

    private string Like(string column, string text) => $@"{column} LIKE {values.Add(context.Dialect.Containing(text))} ESCAPE '\'";

    private static string Any(IEnumerable<string> texts, Func<string, string> condition) => string.Join(" OR ", texts.Select(condition));

    private static string Comparison(string op) => op switch
    {
        "atLeast" => ">=",
        "atMost" => "<=",
        "moreThan" => ">",
        _ => "<",
    };
}

/// <summary>What was open at an instant is still open or was solved since: each part has an index that holds it alone.</summary>
internal enum OpenPart
{
    All,
    StillOpen,
    SolvedSince,
}
