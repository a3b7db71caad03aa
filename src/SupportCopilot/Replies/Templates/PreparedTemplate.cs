using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Templates;

/// <summary>A prepared answer with its terms, so that they are not worked out for each ticket.</summary>
internal sealed class PreparedTemplate(ReplyTemplate template)
{
    public ReplyTemplate Template => template;

    public IReadOnlyList<string> Title { get; } = [.. Terms.Of(template.Title)];

    public IReadOnlySet<string> All { get; } = Terms.Of($"{template.Title}\n{template.Description}\n{Placeholders.Without(template.Text)}");

    /// <summary>What it says, without courtesies.</summary>
    public IReadOnlyList<string> Says { get; } = [.. Terms.Of(Resolution.Core(Clip.To(Placeholders.Without(template.Text), Resolution.Longest)))];

    public string Id => template.Source == ReplyTemplate.Own ? $"own/{template.Id}" : $"macro/{template.Id}";

    /// <summary>Whether an agent may use it, as the desk says.</summary>
    public bool IsFor(TemplateUser user) => !template.IsRestricted || user.IsAdmin || user.DeskId is { } id && Listed(template.ForAgents, id) || user.Groups.Any(group => Listed(template.ForGroups, group));

    private static bool Listed(string ids, string id) => ids.Split(' ').Contains(id);
}

/// <summary>Who would use a prepared answer.</summary>
/// <param name="IsAdmin">Whether everything is theirs to use.</param>
/// <param name="DeskId">Their id at the desk, where they are of the desk.</param>
/// <param name="Groups">The ids at the desk of the groups that their sight is limited to.</param>
internal sealed record TemplateUser(bool IsAdmin, string? DeskId, IReadOnlyList<string> Groups)
{
    public static TemplateUser Nobody { get; } = new(false, null, []);
}
