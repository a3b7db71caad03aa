using SupportCopilot.Access;

namespace SupportCopilot.Questions.Compiling;

/// <summary>For whom a plan is compiled. The tenant and the sight stand in every statement, whatever the plan says.</summary>
/// <param name="TenantId">The tenant, first of all.</param>
/// <param name="Sight">The tickets that may be seen.</param>
/// <param name="Dialect">The database's own words.</param>
/// <param name="Names">The numbers behind the names in the plan's filters.</param>
internal sealed record CompileContext(int TenantId, Visibility Sight, ISqlDialect Dialect, NameIds Names)
{
    /// <summary>The tickets that are looked at at all; null for every one.</summary>
    public TicketSample? Sample { get; init; }
}

/// <summary>The numbers behind names, by dimension and name; a name that nobody has leads to none.</summary>
internal sealed record NameIds(IReadOnlyDictionary<(string Dimension, string Name), IReadOnlyList<long>> Known)
{
    public static NameIds None { get; } = new(new Dictionary<(string, string), IReadOnlyList<long>>());

    public IReadOnlyList<long> Of(string dimension, IEnumerable<string> names) =>
        [.. names.SelectMany(name => Known.GetValueOrDefault((dimension, name)) ?? []).Distinct()];
}
