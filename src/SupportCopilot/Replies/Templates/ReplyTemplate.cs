using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Templates;

/// <summary>A prepared answer: a macro of the desk, or one that the tenant wrote here.</summary>
public sealed class ReplyTemplate : ITenantOwned
{
    /// <summary>Where it comes from when it was written here.</summary>
    public const string Own = "own";

    /// <summary>Our own number.</summary>
    public long Id { get; init; }

    /// <inheritdoc/>
    public int TenantId { get; set; }

    /// <summary>Where it came from: a kind of desk for a macro, or <see cref="Own"/>.</summary>
    public required string Source { get; init; }

    /// <summary>Its id there.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What agents know it by.</summary>
    public required string Title { get; set; }

    /// <summary>What it is for, where that is said.</summary>
    public string? Description { get; set; }

    /// <summary>The answer, with the desk's placeholders as <c>{{ticket.requester.first_name}}</c>.</summary>
    public required string Text { get; set; }

    /// <summary>The category of ticket that it is for; null for any.</summary>
    public string? Category { get; set; }

    /// <summary>friendly, formal or apologetic; null where nothing was said.</summary>
    public string? Tone { get; set; }

    /// <summary>Two letters (ISO 639-1), where known.</summary>
    public string? Language { get; set; }

    /// <summary>Whether only some agents may use it.</summary>
    public bool IsRestricted { get; set; }

    /// <summary>The ids at the desk of the groups that may, with a space between each two.</summary>
    public string ForGroups { get; set; } = "";

    /// <summary>The ids at the desk of the agents who may, members of those groups among them, in the same form.</summary>
    public string ForAgents { get; set; } = "";

    /// <summary>Whether it is to be proposed.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>What it would change besides, as JSON; it is told to the agent, and nothing here does it.</summary>
    public string Effects { get; set; } = "[]";

    /// <summary>When it was last changed (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;
}

/// <summary>What a macro changes on a ticket besides answering.</summary>
/// <param name="Field">The field by the desk's name for it, such as <c>status</c> or <c>current_tags</c>.</param>
/// <param name="Value">The value, names in place of the numbers that are known.</param>
public sealed record TemplateEffect(string Field, string Value);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(IReadOnlyList<TemplateEffect>))]
internal sealed partial class TemplateJson : JsonSerializerContext
{
    public static string Of(IReadOnlyList<TemplateEffect> effects) => JsonSerializer.Serialize(effects, Default.IReadOnlyListTemplateEffect);

    public static IReadOnlyList<TemplateEffect> Read(string json) => JsonSerializer.Deserialize(json, Default.IReadOnlyListTemplateEffect) ?? [];
}

internal sealed class ReplyTemplateConfiguration : IEntityTypeConfiguration<ReplyTemplate>
{
    public void Configure(EntityTypeBuilder<ReplyTemplate> template)
    {
        template.Property(t => t.Source).HasMaxLength(20);
        template.Property(t => t.ExternalId).HasMaxLength(100);
        template.Property(t => t.Title).HasMaxLength(500);
        template.Property(t => t.Category).HasMaxLength(100);
        template.Property(t => t.Tone).HasMaxLength(20);
        template.Property(t => t.Language).HasMaxLength(10);
        template.Property(t => t.Version).IsConcurrencyToken();
        template.HasIndex(t => new { t.TenantId, t.Source, t.ExternalId }).IsUnique();
    }
}
