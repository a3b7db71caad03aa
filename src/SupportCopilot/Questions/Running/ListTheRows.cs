using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Running;

/// <summary>What the tickets are called that are rows of an answer, in the transaction that found them within their asker's sight.</summary>
internal static class ListTheRows
{
    /// <returns>Null where the rows are no tickets.</returns>
    public static async Task<IReadOnlyList<ListedTicket>?> OfAsync(PlanCompiler compiler, QuestionConnection connection, Plan plan, IReadOnlyList<GroupKey> groups)
    {
        if (plan.GroupBy is not ["ticket"]) return null;
        List<long> ids = [.. groups.Select(group => group.Values[0]).OfType<long>()];
        if (ids.Count == 0) return [];
        var known = (await connection.ListedAsync(compiler.Listed(ids))).ToDictionary(ticket => ticket.Id);
        return [.. ids.Select(id => known[id])];
    }
}
