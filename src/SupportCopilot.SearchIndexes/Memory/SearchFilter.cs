using SupportCopilot.Knowledge;

namespace SupportCopilot.SearchIndexes.Memory;

/// <summary>Which documents a search may find at all; the others take no place among the candidates.</summary>
internal sealed class SearchFilter(SearchQuery query)
{
    private readonly bool _isLimited = query.Kind is SearchKind.Ticket && !query.Visibility.IsEverything;

    /// <summary>What is searched.</summary>
    public SearchKind Kind => query.Kind;

    public bool Allows(in DocumentMarks marks) =>
        marks.IsThere
        && marks.Kind == query.Kind
        && (marks.IsDone || !query.OnlyDone)
        && (!_isLimited || query.Visibility.Covers(marks.GroupId, marks.OrganizationId, marks.Brand))
        && !(query.Except is { } except && except.Id == marks.Id && except.Kind == marks.Kind);
}
