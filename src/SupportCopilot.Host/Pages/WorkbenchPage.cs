using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Pages;

/// <summary>The workbench: tickets with the sidebar beside them, for whoever runs the product on their own machine.</summary>
internal static class WorkbenchPage
{
    internal static async Task<Results<ContentHttpResult, ProblemHttpResult>> Show(
        string? tenant, HttpContext http, DevelopmentSignInRules rules, WorkbenchTenants tenants, CancellationToken ct)
    {
        if (rules.RefusalOf(http) is { } refusal)
            return await BuiltPage.ShowAsync(http, "workbench.html", new PageSession(null, null, Refused: refusal), "'none'", ct);

        var choice = await tenants.ChooseAsync(tenant, ct);
        var session = new PageSession(WorkbenchTenants.AuthorizationFor(choice.Open), null, choice.Open, choice.All);
        return await BuiltPage.ShowAsync(http, "workbench.html", session, "'none'", ct);
    }
}
