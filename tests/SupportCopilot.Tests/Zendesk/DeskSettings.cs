namespace SupportCopilot.Tests.Zendesk;

/// <summary>The settings of a connected desk.</summary>
internal static class DeskSettings
{
    /// <summary>The host that a test puts a Zendesk account at.</summary>
    public const string Host = "acme.zendesk.com";

    /// <summary>An account with an OAuth client.</summary>
    public static string[] Acme { get; } = ["SupportCopilot:Zendesk:Subdomain=acme", "SupportCopilot:Zendesk:ClientId=client", "SupportCopilot:Zendesk:ClientSecret=secret"];

    /// <summary>An account with an API token.</summary>
    public static string[] Legacy { get; } = ["SupportCopilot:Zendesk:Subdomain=acme", "SupportCopilot:Zendesk:Email=admin@acme.example", "SupportCopilot:Zendesk:ApiToken=token"];
}
