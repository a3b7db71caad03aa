using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Running;

/// <summary>
/// How many groups are read of those that there are. Only of the largest of one figure is the rest not needed: the smallest,
/// those within a bound, what grew most, another figure beside it, and how many there are, are told from all of them alone.
/// </summary>
internal static class GroupsToRead
{
    /// <param name="plan">The plan.</param>
    /// <param name="addsUpHere">Whether the groups are in the program's memory anyway.</param>
    public static int MostOf(Plan plan, bool addsUpHere) => !addsUpHere || IsOfTickets(plan) || IsOfLargest(plan) ? RunningLimits.MostRead : int.MaxValue;

    /// <exception cref="ArgumentException">There are more than the database gives, and the rest is needed.</exception>
    public static void Check(Plan plan, int read)
    {
        if (plan.GroupBy.Count == 0 || read < RunningLimits.MostRead || IsOfTickets(plan) || IsOfLargest(plan)) return;
        if (plan is { Having: null, Before: null, Each: null, Order: null, Measures.Count: 1 }) return;   // the largest, without a limit
        throw new ArgumentException($"There are more than {RunningLimits.MostRead:N0} groups; ask for a shorter period, or for some of them.", nameof(plan));
    }

    // Its statement begins at the end that is asked for.
    private static bool IsOfTickets(Plan plan) => plan.GroupBy is ["ticket"];

    private static bool IsOfLargest(Plan plan) =>
        plan is { Limit: not null, Having: null, Before: null, Each: null, Measures.Count: 1 } && (plan.Order is null || plan.Order.Descending && !plan.GroupBy.Contains(plan.Order.By));
}
