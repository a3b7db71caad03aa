namespace SupportCopilot.Access;

/// <summary>
/// The tickets a caller may see: those of any listed group, within any listed organization and any listed brand.
/// An empty list means no limit of that kind.
/// </summary>
public sealed record Visibility(IReadOnlyList<long> GroupIds, IReadOnlyList<long> OrganizationIds, IReadOnlyList<string> Brands)
{
    /// <summary>The whole tenant.</summary>
    public static Visibility Everything { get; } = new([], [], []);

    /// <summary>No ticket at all. Numbers begin at one, so that no ticket is of group 0; an empty list would mean no limit.</summary>
    public static Visibility Nothing { get; } = new([0], [], []);

    /// <summary>The sight that the rows of a scope make up; no row hides nothing.</summary>
    public static Visibility Of(IEnumerable<(ScopeKind Kind, string Value)> scopes)
    {
        var values = scopes.ToLookup(scope => scope.Kind, scope => scope.Value);
        return new([.. values[ScopeKind.Group].Select(Id)], [.. values[ScopeKind.Organization].Select(Id)], [.. values[ScopeKind.Brand]]);

        static long Id(string value) => long.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Whether nothing is hidden.</summary>
    public bool IsEverything => GroupIds.Count + OrganizationIds.Count + Brands.Count == 0;

    /// <summary>Whether a ticket with these marks is in sight. What has no group (or organization, or brand) is not in a limited sight.</summary>
    public bool Covers(long? groupId, long? organizationId, string? brand) =>
        (GroupIds.Count == 0 || (groupId is { } g && GroupIds.Contains(g)))
        && (OrganizationIds.Count == 0 || (organizationId is { } o && OrganizationIds.Contains(o)))
        && (Brands.Count == 0 || (brand is not null && Brands.Contains(brand)));

    /// <summary>Whether whatever another sight shows is shown here too.</summary>
    public bool Includes(Visibility other) => Includes(GroupIds, other.GroupIds) && Includes(OrganizationIds, other.OrganizationIds) && Includes(Brands, other.Brands);

    private static bool Includes<T>(IReadOnlyList<T> mine, IReadOnlyList<T> others) => mine.Count == 0 || (others.Count > 0 && others.All(mine.Contains));

    /// <summary>What both this and another sight show, such as a person's in a channel.</summary>
    public Visibility And(Visibility other) =>
        Both(GroupIds, other.GroupIds) is { } groups && Both(OrganizationIds, other.OrganizationIds) is { } organizations && Both(Brands, other.Brands) is { } brands
            ? new(groups, organizations, brands)
            : Nothing;

    /// <summary>What two limits of one kind leave; null where they leave nothing.</summary>
    private static IReadOnlyList<T>? Both<T>(IReadOnlyList<T> one, IReadOnlyList<T> other)
    {
        if (one.Count == 0) return other;
        if (other.Count == 0) return one;
        T[] both = [.. one.Intersect(other)];
        return both.Length > 0 ? both : null;
    }
}
