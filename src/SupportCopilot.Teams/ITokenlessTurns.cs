using Microsoft.AspNetCore.Http;

namespace SupportCopilot.Teams;

/// <summary>
/// Whether, on a developer's own machine, the bot may take messages that carry no token, and for which tenant. The program
/// that holds the bot knows: the same rules let the Development sign-in in.
/// </summary>
public interface ITokenlessTurns
{
    /// <returns>Why this request may not come without a token; null when it may.</returns>
    string? RefusalOf(HttpContext request);

    /// <summary>The key of the tenant that such messages are for.</summary>
    Task<string> TenantAsync(CancellationToken ct);
}
