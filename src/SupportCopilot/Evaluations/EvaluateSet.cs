using SupportCopilot.Models.Evaluations;

namespace SupportCopilot.Evaluations;

/// <summary>Goes through a set on the desk of the scope, and counts.</summary>
public sealed class EvaluateSet
{
    private readonly IEnumerable<IEvaluate> _all;
    private readonly ModelMeter _meter;
    private readonly TimeProvider _clock;

    internal EvaluateSet(IEnumerable<IEvaluate> all, ModelMeter meter, TimeProvider clock) => (_all, _meter, _clock) = (all, meter, clock);

    /// <summary>Goes through it.</summary>
    /// <param name="set">The set.</param>
    /// <param name="model">The server of the desk's gate, or none.</param>
    /// <param name="floors">Floors that hold in the place of the set's own.</param>
    /// <param name="progress">The share of its cases that are done.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<EvaluationRun> RunAsync(EvaluationSet set, string model, IReadOnlyDictionary<string, double> floors, IProgress<double>? progress, CancellationToken ct)
    {
        var start = _clock.GetTimestamp();
        var (calls, input, output, cost) = (_meter.Calls, _meter.InputTokens, _meter.OutputTokens, _meter.CostMicros);
        var tally = new Tally();
        await _all.Single(one => one.Task == set.Task).RunAsync(set, tally, progress, ct);
        return new EvaluationRun(
            set.Name, set.Task, model, _clock.GetUtcNow().UtcDateTime, set.Cases.Count, tally.Figures(set.Task, Over(set.Floors, floors)), _meter.Calls - calls, _meter.InputTokens - input, _meter.OutputTokens - output,
            (_meter.CostMicros - cost) / 1_000_000m, Math.Round(_clock.GetElapsedTime(start).TotalSeconds, 2), tally.Missed);
    }

    private static Dictionary<string, double> Over(IReadOnlyDictionary<string, double> own, IReadOnlyDictionary<string, double> others)
    {
        var all = new Dictionary<string, double>(own);
        foreach (var (name, floor) in others) all[name] = floor;
        return all;
    }
}

/// <summary>Goes through the cases of one task.</summary>
internal interface IEvaluate
{
    /// <summary>One of <see cref="ReadSets.Tasks"/>.</summary>
    string Task { get; }

    /// <summary>Goes through them.</summary>
    Task RunAsync(EvaluationSet set, Tally tally, IProgress<double>? progress, CancellationToken ct);
}
