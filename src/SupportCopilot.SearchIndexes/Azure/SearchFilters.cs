using System.Globalization;
using SupportCopilot.Knowledge;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>What a search may find, in the service's filter language (a part of OData). The tenant always comes first.</summary>
internal static class SearchFilters
{
    public static string Of(SearchQuery query)
    {
        var parts = new List<string> { OfTenant(query.TenantId), $"kind eq '{KindOf(query.Kind)}'" };
        if (query.OnlyDone) parts.Add("done eq true");
        if (query.Except is { } except) parts.Add($"key ne '{DocumentKeys.Of(query.TenantId, except)}'");
        if (query.Kind is SearchKind.Ticket)
        {
            AddAny(parts, query.Visibility.GroupIds.Select(id => string.Create(CultureInfo.InvariantCulture, $"group eq {id}")));
            AddAny(parts, query.Visibility.OrganizationIds.Select(id => string.Create(CultureInfo.InvariantCulture, $"organization eq {id}")));
            AddAny(parts, query.Visibility.Brands.Select(brand => $"brand eq {Text(brand)}"));
        }
        return string.Join(" and ", parts);
    }

    public static string OfTenant(int tenantId) => string.Create(CultureInfo.InvariantCulture, $"tenant eq {tenantId}");

    public static string KindOf(SearchKind kind) => kind is SearchKind.Ticket ? "ticket" : "article";

    /// <summary>A text as a literal: quotes are doubled, so that no value can end it.</summary>
    private static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static void AddAny(List<string> parts, IEnumerable<string> choices)
    {
        var any = string.Join(" or ", choices);
        if (any.Length > 0) parts.Add($"({any})");
    }
}

/// <summary>The keys of documents: letters, digits and dashes, which is all the service takes.</summary>
internal static class DocumentKeys
{
    public static string Of(int tenantId, SearchKey key) => string.Create(CultureInfo.InvariantCulture, $"t{tenantId}-{SearchFilters.KindOf(key.Kind)}-{key.Id}");

    /// <summary>The document that says when a tenant's part was last built as a whole.</summary>
    public static string OfBuild(int tenantId) => string.Create(CultureInfo.InvariantCulture, $"t{tenantId}-build");
}
