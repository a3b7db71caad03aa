using Microsoft.Extensions.Options;
using SupportCopilot.Access;

namespace SupportCopilot.Models.Routing;

/// <summary>What must be right about the gate before a server starts.</summary>
internal sealed class ModelGateRules(IModelServers servers) : IValidateOptions<ModelGateOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelGateOptions options)
    {
        var wrong = options.Trials.SelectMany(WrongIn)
            .Concat(options.CallsPerMinute.Where(role => RoleWords.Read([role.Key]).Unknown is not null).Select(role => $"SupportCopilot:ModelGate:CallsPerMinute:{role.Key} names no role; there are agent, analyst, sme, productOwner and admin."))
            .Concat(options.CallsPerMinute.Where(role => role.Value < 1).Select(role => $"SupportCopilot:ModelGate:CallsPerMinute:{role.Key} is at least 1."))
            .Concat(options.WaitSeconds.Where(task => task.Value is not (>= 0.1 and <= 120)).Select(task => $"SupportCopilot:ModelGate:WaitSeconds:{task.Key} is from 0.1 to 120."))
            .ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private IEnumerable<string> WrongIn(ModelTrial trial, int number)
    {
        var section = $"SupportCopilot:ModelGate:Trials:{number}";
        if (string.IsNullOrWhiteSpace(trial.Task)) yield return $"{section}:Task is missing: the task on which it is tried, such as triage.";
        if (trial.Share is not (>= 0 and <= 1)) yield return $"{section}:Share is from 0 to 1.";
        if (!servers.All.Any(server => string.Equals(server.Name, trial.Server, StringComparison.OrdinalIgnoreCase))) yield return $"{section}:Server is none of SupportCopilot:Models.";
    }
}
