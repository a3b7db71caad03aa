using SupportCopilot.Host.Pages;
using SupportCopilot.Teams;

namespace SupportCopilot.Host.Access;

/// <summary>Lets messages to the bot in without a token on the terms of the Development sign-in, for the tenant that Development opens.</summary>
internal sealed class TokenlessTurns(DevelopmentSignInRules rules, IServiceScopeFactory scopes) : ITokenlessTurns
{
    public string? RefusalOf(HttpContext request) => rules.RefusalOf(request);

    public async Task<string> TenantAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();   // choosing looks into a tenant, which is not always the one chosen
        return (await scope.ServiceProvider.GetRequiredService<WorkbenchTenants>().ChooseAsync(null, ct)).Open;
    }
}
