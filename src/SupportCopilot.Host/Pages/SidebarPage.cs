using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Host.Access;
using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.SignIn;

namespace SupportCopilot.Host.Pages;

/// <summary>The sidebar beside a ticket. Zendesk opens it by a signed token; opened by hand it has a session in Development only, for the workbench's frame.</summary>
internal static class SidebarPage
{
    private const string Zendesk = "https://*.zendesk.com";
    private const string TokenField = "token";
    private const int MostBytes = 64 * 1024;   // a token of 8 KB, and what else a form may bring along

    internal static async Task<Results<ContentHttpResult, ProblemHttpResult>> Show(
        string? tenant, HttpContext http, DevelopmentSignInRules rules, WorkbenchTenants tenants, IHostEnvironment environment, CancellationToken ct)
    {
        var authorization = rules.RefusalOf(http) is null
            ? WorkbenchTenants.AuthorizationFor((await tenants.ChooseAsync(tenant, ct)).Open) : null;
        var framedBy = environment.IsDevelopment() ? $"{Zendesk} 'self'" : Zendesk;
        return await BuiltPage.ShowAsync(http, "sidebar.html", new PageSession(authorization, Source: null), framedBy, ct);
    }

    /// <summary>The page as Zendesk opens it, with a session for the agent whom its token names; or in words why there is none.</summary>
    internal static async Task<Results<ContentHttpResult, ProblemHttpResult>> Open(HttpContext http, OpenSidebar open, CancellationToken ct)
    {
        if (await TokenAsync(http, ct) is not { } token) return RefusalPage.Show(http, RefusalWords.ByHand, Zendesk);
        var signedIn = await open.RunAsync(token, ct);
        return signedIn.Refusal is { } refusal
            ? RefusalPage.Show(http, RefusalWords.Of(refusal), signedIn.FramedBy ?? Zendesk)
            : await BuiltPage.ShowAsync(http, "sidebar.html", new PageSession($"{EntraSignIn.Bearer} {signedIn.Session}", TicketSource.Zendesk), signedIn.FramedBy!, ct);
    }

    private static async Task<string?> TokenAsync(HttpContext http, CancellationToken ct)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = MostBytes;
        if (!http.Request.HasFormContentType || http.Request.ContentLength > MostBytes) return null;
        try
        {
            var form = await http.Request.ReadFormAsync(new FormOptions { BufferBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes, ValueCountLimit = 20, MultipartBodyLengthLimit = MostBytes }, ct);
            return form[TokenField] is [{ Length: > 0 } token] ? token : null;
        }
        catch (Exception thrown) when (thrown is InvalidDataException or BadHttpRequestException)   // no form, or too much of one
        {
            return null;
        }
    }
}
