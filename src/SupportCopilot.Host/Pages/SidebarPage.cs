using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Pages;

/// <summary>The sidebar beside a ticket. Opened by hand it has a session in Development only, for the workbench's frame.</summary>
internal static class SidebarPage
{
    private const string Zendesk = "https://*.zendesk.com";

    internal static async Task<Results<ContentHttpResult, ProblemHttpResult>> Show(
        string? tenant, HttpContext http, DevelopmentSignInRules rules, WorkbenchTenants tenants, IHostEnvironment environment, CancellationToken ct)
    {
        var authorization = rules.RefusalOf(http) is null
            ? WorkbenchTenants.AuthorizationFor((await tenants.ChooseAsync(tenant, ct)).Open) : null;
        var framedBy = environment.IsDevelopment() ? $"{Zendesk} 'self'" : Zendesk;
        return await BuiltPage.ShowAsync(http, "sidebar.html", new PageSession(authorization, Source: null), framedBy, ct);
    }
}
