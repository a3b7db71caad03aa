using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SupportCopilot.Models.Evaluations;
using SupportCopilot.Models.Policies;

namespace SupportCopilot.Models.Routing;

/// <summary>
/// Chooses who is asked: of the servers that the tenant allows and whose tier is enough for the task, the cheapest first. One
/// that is halted, waits, answered badly of late or fell below the floor of an evaluation comes after those that did not;
/// where none is able enough, the ablest there are.
/// </summary>
internal sealed class RouteModel(IModelServers servers, RecentAnswers recent, FindEvaluations evaluations, IOptions<ModelGateOptions> options)
{
    // What a task asks of a model: sorting and reading into a form is small work; words that a customer reads are not.
    private static readonly Dictionary<string, ModelTier> Tiers = new(StringComparer.OrdinalIgnoreCase) { ["reply"] = ModelTier.Medium, ["rewrite"] = ModelTier.Medium };

    /// <summary>Those to ask, in their order, and whether the first is on trial; none where none is set or allowed.</summary>
    public async ValueTask<(IReadOnlyList<ModelServer> Servers, bool IsTrial)> RunAsync(ModelQuestion question, ModelPolicy policy, CancellationToken ct)
    {
        var allowed = servers.All.Where(server => policy.Allows(server.Name, server.IsOutside)).ToList();
        if (question.Server is { } name) return (allowed.FindAll(server => IsCalled(server, name)), false);

        var task = question.Prompt.Task;
        var trial = TrialOf(task, allowed);
        var others = Without(trial, allowed);
        var below = await evaluations.BelowFloorAsync(question.TenantId, ct);
        List<ModelServer> inOrder = [.. Able(others, TierOf(task, question.Difficulty))
            .OrderBy(server => recent.IsFailing(server.Name, task) || below.Contains((task, server.Name)))
            .ThenBy(server => !server.State().IsReady)
            .ThenBy(server => server.Tier)
            .ThenBy(server => server.InputPer1M + server.OutputPer1M)];
        return trial is { } tried && Lot(question) < tried.Share ? ([tried.Server, .. inOrder], true) : (inOrder, false);
    }

    /// <summary>Who is asked for a task as long as all is well; null where nobody is.</summary>
    public ModelServer? First(string task, ModelPolicy policy)
    {
        var allowed = servers.All.Where(server => policy.Allows(server.Name, server.IsOutside)).ToList();
        return Able(Without(TrialOf(task, allowed), allowed), TierOf(task, ModelDifficulty.Usual)).OrderBy(server => server.Tier).ThenBy(server => server.InputPer1M + server.OutputPer1M).FirstOrDefault();
    }

    /// <summary>Whether a model is on trial for a task.</summary>
    public bool IsOnTrial(string task) => options.Value.Trials.Exists(trial => trial.Enabled && string.Equals(trial.Task, task, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether any server is set that the question could go to, were it allowed.</summary>
    public bool IsAnySet(ModelQuestion question) => servers.All.Any(server => question.Server is not { } name || IsCalled(server, name));

    // While a model is on trial it is asked nothing else of the task, so that both have the questions that the lot gave them; alone, it is no trial.
    private static List<ModelServer> Without((ModelServer Server, double Share)? trial, List<ModelServer> allowed) =>
        trial is { } tried && allowed.Count > 1 ? allowed.FindAll(server => server != tried.Server) : allowed;

    private (ModelServer Server, double Share)? TrialOf(string task, List<ModelServer> allowed)
    {
        var trial = options.Value.Trials.Find(trial => trial.Enabled && string.Equals(trial.Task, task, StringComparison.OrdinalIgnoreCase));
        return trial is not null && allowed.Find(server => IsCalled(server, trial.Server)) is { } server ? (server, trial.Share) : null;
    }

    // A hash is a fair lot that always falls the same for a ticket.
    private static double Lot(ModelQuestion question)
    {
        var lot = SHA256.HashData(Encoding.UTF8.GetBytes($"{question.TenantId}/{question.Prompt.Task}/{question.TicketId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? question.Data}"));
        return BinaryPrimitives.ReadUInt32LittleEndian(lot) / (uint.MaxValue + 1.0);
    }

    private static IEnumerable<ModelServer> Able(List<ModelServer> all, ModelTier least)
    {
        if (all.Count == 0) return all;
        var best = all.Max(server => server.Tier);
        return all.Where(server => server.Tier >= (least < best ? least : best));
    }

    private static bool IsCalled(ModelServer server, string name) => string.Equals(server.Name, name, StringComparison.OrdinalIgnoreCase);

    private ModelTier TierOf(string task, ModelDifficulty difficulty)
    {
        var own = options.Value.Tiers.TryGetValue(task, out var set) ? set : Tiers.GetValueOrDefault(task, ModelTier.Small);
        return difficulty is ModelDifficulty.Hard && own < ModelTier.Large ? own + 1 : own;
    }
}
