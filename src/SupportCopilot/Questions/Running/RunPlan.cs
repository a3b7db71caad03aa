using SupportCopilot.Access;
using SupportCopilot.Questions.Caching;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Questions.Segments.Columns;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running;

/// <summary>Runs a typed plan within the sight of the scope's caller: compile → run → check, all in one read transaction.</summary>
public sealed class RunPlan(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, ISqlDialect dialect, PlanNames names, ScanParts parts, AnswerCache cache, SegmentSizes sizes, KeptColumns columns)
{
    /// <summary>Runs it for the scope's caller; a job sees the whole tenant.</summary>
    /// <exception cref="ArgumentException">The plan asks for what there is not, or for what means nothing; the message says what.</exception>
    /// <exception cref="TimeoutException">It took longer than a question may.</exception>
    public Task<PlanRun> RunAsync(Plan plan, CancellationToken ct) => RunAsync(plan, caller.Visibility, ct);

    /// <summary>Runs it for a given sight, such as that of a channel.</summary>
    /// <inheritdoc cref="RunAsync(Plan, CancellationToken)"/>
    public Task<PlanRun> RunAsync(Plan plan, Visibility sight, CancellationToken ct) => RunAsync(plan, sight, Patience.Usual, ct);

    /// <summary>Runs it for the scope's caller, and gives up sooner or later than usual.</summary>
    internal Task<PlanRun> RunAsync(Plan plan, Patience patience, CancellationToken ct) => RunAsync(plan, caller.Visibility, patience, ct);

    private async Task<PlanRun> RunAsync(Plan plan, Visibility sight, Patience patience, CancellationToken ct)
    {
        if (CheckPlan.ProblemOf(plan) is { } problem) throw new ArgumentException(problem, nameof(plan));

        var context = new CompileContext(tenant.Id, sight, dialect, await names.IdsAsync(plan, ct));
        var compiler = new PlanCompiler(context);
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, patience.Seconds, ct);
        var (version, highest) = await connection.VersionAndSizeAsync(compiler.VersionAndSize());
        var key = AnswerKey.Of(plan, context, version);
        if (key is not null && cache.Find(key) is { } known) return known with { Plan = plan, From = "cache" };
        if (patience.OfLargeDesks is var (seconds, tickets) && highest >= tickets) connection.Hurry(seconds);

        if (patience.Told is { } told) connection.Told = new FigureProgress(told, plan.Measures.Count * (plan.Before is null ? 1 : 2));
        var segments = SegmentScan.Open(connection, compiler, context, plan, parts, sizes, columns);
        var raw = await new ReadFigures(compiler, connection, plan, connection.Told is null ? parts : parts.ToTell, segments).RunAsync();
        var run = ArrangeRows.Of(raw.Check(), await PlanNames.LabelsAsync(compiler, connection, plan.GroupBy, raw.Chosen.Groups)) with
        {
            From = segments is { WasUsed: true } ? "rollup" : "tickets",
            Listed = await ListTheRows.OfAsync(compiler, connection, plan, raw.Chosen.Groups),
        };
        if (key is not null) cache.Keep(key, run);
        return run;
    }

    /// <summary>The same, of a large desk as far as it is known within a while; null where it takes longer. A choice can be made without its count, and whoever waits for one waits for all of them.</summary>
    internal async Task<int?> CountAsync(Plan plan, TimeSpan within, CancellationToken ct)
    {
        try
        {
            return await CountAsync(plan, Patience.Usual with { OfLargeDesks = (Math.Max(0, within.TotalSeconds), Patience.LargeDesk) }, ct);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>How many tickets stand behind a plan's figure, without the figure itself.</summary>
    internal Task<int> CountAsync(Plan plan, CancellationToken ct) => CountAsync(plan, Patience.Usual, ct);

    /// <inheritdoc cref="CountAsync(Plan, CancellationToken)"/>
    internal async Task<int> CountAsync(Plan plan, Patience patience, CancellationToken ct)
    {
        if (plan.Limit is not null || plan.Having is not null) return (await RunAsync(plan, patience, ct)).Tickets;   // those of the groups that are left
        var context = new CompileContext(tenant.Id, caller.Visibility, dialect, await names.IdsAsync(plan, ct));
        var compiler = new PlanCompiler(context);
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, patience.Seconds, ct);
        if (patience.OfLargeDesks is var (seconds, tickets) && (await connection.VersionAndSizeAsync(compiler.VersionAndSize())).Highest >= tickets) connection.Hurry(seconds);
        var whole = ReadFigures.WholeOf(plan);
        if (!whole.GroupBy.Any(name => Catalog.Dimension(name).IsMany)
            && SegmentScan.Open(connection, compiler, context, plan, parts, sizes, columns) is { } segments
            && await segments.AddUpAsync(plan.Measures[0], whole with { GroupBy = [] }) is var (rows, _)) return (int)rows.Total().Tickets;
        return (int)await connection.CountAsync(compiler.Count(plan, plan.Measures[0], ReadFigures.WholeOf(plan), null));
    }

    /// <summary>All tickets behind a plan's figure, newest first, in one statement: page by page a large desk would be looked through once for each page.</summary>
    internal async Task<IReadOnlyList<long>> AllIdsAsync(Plan plan, CancellationToken ct)
    {
        var compiler = new PlanCompiler(new CompileContext(tenant.Id, caller.Visibility, dialect, await names.IdsAsync(plan, ct)));
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, Patience.Long.Seconds, ct);
        return await connection.IdsAsync(compiler.List(plan, plan.Measures[0], ReadFigures.WholeOf(plan), null, null, int.MaxValue));
    }

    /// <summary>The tickets behind a plan's figure, newest first.</summary>
    internal async Task<IReadOnlyList<ListMark>> ListAsync(Plan plan, Restriction? only, ListMark? after, int rows, CancellationToken ct)
    {
        if (only?.Tickets is { } chosen) return [.. chosen.SkipWhile(id => after is not null && id != after.Id).Skip(after is null ? 0 : 1).Take(rows).Select(id => new ListMark(null, id))];
        var compiler = new PlanCompiler(new CompileContext(tenant.Id, caller.Visibility, dialect, await names.IdsAsync(plan, ct)));
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, RunningLimits.Seconds, ct);
        return await connection.ListAsync(compiler.List(plan, plan.Measures[0], ReadFigures.WholeOf(plan), only, after, rows));
    }
}
