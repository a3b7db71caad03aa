using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.Tickets;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>What the desk itself gave: on most tickets, now and then wrongly, as on a real desk. The rest is left for triage.</summary>
internal static class GivenLabels
{
    private const double GivenShare = 0.7;
    private const double WrongShare = 0.03;
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    public static TriageValues Roll(Problem problem, string severity, IReadOnlyList<Problem> all, Dice dice)
    {
        var said = dice.Chance(WrongShare) ? dice.Pick(all) : problem;
        var hasCategory = dice.Chance(GivenShare);
        return new()
        {
            Category = hasCategory ? said.Category : null,
            Subcategory = hasCategory && dice.Chance(0.92) ? said.Subcategory : null,
            Priority = dice.Chance(GivenShare) ? dice.Chance(WrongShare) ? dice.Pick(Priorities) : severity : null,
        };
    }

    /// <summary>The problem's usual severity, now and then a step up or down.</summary>
    public static string Severity(Problem problem, string mood, Dice dice)
    {
        var step = dice.Share() switch { < 0.16 => -1, > 0.86 => 1, _ => 0 };
        if (mood == "angry" && dice.Chance(0.3)) step++;
        if (problem.IsPraise) step = 0;
        return Priorities[Math.Clamp(Array.IndexOf(Priorities, problem.Priority) + step, 0, Priorities.Length - 1)];
    }
}
