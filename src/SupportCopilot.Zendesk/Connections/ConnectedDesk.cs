using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>What a tenant is connected to.</summary>
/// <param name="TenantId">The tenant.</param>
internal sealed record ConnectedDesk(int TenantId)
{
    /// <summary>Its Zendesk account; null where none is connected.</summary>
    public ZendeskDesk? Zendesk { get; init; }

    /// <summary>Its Intercom workspace; null where none is connected.</summary>
    public IntercomDesk? Intercom { get; init; }
}

/// <summary>A Zendesk account and the way in.</summary>
/// <param name="BaseUrl">Where its API is.</param>
/// <param name="Login">How requests are signed.</param>
internal sealed record ZendeskDesk(Uri BaseUrl, ZendeskLogin Login)
{
    /// <summary>The account's name before <c>.zendesk.com</c>, where it was given: signed addresses name it, also where requests go elsewhere.</summary>
    public string? Subdomain { get; init; }

    /// <summary>The secrets of its webhooks; two while one is being changed.</summary>
    public IReadOnlyList<string> WebhookSecrets { get; init; } = [];

    /// <summary>How much is written to it.</summary>
    public WriteBackMode WriteBack { get; init; }

    /// <summary>The installation of the sidebar app; null where none is set.</summary>
    public ZendeskApp? App { get; init; }

    /// <summary>Where its people see it: the account's own address, and the one that requests go to where that is another.</summary>
    public IReadOnlyList<string> Origins => string.IsNullOrWhiteSpace(Subdomain) ? [Origin] : [.. new[] { $"https://{Subdomain.ToLowerInvariant()}.zendesk.com", Origin }.Distinct()];

    /// <summary>Whether a host, with or without its port, is this account's.</summary>
    public bool IsHost(string host) => Origins.Any(origin => new Uri(origin) is var uri && (host.Equals(uri.Authority, StringComparison.OrdinalIgnoreCase) || host.Equals(uri.Host, StringComparison.OrdinalIgnoreCase)));

    private string Origin => BaseUrl.GetLeftPart(UriPartial.Authority);

    /// <summary>Whether another connection leads to the same account with the same rights, so that its client can go on.</summary>
    public bool SameWayIn(ZendeskDesk other) => BaseUrl == other.BaseUrl && Login == other.Login;
}

/// <summary>How requests are signed.</summary>
internal abstract record ZendeskLogin;

/// <summary>By a token that an OAuth client fetches for itself.</summary>
internal sealed record OAuthLogin(string ClientId, string ClientSecret) : ZendeskLogin
{
    /// <summary>A secret is in no text that somebody could log.</summary>
    public override string ToString() => nameof(OAuthLogin);
}

/// <summary>By an API token, which Zendesk takes until 30 April 2027.</summary>
internal sealed record ApiTokenLogin(string Email, string ApiToken) : ZendeskLogin
{
    /// <summary>A token and an address are in no text that somebody could log.</summary>
    public override string ToString() => nameof(ApiTokenLogin);
}

/// <summary>The sidebar app as it is installed in an account.</summary>
/// <param name="AppId">The app's number.</param>
/// <param name="InstallationId">The installation's number, which the signed address names.</param>
/// <param name="PublicKey">The key that its tokens are signed by, as PEM.</param>
internal sealed record ZendeskApp(string? AppId, string InstallationId, string PublicKey);

/// <summary>An Intercom workspace.</summary>
/// <param name="ClientSecrets">The secrets its webhooks may be signed by.</param>
internal sealed record IntercomDesk(IReadOnlyList<string> ClientSecrets)
{
    /// <summary>A secret is in no text that somebody could log.</summary>
    public override string ToString() => nameof(IntercomDesk);
}
