using SupportCopilot.Access;
using SupportCopilot.Questions.Vocabulary;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Values;

/// <summary>The values and own words of the scope's tenant, as far as its caller may see them.</summary>
internal sealed class ValuesInSight(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, LoadVocabulary vocabulary, ValueIndexes values)
{
    /// <summary>What some texts may name. For a caller with a narrowed sight there is nothing else in it: read no other text by it.</summary>
    public async Task<(ValueIndex Values, TenantWords Own)> ForAsync(IReadOnlyList<string> texts, bool atOnce, CancellationToken ct) =>
        await values.OfAsync(db, tenant.Id, caller.Visibility, await vocabulary.RunAsync(ct), texts, atOnce, ct);
}
