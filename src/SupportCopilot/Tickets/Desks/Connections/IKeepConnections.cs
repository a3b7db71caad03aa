namespace SupportCopilot.Tickets.Desks.Connections;

/// <summary>What an admin sees and changes of the current tenant's desks. Secrets go in and never come out.</summary>
public interface IKeepConnections
{
    /// <summary>What the tenant is connected to.</summary>
    Task<IReadOnlyList<ConnectionView>> ListAsync(CancellationToken ct);

    /// <summary>Connects the tenant, or changes its connection; secrets that are left out stay.</summary>
    /// <param name="source">The kind of desk: one of <see cref="TicketSource"/>.</param>
    /// <param name="wanted">What is wanted.</param>
    /// <param name="ct">Cancels before anything is kept.</param>
    Task<KeptConnection> KeepAsync(string source, WantedConnection wanted, CancellationToken ct);

    /// <summary>Takes a connection away; what was read stays.</summary>
    Task<KeptConnection> RemoveAsync(string source, CancellationToken ct);
}

/// <summary>What is wanted of a connection; null stays as it is, an empty text takes it away.</summary>
public sealed record WantedConnection
{
    /// <summary>Zendesk: the account's name before <c>.zendesk.com</c>.</summary>
    public string? Subdomain { get; init; }

    /// <summary>Zendesk: the whole address, where the deployer allows its host.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>Zendesk: the OAuth client's identifier.</summary>
    public string? ClientId { get; init; }

    /// <summary>The OAuth client's secret; for Intercom the app's.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>Zendesk, legacy: whose API token it is.</summary>
    public string? Email { get; init; }

    /// <summary>Zendesk, legacy: the API token.</summary>
    public string? ApiToken { get; init; }

    /// <summary>Zendesk: all secrets of its webhooks.</summary>
    public IReadOnlyList<string>? WebhookSecrets { get; init; }

    /// <summary>Zendesk: Off, Tags or Full.</summary>
    public string? WriteBack { get; init; }

    /// <summary>Zendesk: the sidebar app's number.</summary>
    public string? AppId { get; init; }

    /// <summary>Zendesk: the number of the app's installation.</summary>
    public string? InstallationId { get; init; }

    /// <summary>Zendesk: the key of the app's signed addresses, as PEM.</summary>
    public string? AppPublicKey { get; init; }
}

/// <summary>What came of a change.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Connection">The connection as it is now; null where there is none.</param>
/// <param name="Why">Why nothing was done.</param>
public sealed record KeptConnection(KeptOutcome Outcome, ConnectionView? Connection = null, string? Why = null);

/// <summary>How a change of a connection ended.</summary>
public enum KeptOutcome
{
    /// <summary>There was none, and now there is.</summary>
    Added,

    /// <summary>It is as wanted.</summary>
    Changed,

    /// <summary>It is gone.</summary>
    Removed,

    /// <summary>There is no such connection, or no such kind of desk.</summary>
    NotFound,

    /// <summary>What is wanted cannot be.</summary>
    Refused,

    /// <summary>Something stands against it: settings, demo rows, or a change at the same moment.</summary>
    Conflict,
}

/// <summary>A connection without its secrets.</summary>
/// <param name="Source">The kind of desk.</param>
/// <param name="From">settings or database.</param>
public sealed record ConnectionView(string Source, string From)
{
    /// <summary>Where its API is.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>oauth or apiToken; null where we never call it.</summary>
    public string? Login { get; init; }

    /// <summary>The OAuth client's identifier.</summary>
    public string? ClientId { get; init; }

    /// <summary>How many secrets of webhooks are set.</summary>
    public int WebhookSecrets { get; init; }

    /// <summary>Off, Tags or Full.</summary>
    public string WriteBack { get; init; } = nameof(WriteBackMode.Off);

    /// <summary>The sidebar app's number.</summary>
    public string? AppId { get; init; }

    /// <summary>The number of the app's installation.</summary>
    public string? InstallationId { get; init; }

    /// <summary>Whether a key for signed addresses is set.</summary>
    public bool HasPublicKey { get; init; }

    /// <summary>When it was last changed (UTC); null for one of the settings.</summary>
    public DateTime? UpdatedAt { get; init; }

    /// <summary>What somebody should do about it.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
