using System.Text.Json;

namespace SupportCopilot.Zendesk.Wire;

/// <summary>A prepared answer of the account, with what else it does.</summary>
internal sealed record ZendeskMacro
{
    public long? Id { get; set; }

    public string? Title { get; set; }

    public string? Description { get; set; }

    public bool? Active { get; set; }

    /// <summary>Who may use it; null is everybody.</summary>
    public ZendeskRestriction? Restriction { get; set; }

    public IReadOnlyList<ZendeskMacroAction?>? Actions { get; set; }

    public DateTime? UpdatedAt { get; set; }
}

/// <summary>Who may use something.</summary>
internal sealed record ZendeskRestriction
{
    /// <summary>Group or User.</summary>
    public string? Type { get; set; }

    public long? Id { get; set; }

    /// <summary>Several groups.</summary>
    public IReadOnlyList<long?>? Ids { get; set; }
}

/// <summary>One thing that a macro does.</summary>
internal sealed record ZendeskMacroAction
{
    public string? Field { get; set; }

    /// <summary>A text; for comments also a channel and a text.</summary>
    public JsonElement Value { get; set; }
}

/// <summary>A page of macros.</summary>
internal sealed record ZendeskMacroPage : ZendeskPage
{
    public IReadOnlyList<ZendeskMacro>? Macros { get; set; }
}

/// <summary>That somebody is in a group.</summary>
internal sealed record ZendeskMembership
{
    public long? UserId { get; set; }

    public long? GroupId { get; set; }
}

/// <summary>A page of them.</summary>
internal sealed record ZendeskMembershipPage : ZendeskPage
{
    public IReadOnlyList<ZendeskMembership>? GroupMemberships { get; set; }
}
