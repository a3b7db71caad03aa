namespace SupportCopilot.Teams;

/// <summary>The bot's settings, section <c>SupportCopilot:Teams</c>. The addresses have the values of the public cloud; a sovereign cloud sets its own.</summary>
public sealed class TeamsOptions
{
    /// <summary>False for a deployment that shall have no bot; without it, a start outside Development needs <see cref="AppId"/>.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The bot's app id in Entra; absent, no bot is connected.</summary>
    public string? AppId { get; set; }

    /// <summary>The app's secret.</summary>
    public string? AppSecret { get; set; }

    /// <summary>Whether the bot signs in as a user-assigned managed identity, whose client id is <see cref="AppId"/>, instead of by a secret.</summary>
    public bool ManagedIdentity { get; set; }

    /// <summary>The Entra tenant of the bot and of the tenant <c>default</c>.</summary>
    public string? TenantId { get; set; }

    /// <summary>Who signs the tokens of what comes in.</summary>
    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where that signer's keys are named.</summary>
    public string OpenIdMetadata { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the bot's own tokens come from.</summary>
    public string LoginHost { get; set; } = "https://login.microsoftonline.com";

    /// <summary>What the bot's own tokens are for.</summary>
    public string Scope { get; set; } = "https://api.botframework.com/.default";

    /// <summary>The hosts that the bot may be told to answer to, by full name. Names of tenants' own, such as other names under trafficmanager.net, must never be taken in.</summary>
    public IList<string> ServiceHosts { get; set; } = [];

    /// <summary>Whether an app id is there, and with it a bot that Teams reaches.</summary>
    public bool IsConnected => Enabled && !string.IsNullOrWhiteSpace(AppId);
}
