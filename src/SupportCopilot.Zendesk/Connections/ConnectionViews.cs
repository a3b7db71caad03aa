using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks.Connections;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>Shows connections without their secrets, with what somebody should do about them.</summary>
internal static class ConnectionViews
{
    /// <summary>API tokens can no longer be made, and those that are there end on that day.</summary>
    public const string ApiTokensEnd = "Signed in by an API token: Zendesk takes those until 30 April 2027 and gives no new ones; make an OAuth client (client credentials) and set ClientId and ClientSecret.";

    private const string Closed = "Its secrets cannot be opened by this server's key ring; store them anew.";
    private const string NoWebhookSecret = "No webhook secret is set, so webhooks are refused; changes come with the sync alone.";

    /// <summary>Those of the settings.</summary>
    public static IEnumerable<ConnectionView> Of(ConnectedDesk desk, string? refusal)
    {
        if (desk.Zendesk is { } account)
            yield return new(TicketSource.Zendesk, "settings")
            {
                BaseUrl = account.BaseUrl.AbsoluteUri,
                Login = account.Login is OAuthLogin ? "oauth" : "apiToken",
                ClientId = (account.Login as OAuthLogin)?.ClientId,
                WebhookSecrets = account.WebhookSecrets.Count,
                WriteBack = account.WriteBack.ToString(),
                AppId = account.App?.AppId,
                InstallationId = account.App?.InstallationId,
                HasPublicKey = account.App is not null,
                Warnings = [.. Warnings(account.Login is ApiTokenLogin, account.WebhookSecrets.Count, refusal)],
            };
        if (desk.Intercom is { } workspace)
            yield return new(TicketSource.Intercom, "settings") { WebhookSecrets = workspace.ClientSecrets.Count, Warnings = refusal is null ? [] : [refusal] };
    }

    /// <summary>One that was stored.</summary>
    public static ConnectionView Of(DeskConnection row, ZendeskOptions? opened, string? refusal)
    {
        var isIntercom = row.Source == TicketSource.Intercom;
        var secrets = isIntercom ? opened?.ClientSecret is null ? 0 : 1 : opened?.WebhookSecrets.Count ?? 0;
        return new(row.Source, "database")
        {
            BaseUrl = row.BaseUrl,
            Login = isIntercom || opened is null ? null : opened.ClientSecret is not null ? "oauth" : "apiToken",
            ClientId = isIntercom ? null : opened?.ClientId,
            WebhookSecrets = secrets,
            WriteBack = row.WriteBack ?? nameof(Tickets.Desks.WriteBackMode.Off),
            AppId = row.AppId,
            InstallationId = row.InstallationId,
            HasPublicKey = row.AppPublicKey is not null,
            UpdatedAt = row.UpdatedAt,
            Warnings = opened is null ? [Closed] : [.. Warnings(!isIntercom && opened.ClientSecret is null, secrets, refusal)],
        };
    }

    private static IEnumerable<string> Warnings(bool isLegacy, int webhookSecrets, string? refusal)
    {
        if (refusal is not null) yield return refusal;
        if (isLegacy) yield return ApiTokensEnd;
        if (webhookSecrets == 0) yield return NoWebhookSecret;
    }
}
