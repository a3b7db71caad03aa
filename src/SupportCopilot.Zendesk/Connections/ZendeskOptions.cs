namespace SupportCopilot.Zendesk.Connections;

/// <summary>The settings <c>SupportCopilot:Zendesk</c>: the account of the tenant <c>default</c>.</summary>
internal sealed class ZendeskOptions
{
    /// <summary>The account's name before <c>.zendesk.com</c>.</summary>
    public string? Subdomain { get; set; }

    /// <summary>Where the account's API is; by default <c>https://{Subdomain}.zendesk.com</c>.</summary>
    public string? BaseUrl { get; set; }

    /// <summary>The OAuth client's unique identifier.</summary>
    public string? ClientId { get; set; }

    /// <summary>The OAuth client's secret.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Whose API token it is: the legacy way in.</summary>
    public string? Email { get; set; }

    /// <summary>The API token; Zendesk takes them until 30 April 2027.</summary>
    public string? ApiToken { get; set; }

    /// <summary>The webhooks' secrets; two while one is being changed.</summary>
    public IList<string> WebhookSecrets { get; set; } = [];

    /// <summary>Off, Tags or Full. Off by default: nothing is written to anybody's desk before somebody says so.</summary>
    public string? WriteBack { get; set; }

    /// <summary>The sidebar app's number.</summary>
    public string? AppId { get; set; }

    /// <summary>The number of the app's installation.</summary>
    public string? InstallationId { get; set; }

    /// <summary>The key that the app's signed addresses are checked by, as PEM.</summary>
    public string? AppPublicKey { get; set; }

    /// <summary>Hosts besides those under zendesk.com that an admin may connect a tenant to, by full name.</summary>
    public IList<string> Hosts { get; set; } = [];

    /// <summary>Whether an account is named at all.</summary>
    public bool IsSet => !string.IsNullOrWhiteSpace(Subdomain) || !string.IsNullOrWhiteSpace(BaseUrl);
}

/// <summary>The settings <c>SupportCopilot:Intercom</c>: the workspace of the tenant <c>default</c>.</summary>
internal sealed class IntercomOptions
{
    /// <summary>The secret of the app, by which its webhooks are signed.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Further secrets that count, while one is replaced by another.</summary>
    public IList<string> ClientSecrets { get; set; } = [];
}
