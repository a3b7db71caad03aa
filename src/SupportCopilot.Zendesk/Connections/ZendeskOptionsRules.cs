using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace SupportCopilot.Zendesk.Connections;

/// <summary>A server with half a connection would look connected and do nothing: it does not start.</summary>
internal sealed class ZendeskOptionsRules(IHostEnvironment environment) : IValidateOptions<ZendeskOptions>
{
    public ValidateOptionsResult Validate(string? name, ZendeskOptions options)
    {
        if (!options.IsSet)
            return HasMore(options) ? ValidateOptionsResult.Fail("SupportCopilot:Zendesk is set in part: Subdomain (or BaseUrl) is missing.") : ValidateOptionsResult.Success;
        var (_, wrong) = ConnectionRules.Read(options, environment.IsDevelopment());
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong.Select(what => $"SupportCopilot:Zendesk:{what}"));
    }

    private static bool HasMore(ZendeskOptions options) =>
        new[] { options.ClientId, options.ClientSecret, options.Email, options.ApiToken }.Any(set => !string.IsNullOrWhiteSpace(set));
}
