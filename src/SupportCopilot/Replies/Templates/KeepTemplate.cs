using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Templates;

/// <summary>Writes, changes and removes the tenant's own prepared answers, each with an audit row. Macros are the desk's to change.</summary>
public sealed class KeepTemplate(SupportDbContext db, AuditLog audit, TimeProvider clock)
{
    /// <summary>Writes a new one.</summary>
    /// <returns>Its number; or what is wrong with it.</returns>
    public async Task<TemplateKept> AddAsync(TemplateDraft draft, CancellationToken ct)
    {
        if (Fault(draft) is { } fault) return new(null, fault);
        var template = db.ReplyTemplates.Add(new ReplyTemplate { Source = ReplyTemplate.Own, ExternalId = Guid.NewGuid().ToString("N"), Title = "", Text = "", Version = 0 }).Entity;
        Take(template, draft);
        await db.SaveChangesAsync(ct);
        audit.Add("template.added", $"template/{template.Id}");
        await db.SaveChangesAsync(ct);
        return new(template.Id);
    }

    /// <summary>Puts other words in its place.</summary>
    public async Task<TemplateKept> ChangeAsync(long id, TemplateDraft draft, CancellationToken ct)
    {
        if (Fault(draft) is { } fault) return new(null, fault);
        if (await FindAsync(id, ct) is not { } template) return new(null, NotFound: true);
        if (draft.Version is { } seen && seen != template.Version) return new(null, Changed: true);
        Take(template, draft);
        audit.Add("template.changed", $"template/{id}", $"version {template.Version}");
        try
        {
            await db.SaveChangesAsync(ct);
            return new(id);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(null, Changed: true);
        }
    }

    /// <summary>Removes it.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(long id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } template) return false;
        db.ReplyTemplates.Remove(template);
        audit.Add("template.removed", $"template/{id}");
        await db.SaveChangesAsync(ct);
        return true;
    }

    private Task<ReplyTemplate?> FindAsync(long id, CancellationToken ct) => db.ReplyTemplates.SingleOrDefaultAsync(t => t.Id == id && t.Source == ReplyTemplate.Own, ct);

    private void Take(ReplyTemplate template, TemplateDraft draft)
    {
        (template.Title, template.Text) = (draft.Title.Trim(), draft.Text.ReplaceLineEndings("\n").Trim());
        (template.Description, template.Category, template.Tone) = (draft.Description, draft.Category, draft.Tone);
        template.Language = draft.Language ?? TellLanguage.Of(draft.Text);
        template.IsActive = draft.IsActive;
        template.UpdatedAt = clock.GetUtcNow().UtcDateTime;
        template.Version++;
    }

    private static string? Fault(TemplateDraft draft)
    {
        if (string.IsNullOrWhiteSpace(draft.Title) || string.IsNullOrWhiteSpace(draft.Text)) return "A prepared answer has a title and a text.";
        if (draft.Tone is { } tone && !ShowTemplates.Tones.Contains(tone)) return $"tone is one of {string.Join(", ", ShowTemplates.Tones)}.";
        return Placeholders.UnknownIn(draft.Text) is { Count: > 0 } unknown
            ? $"There is no placeholder {string.Join(", ", unknown)}. Those that can be filled: {string.Join(", ", Placeholders.Known)}." : null;
    }
}

/// <summary>What came of it: one of the four is set.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Refused">What is wrong with it, in words.</param>
/// <param name="NotFound">Whether there is none of that number.</param>
/// <param name="Changed">Whether somebody else changed it since it was read.</param>
public sealed record TemplateKept(long? Id, string? Refused = null, bool NotFound = false, bool Changed = false);

/// <summary>A prepared answer as somebody writes it.</summary>
/// <param name="Title">What agents know it by.</param>
/// <param name="Text">The answer, with placeholders as {{ticket.requester.first_name}}.</param>
public sealed record TemplateDraft(string Title, string Text)
{
    /// <summary>What it is for.</summary>
    public string? Description { get; init; }

    /// <summary>The category of ticket that it is for; null for any.</summary>
    public string? Category { get; init; }

    /// <summary>friendly, formal or apologetic; null for none of these.</summary>
    public string? Tone { get; init; }

    /// <summary>Two letters (ISO 639-1); told from the text where it is null.</summary>
    public string? Language { get; init; }

    /// <summary>Whether it is proposed.</summary>
    public bool IsActive { get; init; } = true;

    /// <summary>The version that was read, where it is changed.</summary>
    public int? Version { get; init; }
}
