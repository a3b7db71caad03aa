using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Access.People;

namespace SupportCopilot.Host.Access;

/// <summary>Signs a request in by an access token of Entra: the token says who, the database what they may do.</summary>
internal sealed class EntraSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, EntraTokens tokens, EntraTenants tenants, SignIn signIn)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    /// <summary>The scheme, and the word before the token.</summary>
    public const string Bearer = "Bearer";

    private const string Prefix = Bearer + " ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var identity = await tokens.ReadAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        if (identity.Refusal is { } refusal) return Refused(refusal);
        if (await tenants.FindAsync(identity.Tenant, Context.RequestAborted) is not { } tenant) return Refused("The token is of an Entra tenant that is not connected here.");

        var caller = await signIn.RunAsync(tenant.Id, KeepPerson.Entra, identity.Person!, grants: null, Context.RequestAborted);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{tenant.Id}/{KeepPerson.Entra}/{identity.Person}"), new(ClaimTypes.Name, caller.Name)], Scheme.Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Bearer;
        return Task.CompletedTask;
    }

    private AuthenticateResult Refused(string why)
    {
        SignInRefusal.Remember(Context, why);
        return AuthenticateResult.Fail(why);
    }
}
