using System.Globalization;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Macros;

/// <summary>Zendesk's macro → ours. One that writes no public answer is none: it has nothing to propose.</summary>
internal sealed class MapMacro(DeskNames names, ILookup<long, long> members)
{
    private const string Comment = "comment_value";
    private const string Html = "comment_value_html";
    private const string IsPublic = "comment_mode_is_public";

    public Macro? Run(ZendeskMacro macro)
    {
        if (macro is not { Id: { } id, Title: { Length: > 0 } title }) return null;
        var actions = (macro.Actions ?? []).OfType<ZendeskMacroAction>().Where(action => action.Field is { Length: > 0 }).ToList();
        if (actions.Exists(action => action.Field == IsPublic && action.Value.AsText() is "false")) return null;
        if (TextOf(actions) is not { Length: > 0 } text) return null;

        var groups = GroupsOf(macro).ToList();
        return new Macro(WireText.Of(id), title, text)
        {
            Description = macro.Description,
            IsActive = macro.Active is not false,
            IsRestricted = macro.Restriction is not null,
            ForGroups = [.. groups.Select(WireText.Of)],
            ForAgents = [.. groups.SelectMany(group => members[group]).Concat(UserOf(macro)).Select(WireText.Of)],
            Effects = [.. actions.Where(action => action.Field is not (Comment or Html or IsPublic)).Select(Effect).OfType<TemplateEffect>()],
            UpdatedAt = macro.UpdatedAt,
        };
    }

    /// <summary>The groups that it is limited to.</summary>
    public static IEnumerable<long> GroupsOf(ZendeskMacro macro) =>
        macro.Restriction is { Type: "Group" } restriction ? (restriction.Ids ?? []).Append(restriction.Id).OfType<long>().Distinct() : [];

    private static IEnumerable<long> UserOf(ZendeskMacro macro) => macro.Restriction is { Type: "User", Id: { } user } ? [user] : [];

    /// <summary>The words, where several channels have their own those of the last: a list is a channel and a text.</summary>
    private static string? TextOf(List<ZendeskMacroAction> actions)
    {
        var html = actions.FindLast(action => action.Field == Html)?.Value.AsList().LastOrDefault();
        if (!string.IsNullOrWhiteSpace(html)) return ArticleText.Read(html, ArticleFormat.Html).Body.Trim();
        return actions.FindLast(action => action.Field == Comment)?.Value.AsList().LastOrDefault()?.ReplaceLineEndings("\n").Trim();
    }

    private TemplateEffect? Effect(ZendeskMacroAction action)
    {
        var value = string.Join(", ", action.Value.AsList());
        if (value.Length == 0) return null;
        var number = long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : (long?)null;
        return action.Field switch
        {
            "group_id" => new("group", names.Group(number)?.Name ?? value),
            "assignee_id" => new("assignee", names.Person(number)?.Name ?? value),
            { } field when field.StartsWith("custom_fields_", StringComparison.Ordinal) && long.TryParse(field["custom_fields_".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var custom) =>
                new(names.Field(custom)?.Title ?? field, names.Field(custom)?.Options.GetValueOrDefault(value) ?? value),
            var field => new(field!, value),
        };
    }
}
