using SupportCopilot.Access.Languages;
using SupportCopilot.Knowledge;

namespace SupportCopilot.Replies.Drafting;

/// <summary>What must be asked of the agent before a reply goes to a customer.</summary>
internal static class Confirmation
{
    /// <returns>Null where every source is one that customers may read.</returns>
    public static string? Of(IEnumerable<Citation> citations, AgentWords say) =>
        citations.Where(citation => citation.Segment != ArticleSegment.Public).Select(citation => citation.Title).Distinct().ToList() is { Count: > 0 } titles
            ? say[$"This quotes what customers cannot read: {string.Join(", ", titles)}. Send it only if that may be told."] : null;
}
