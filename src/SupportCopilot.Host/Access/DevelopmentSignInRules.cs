using System.Net;
using Microsoft.Extensions.Primitives;

namespace SupportCopilot.Host.Access;

/// <summary>
/// When the Development sign-in may be used at all. It lets anybody be anybody, so each of these refusals stands alone:
/// a development server that is reachable from elsewhere, sits behind a proxy, or holds real customers' tickets, has none.
/// </summary>
internal sealed class DevelopmentSignInRules(IConfigurationSection settings, IHostEnvironment environment)
{
    // A proxy in front makes every caller look local; these are the marks that proxies leave.
    private static readonly string[] ForwardingHeaders =
        ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Forwarded-Port", "X-Forwarded-Server", "X-Original-Host", "X-Real-IP", "Via"];

    /// <returns>Why a request may not sign in this way; null when it may.</returns>
    public string? RefusalOf(HttpContext request)
    {
        if (!environment.IsDevelopment()) return "The Development sign-in exists in Development only.";
        if (settings.HasDesk()) return "A help desk is connected, so the Development sign-in is off.";
        if (request.Connection.RemoteIpAddress is not { } remote || !IPAddress.IsLoopback(remote)) return "The Development sign-in is for connections from this machine only.";
        if (!IsLoopbackName(request.Request.Host.Host)) return "The Development sign-in needs a Host header that names this machine: localhost, 127.0.0.1 or [::1].";
        if (ForwardingHeaders.FirstOrDefault(name => !StringValues.IsNullOrEmpty(request.Request.Headers[name])) is { } header)
            return $"The request was forwarded ({header}), so the Development sign-in is off.";
        return null;
    }

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
