using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SupportCopilot.Teams;

/// <summary>What must be set before a server starts: without an app id nobody's token could be checked, and a bot that checks none would answer anybody.</summary>
internal sealed class TeamsOptionsRules(IHostEnvironment environment) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        if (!options.Enabled) return ValidateOptionsResult.Success;
        var missing = MissingIn(options).ToList();
        return missing.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(missing);
    }

    private IEnumerable<string> MissingIn(TeamsOptions options)
    {
        if (!options.IsConnected)
        {
            if (!environment.IsDevelopment())
                yield return "Outside Development the bot needs SupportCopilot:Teams:AppId; set it, or SupportCopilot:Teams:Enabled=false for a deployment without the bot.";
            if (!string.IsNullOrEmpty(options.AppSecret) || options.ManagedIdentity)
                yield return "SupportCopilot:Teams:AppSecret or ManagedIdentity is set, but SupportCopilot:Teams:AppId is not.";
            yield break;
        }

        if (!Guid.TryParse(options.AppId, out _)) yield return "SupportCopilot:Teams:AppId is the GUID of the bot's app registration.";
        if (!Guid.TryParse(options.TenantId, out _)) yield return "SupportCopilot:Teams:TenantId is the GUID of the bot's Entra tenant; multi-tenant bots can no longer be made.";
        if (string.IsNullOrEmpty(options.AppSecret) == !options.ManagedIdentity)
            yield return "The bot signs in either by SupportCopilot:Teams:AppSecret or by SupportCopilot:Teams:ManagedIdentity=true: set one of them.";
        foreach (var (setting, address) in new[] { ("OpenIdMetadata", options.OpenIdMetadata), ("LoginHost", options.LoginHost) })
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps) yield return $"SupportCopilot:Teams:{setting} is an address that begins with https://.";
    }
}
