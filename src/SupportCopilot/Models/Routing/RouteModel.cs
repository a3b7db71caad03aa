using Microsoft.Extensions.Options;

namespace SupportCopilot.Models.Routing;

/// <summary>
/// Chooses who is asked: of the servers whose tier is enough for the task, the cheapest first. One that is halted, waits, or
/// answered badly of late comes after those that do not; where none is able enough, the ablest there are.
/// </summary>
internal sealed class RouteModel(IModelServers servers, RecentAnswers recent, IOptions<ModelGateOptions> options)
{
    // What a task asks of a model: sorting and reading into a form is small work; words that a customer reads are not.
    private static readonly Dictionary<string, ModelTier> Tiers = new(StringComparer.OrdinalIgnoreCase) { ["reply"] = ModelTier.Medium };

    /// <summary>Those to ask, in their order; none where none is set, or the one that was asked for is not.</summary>
    public IReadOnlyList<ModelServer> Run(ModelQuestion question)
    {
        if (question.Server is { } name) return [.. servers.All.Where(server => string.Equals(server.Name, name, StringComparison.OrdinalIgnoreCase))];

        var task = question.Prompt.Task;
        return [.. Able(servers.All, TierOf(task, question.Difficulty))
            .OrderBy(server => recent.IsFailing(server.Name, task))
            .ThenBy(server => !server.State().IsReady)
            .ThenBy(server => server.Tier)
            .ThenBy(server => server.InputPer1M + server.OutputPer1M)];
    }

    /// <summary>Who is asked for a task as long as all is well; null where nobody is.</summary>
    public ModelServer? First(string task) => Able(servers.All, TierOf(task, ModelDifficulty.Usual)).OrderBy(server => server.Tier).ThenBy(server => server.InputPer1M + server.OutputPer1M).FirstOrDefault();

    private static IEnumerable<ModelServer> Able(IReadOnlyList<ModelServer> all, ModelTier least)
    {
        if (all.Count == 0) return all;
        var best = all.Max(server => server.Tier);
        return all.Where(server => server.Tier >= (least < best ? least : best));
    }

    private ModelTier TierOf(string task, ModelDifficulty difficulty)
    {
        var own = options.Value.Tiers.TryGetValue(task, out var set) ? set : Tiers.GetValueOrDefault(task, ModelTier.Small);
        return difficulty is ModelDifficulty.Hard && own < ModelTier.Large ? own + 1 : own;
    }
}
