using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Templates;

/// <summary>Brings the macros of a desk to what it says of them: new ones come, changed ones change, those that are gone go.</summary>
public sealed class WriteMacros(SupportDbContext db, TimeProvider clock)
{
    private const int LongestTitle = 500;

    /// <summary>Writes the macros into the tenant of the scope. Read twice, they change nothing.</summary>
    /// <param name="source">The kind of desk.</param>
    /// <param name="macros">All that it has.</param>
    /// <param name="ct">Cancels before the save.</param>
    /// <returns>How many came, changed or went.</returns>
    public async Task<int> RunAsync(string source, IReadOnlyList<Macro> macros, CancellationToken ct)
    {
        var known = await db.ReplyTemplates.Where(t => t.Source == source).ToDictionaryAsync(t => t.ExternalId, ct);
        foreach (var macro in macros.GroupBy(macro => macro.ExternalId, StringComparer.Ordinal).Select(same => same.Last()))
        {
            if (known.Remove(macro.ExternalId, out var row)) Take(row, macro);
            else Take(db.ReplyTemplates.Add(new ReplyTemplate { Source = source, ExternalId = macro.ExternalId, Title = "", Text = "", Version = 0 }).Entity, macro);
        }

        db.ReplyTemplates.RemoveRange(known.Values);
        return await db.SaveChangesAsync(ct);
    }

    private void Take(ReplyTemplate row, Macro macro)
    {
        var says = (Cut(macro.Title), macro.Description, macro.Text, macro.IsActive, macro.IsRestricted, Joined(macro.ForGroups), Joined(macro.ForAgents), TemplateJson.Of(macro.Effects));
        if (says == (row.Title, row.Description, row.Text, row.IsActive, row.IsRestricted, row.ForGroups, row.ForAgents, row.Effects)) return;
        (row.Title, row.Description, row.Text, row.IsActive, row.IsRestricted, row.ForGroups, row.ForAgents, row.Effects) = says;
        row.Language = TellLanguage.Of(macro.Text);
        row.UpdatedAt = macro.UpdatedAt ?? clock.GetUtcNow().UtcDateTime;
        row.Version++;
    }

    private static string Cut(string title) => title.Length <= LongestTitle ? title : title[..LongestTitle];

    private static string Joined(IEnumerable<string> ids) => string.Join(' ', ids.Distinct().Order(StringComparer.Ordinal));
}
