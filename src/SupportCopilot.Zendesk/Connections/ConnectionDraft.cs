using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks.Connections;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>A connection as it would be with what is wanted: what is left out stays as it was.</summary>
internal sealed class ConnectionDraft(string source, DeskConnection? row, ZendeskOptions? was, WantedConnection wanted)
{
    private const string OfZendesk = ".zendesk.com";

    /// <summary>All of it, in the shape of the settings.</summary>
    public ZendeskOptions Options { get; } = new()
    {
        BaseUrl = Address(wanted) ?? row?.BaseUrl,
        ClientId = Said(wanted.ClientId, was?.ClientId),
        ClientSecret = Said(wanted.ClientSecret, was?.ClientSecret),
        Email = Said(wanted.Email, was?.Email),
        ApiToken = Said(wanted.ApiToken, was?.ApiToken),
        WebhookSecrets = [.. (IEnumerable<string>?)wanted.WebhookSecrets ?? was?.WebhookSecrets ?? []],
        WriteBack = Said(wanted.WriteBack, row?.WriteBack),
        AppId = Said(wanted.AppId, row?.AppId),
        InstallationId = Said(wanted.InstallationId, row?.InstallationId),
        AppPublicKey = Said(wanted.AppPublicKey, row?.AppPublicKey),
    };

    /// <summary>What keeps it from being kept, in words.</summary>
    public IReadOnlyList<string> WhatIsWrong(ZendeskOptions settings, bool isDevelopment)
    {
        if (source == TicketSource.Intercom)
            return string.IsNullOrWhiteSpace(Options.ClientSecret) ? ["ClientSecret of the Intercom app is needed: its webhooks are signed by it."] : [];
        if (!Options.IsSet) return ["Subdomain of the Zendesk account is needed."];
        var (desk, wrong) = ConnectionRules.Read(Options, isDevelopment);
        if (desk is null) return wrong;
        if (!isDevelopment && !IsAllowed(desk.BaseUrl, settings)) return ["The host of BaseUrl is none under zendesk.com, and the deployer has not allowed it (SupportCopilot:Zendesk:Hosts)."];
        // Else whoever may change the address could have the stored secret sent to a host of their own.
        if (row?.BaseUrl is { } before && new Uri(before).Host != desk.BaseUrl.Host && string.IsNullOrEmpty(wanted.ClientSecret) && string.IsNullOrEmpty(wanted.ApiToken))
            return ["With another address the secret has to be given anew."];
        return [];
    }

    /// <summary>Puts it into its row.</summary>
    public void WriteTo(DeskConnection into, DeskSecrets secrets, int tenantId, DateTime now)
    {
        into.BaseUrl = source == TicketSource.Zendesk ? ConnectionRules.Read(Options, isDevelopment: true).Desk!.BaseUrl.AbsoluteUri : null;
        (into.WriteBack, into.AppId, into.InstallationId, into.AppPublicKey) = (Options.WriteBack, Options.AppId, Options.InstallationId, Options.AppPublicKey);
        into.Secrets = secrets.Close(tenantId, source, new()
        {
            ClientId = Options.ClientId,
            ClientSecret = Options.ClientSecret,
            Email = Options.Email,
            ApiToken = Options.ApiToken,
            WebhookSecrets = [.. Options.WebhookSecrets],
        });
        into.UpdatedAt = now;
        into.Version++;
    }

    /// <summary>The names of what changes; never a value, which may be a secret.</summary>
    public string WhatChanges()
    {
        (string Name, bool IsSaid)[] said =
        [
            ("address", Address(wanted) is not null), ("clientId", wanted.ClientId is not null), ("clientSecret", wanted.ClientSecret is not null), ("email", wanted.Email is not null),
            ("apiToken", wanted.ApiToken is not null), ("webhookSecrets", wanted.WebhookSecrets is not null), ("writeBack", wanted.WriteBack is not null), ("app", (wanted.AppId ?? wanted.InstallationId ?? wanted.AppPublicKey) is not null),
        ];
        return string.Join(", ", said.Where(item => item.IsSaid).Select(item => item.Name));
    }

    private static string? Address(WantedConnection wanted) =>
        !string.IsNullOrWhiteSpace(wanted.BaseUrl) ? wanted.BaseUrl.Trim()
        : !string.IsNullOrWhiteSpace(wanted.Subdomain) ? $"https://{wanted.Subdomain.Trim()}{OfZendesk}"
        : null;

    private static string? Said(string? now, string? before) => now is null ? before : string.IsNullOrWhiteSpace(now) ? null : now.Trim();

    private static bool IsAllowed(Uri address, ZendeskOptions settings) =>
        (address.Host.EndsWith(OfZendesk, StringComparison.OrdinalIgnoreCase) && address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort)
        || settings.Hosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
}
