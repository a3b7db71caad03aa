using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Models.Policies;
using SupportCopilot.Storage;

namespace SupportCopilot.Models.Scores;

/// <summary>A model server, how it is and how it does for this tenant.</summary>
public sealed record ModelServerView
{
    /// <summary>Its name in the settings.</summary>
    public required string Name { get; init; }

    /// <summary>The model that it is asked for.</summary>
    public required string Model { get; init; }

    /// <summary>Which version it last said that it is; null when it was not asked since the start.</summary>
    public string? Version { get; init; }

    /// <summary>small, medium or large; null for the one that makes vectors.</summary>
    public string? Tier { get; init; }

    /// <summary>US dollars for a million tokens asked.</summary>
    public decimal InputPer1M { get; init; }

    /// <summary>US dollars for a million tokens answered.</summary>
    public decimal OutputPer1M { get; init; }

    /// <summary>Requests a minute.</summary>
    public int? RequestsPerMinute { get; init; }

    /// <summary>Tokens a minute.</summary>
    public int? TokensPerMinute { get; init; }

    /// <summary>Whether what it is asked leaves for somebody else.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Whether this tenant allows it.</summary>
    public bool IsAllowed { get; init; }

    /// <summary>ok, waiting (for its limits), leftInPeace, halted, failing or notAsked.</summary>
    public required string State { get; init; }

    /// <summary>Until when it is halted (UTC).</summary>
    public DateTime? HaltedUntil { get; init; }

    /// <summary>What it did for this tenant, by task.</summary>
    public IReadOnlyList<ModelTaskView> Tasks { get; init; } = [];
}

/// <summary>What a server did of one task.</summary>
/// <param name="Task">The task.</param>
/// <param name="Calls">Questions that it was asked.</param>
/// <param name="Answered">Those it answered so that the answer could be used.</param>
/// <param name="ValidShare">Of its answers, the share that could be used; null where it gave none.</param>
/// <param name="Repaired">Those whose answer had to be repaired.</param>
/// <param name="OnTrial">Those that a trial sent it.</param>
/// <param name="MedianMilliseconds">The middle of its times, of the latest calls.</param>
/// <param name="P95Milliseconds">What nineteen of twenty took at most.</param>
/// <param name="UsdPerAnswer">What an answer cost, failed tries included; null where it gave none.</param>
/// <param name="Score">The share of its answers that people let stand; null where nobody can tell.</param>
/// <param name="ScoredOf">Of how many.</param>
public sealed record ModelTaskView(
    string Task, int Calls, int Answered, double? ValidShare, int Repaired, int OnTrial, int? MedianMilliseconds, int? P95Milliseconds, decimal? UsdPerAnswer, double? Score, int? ScoredOf);

/// <summary>Shows the model servers, with what they did for the tenant in the last thirty days.</summary>
public sealed class ShowModels
{
    private const int Days = 30;
    private const int MostTimes = 5_000;   // enough for a ninety-fifth percentile of each server and task

    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly IModelServers _servers;
    private readonly FindPolicy _policies;
    private readonly WriteLedger _ledger;
    private readonly IEnumerable<IScoreModels> _scores;
    private readonly TimeProvider _clock;

    internal ShowModels(SupportDbContext db, CurrentTenant tenant, IModelServers servers, FindPolicy policies, WriteLedger ledger, IEnumerable<IScoreModels> scores, TimeProvider clock) =>
        (_db, _tenant, _servers, _policies, _ledger, _scores, _clock) = (db, tenant, servers, policies, ledger, scores, clock);

    /// <summary>All that are set.</summary>
    public async Task<IReadOnlyList<ModelServerView>> RunAsync(CancellationToken ct)
    {
        var policy = await _policies.RunAsync(_tenant.Id, ct);
        await _ledger.RunAsync(ct);
        var tasks = await TasksAsync(ct);
        List<ModelServerView> views = [.. _servers.All.Select(server => View(server, policy, tasks))];
        if (_servers.Embedder is { } embedder) views.Add(View(embedder, policy, tasks));
        return views;
    }

    private async Task<ILookup<string, ModelTaskView>> TasksAsync(CancellationToken ct)
    {
        var since = ModelDays.Of(_clock.GetUtcNow().UtcDateTime) - Days;
        var calls = _db.ModelCalls.AsNoTracking().Where(c => c.Day > since);
        var sums = await calls.GroupBy(c => new { c.Server, c.Task, c.Outcome, c.IsTrial, IsRepaired = c.Repairs > 0 })
            .Select(g => new { g.Key.Server, g.Key.Task, g.Key.Outcome, g.Key.IsTrial, g.Key.IsRepaired, Calls = g.Count(), Micros = g.Sum(c => c.CostMicros) }).ToListAsync(ct);
        var times = (await calls.Where(c => c.Outcome == ModelOutcome.Answered).OrderByDescending(c => c.Id).Take(MostTimes).Select(c => new { c.Server, c.Task, c.Milliseconds }).ToListAsync(ct))
            .ToLookup(c => (c.Server, c.Task), c => c.Milliseconds);
        var scores = new Dictionary<(string, string), ModelQuality>();
        foreach (var scoring in _scores)
            foreach (var quality in await scoring.RunAsync(ModelDays.Start(since + 1), ct)) scores[(quality.Server, scoring.Task)] = quality;

        return sums.GroupBy(sum => (sum.Server, sum.Task)).ToLookup(of => of.Key.Server, of =>
        {
            int Count(Func<ModelOutcome, bool> which) => of.Where(sum => which(sum.Outcome)).Sum(sum => sum.Calls);
            var (answered, malformed) = (Count(outcome => outcome is ModelOutcome.Answered), Count(outcome => outcome is ModelOutcome.Malformed));
            int[] took = [.. times[of.Key].Order()];
            var quality = scores.GetValueOrDefault(of.Key);
            return new ModelTaskView(
                of.Key.Task, of.Sum(sum => sum.Calls), answered, answered + malformed == 0 ? null : (double)answered / (answered + malformed), of.Where(sum => sum.IsRepaired).Sum(sum => sum.Calls), of.Where(sum => sum.IsTrial).Sum(sum => sum.Calls),
                took.Length == 0 ? null : took[took.Length / 2], took.Length == 0 ? null : took[(int)Math.Ceiling(took.Length * 0.95) - 1],
                answered == 0 ? null : of.Sum(sum => sum.Micros) / 1_000_000m / answered, quality?.Score, quality?.Of);
        });
    }

    private static ModelServerView View(ModelServer server, ModelPolicy policy, ILookup<string, ModelTaskView> tasks) => new()
    {
        Name = server.Name,
        Model = server.Model,
        Tier = server.Tier.ToString().ToLowerInvariant(),
        InputPer1M = server.InputPer1M,
        OutputPer1M = server.OutputPer1M,
        RequestsPerMinute = server.RequestsPerMinute,
        TokensPerMinute = server.TokensPerMinute,
        IsOutside = server.IsOutside,
        IsAllowed = policy.Allows(server.Name, server.IsOutside),
        State = StateOf(server.State()),
        HaltedUntil = server.State().HaltedUntil,
        Version = server.State().Version,
        Tasks = [.. tasks[server.Name]],
    };

    private static ModelServerView View(ModelEmbedder embedder, ModelPolicy policy, ILookup<string, ModelTaskView> tasks) => new()
    {
        Name = embedder.Name,
        Model = embedder.Model,
        InputPer1M = embedder.InputPer1M,
        IsOutside = embedder.IsOutside,
        IsAllowed = policy.AllowsOutside || !embedder.IsOutside,
        State = StateOf(embedder.State()),
        HaltedUntil = embedder.State().HaltedUntil,
        Version = embedder.State().Version,
        Tasks = [.. tasks[embedder.Name].Where(task => task.Task == "embedding")],
    };

    private static string StateOf(ModelServerState state) => state switch
    {
        { HaltedUntil: not null } => "halted",
        { IsLeftInPeace: true } => "leftInPeace",
        { AnsweredAt: null, FailedAt: null } => "notAsked",
        { FailedAt: { } failed } when state.AnsweredAt is null || failed > state.AnsweredAt => "failing",
        { Wait.Ticks: > 0 } => "waiting",
        _ => "ok",
    };
}
