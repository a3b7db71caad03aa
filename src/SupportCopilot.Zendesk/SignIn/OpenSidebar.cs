using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Access.Sessions;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Zendesk.SignIn;

/// <summary>
/// Opens a session for the agent whom Zendesk's signed address names. The token says which account it is for, the account's
/// connection which key it must be signed by; each token is taken once, whatever comes of it.
/// </summary>
public sealed partial class OpenSidebar
{
    private readonly DeskConnections _connections;
    private readonly FindAgent _agents;
    private readonly CurrentTenant _tenant;
    private readonly SpendToken _spend;
    private readonly OpenSession _open;
    private readonly SidebarDoor _door;
    private readonly TimeProvider _clock;
    private readonly ILogger<OpenSidebar> _log;

    internal OpenSidebar(
        DeskConnections connections, FindAgent agents, CurrentTenant tenant, SpendToken spend, OpenSession open, SidebarDoor door, TimeProvider clock, ILogger<OpenSidebar> log) =>
        (_connections, _agents, _tenant, _spend, _open, _door, _clock, _log) = (connections, agents, tenant, spend, open, door, clock, log);

    /// <summary>Checks a token and opens a session.</summary>
    /// <param name="token">The form field <c>token</c>.</param>
    /// <param name="ct">Cancels the look-ups.</param>
    public async Task<SidebarSignIn> RunAsync(string token, CancellationToken ct)
    {
        var (address, unreadable) = SignedAddress.Read(token);
        if (address is null) return Refuse(unreadable!, null);
        if (await DeskAsync(address, ct) is not { } desk) return Refuse("The token is for an installation that is not connected here.", null);

        var account = desk.Zendesk!;
        var framedBy = string.Join(' ', account.Origins);
        if (!IsSigned(address, account.App!)) return Refuse("The token is not signed by the key of its app (AppPublicKey, 2,048 bits or more).", framedBy);
        if (address.Problem(account, _clock.GetUtcNow().UtcDateTime) is { } problem) return Refuse(problem, framedBy);

        _tenant.Set(desk.TenantId);
        if (!await _spend.RunAsync(address.Unique, address.TakenUntil, ct)) return Refuse("The token was used before.", framedBy);
        return await OpenAsync(desk.TenantId, address.UserId(account)!.Value, framedBy, ct);
    }

    private async Task<SidebarSignIn> OpenAsync(int tenantId, long userId, string framedBy, CancellationToken ct)
    {
        try
        {
            if (await _agents.RunAsync(tenantId, userId, ct) is not { } person) return Refuse("Whoever opened the app is no agent of the desk.", framedBy, SidebarRefusal.NotAnAgent);
            var session = await _open.RunAsync(tenantId, person, ct);
            _door.Opened();
            return SidebarSignIn.Opened(session, framedBy);
        }
        catch (ZendeskException failed)
        {
            return Refuse($"Zendesk did not say who opened the app ({failed.Kind}).", framedBy, SidebarRefusal.DeskSilent);
        }
        catch (TimeoutException)
        {
            return Refuse("Zendesk did not say in time who opened the app.", framedBy, SidebarRefusal.DeskSilent);
        }
    }

    private async Task<ConnectedDesk?> DeskAsync(SignedAddress address, CancellationToken ct) =>
        (await _connections.AllAsync(ct)).FirstOrDefault(desk => desk.Zendesk is { App: { } app } zendesk && app.InstallationId == address.Installation && zendesk.IsHost(address.Host));

    private static bool IsSigned(SignedAddress address, ZendeskApp app)
    {
        using var key = RSA.Create();
        key.ImportFromPem(app.PublicKey);
        return address.Token.IsSignedBy(key);
    }

    /// <summary>The agent is told what to do, the admin why; neither of them what the token was.</summary>
    private SidebarSignIn Refuse(string why, string? framedBy, SidebarRefusal refusal = SidebarRefusal.OpenAgain)
    {
        LogRefused(why);
        _door.Refused(why);
        return SidebarSignIn.Refused(refusal, framedBy);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The sidebar was not opened: {Why}")]
    private partial void LogRefused(string why);
}
