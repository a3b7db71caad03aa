using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Storage;

namespace SupportCopilot.Evaluations;

/// <summary>Keeps runs, so that the next stands beside the last; the router asks servers that fell below their floor after the others.</summary>
public sealed class KeepRuns
{
    private const int LongestName = 100;

    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly FindEvaluations _find;

    internal KeepRuns(SupportDbContext db, CurrentTenant tenant, FindEvaluations find) => (_db, _tenant, _find) = (db, tenant, find);

    /// <summary>Keeps a run.</summary>
    /// <returns>The run, with the last one of the same set and model beside it.</returns>
    public async Task<EvaluationRun> RunAsync(EvaluationRun run, CancellationToken ct)
    {
        var (set, task, main) = (Clipped(run.Set), TaskOf(run.Task), FigureNames.MainOf(run.Task));
        var last = await _db.ModelEvaluations.AsNoTracking().Where(e => e.Task == task && e.Server == run.Model && e.Set == set).OrderByDescending(e => e.Id).FirstOrDefaultAsync(ct);
        var figure = run.Figures.FirstOrDefault(each => each.Name == main);
        _db.ModelEvaluations.Add(new ModelEvaluation
        {
            At = run.At,
            Task = task,
            Server = run.Model,
            Set = set,
            Cases = run.Cases,
            // One that fell anywhere is below: the router must not take it for good because its main figure is.
            Score = run.Fallen.Any() ? Math.Min(figure?.Share ?? 0, run.Fallen.Min(each => each.Share)) : figure?.Share ?? 0,
            Floor = run.Fallen.Any() ? Math.Max(figure?.Floor ?? 0, run.Fallen.Max(each => each.Floor ?? 0)) : figure?.Floor ?? 0,
            Figures = JsonSerializer.Serialize(run.Figures.ToDictionary(each => each.Name, each => Math.Round(each.Share, 4)), EvaluationJson.Default.DictionaryStringDouble),
            CostMicros = (long)(run.CostUsd * 1_000_000),
            Milliseconds = (long)(run.Seconds * 1000),
        });
        await _db.SaveChangesAsync(ct);
        _find.Forget(_tenant.Id);
        return last is null ? run : run with
        {
            Before = new EvaluationBefore(last.At, JsonSerializer.Deserialize(last.Figures, EvaluationJson.Default.DictionaryStringDouble)!, last.CostMicros / 1_000_000m, last.Milliseconds / 1000d),
        };
    }

    // What the router calls the task of each set.
    private static string TaskOf(string task) => task switch { "replies" => "reply", "questions" => "plan", "summaries" => "summary", _ => task };

    private static string Clipped(string name) => name.Length <= LongestName ? name : name[..LongestName];
}
