using Microsoft.EntityFrameworkCore;
using SupportCopilot.Replies.Drafting;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Templates;

/// <summary>Lists the prepared answers that the caller may use: macros of the desk, the tenant's own, the product's.</summary>
public sealed class ShowTemplates
{
    private readonly SupportDbContext _db;
    private readonly TenantTemplates _templates;

    internal ShowTemplates(SupportDbContext db, TenantTemplates templates) => (_db, _templates) = (db, templates);

    /// <summary>The tenant's by title, then the product's.</summary>
    public async Task<IReadOnlyList<TemplateRow>> ListAsync(CancellationToken ct) =>
    [
        .. (await _templates.ForCallerAsync(ct)).Select(one => Row(one.Template)).OrderBy(row => row.Title, StringComparer.OrdinalIgnoreCase),
        .. BuiltInTemplates.All.Select(one => new TemplateRow($"builtin/{one.Category}", ProposedTemplate.BuiltIn, one.Category, one.Text) { Category = one.Category, Language = one.Language }),
    ];

    /// <summary>One of the tenant's own; null where there is none of that number.</summary>
    public async Task<TemplateRow?> OwnAsync(long id, CancellationToken ct) =>
        await _db.ReplyTemplates.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && t.Source == ReplyTemplate.Own, ct) is { } own ? Row(own) : null;

    /// <summary>The tones that one may be of.</summary>
    public static IReadOnlyList<string> Tones { get; } = [ReplyTone.Friendly, ReplyTone.Formal, ReplyTone.Apologetic];

    private static TemplateRow Row(ReplyTemplate t)
    {
        var kind = t.Source == ReplyTemplate.Own ? ProposedTemplate.Own : ProposedTemplate.Macro;
        return new TemplateRow($"{kind}/{t.Id}", kind, t.Title, t.Text)
        {
            Description = t.Description,
            Category = t.Category,
            Tone = t.Tone,
            Language = t.Language,
            IsRestricted = t.IsRestricted,
            Effects = TemplateJson.Read(t.Effects),
            UpdatedAt = t.UpdatedAt,
            Version = t.Version,
        };
    }
}

/// <summary>A prepared answer as it is kept, its placeholders unfilled.</summary>
/// <param name="Id">macro/12, own/7 or builtin/billing.</param>
/// <param name="Kind">macro, own or builtin.</param>
/// <param name="Title">What agents know it by.</param>
/// <param name="Text">The answer.</param>
public sealed record TemplateRow(string Id, string Kind, string Title, string Text)
{
    /// <summary>What it is for, where that is said.</summary>
    public string? Description { get; init; }

    /// <summary>The category of ticket that it is for; null for any.</summary>
    public string? Category { get; init; }

    /// <summary>friendly, formal or apologetic; null where nothing was said.</summary>
    public string? Tone { get; init; }

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    public string? Language { get; init; }

    /// <summary>Whether only some agents may use it.</summary>
    public bool IsRestricted { get; init; }

    /// <summary>What the macro changes besides.</summary>
    public IReadOnlyList<TemplateEffect> Effects { get; init; } = [];

    /// <summary>When it was last changed (UTC); null for the product's own.</summary>
    public DateTime? UpdatedAt { get; init; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; init; }
}
