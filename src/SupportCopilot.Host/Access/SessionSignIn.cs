using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Access.Sessions;

namespace SupportCopilot.Host.Access;

/// <summary>Signs a request in by the session of the page that sends it: the token says who, the database what they may do.</summary>
internal sealed class SessionSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder, FindSession sessions, SignIn signIn)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    public const string Name = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Headers.Authorization.ToString()[EntraSignIn.Bearer.Length..].Trim();
        if (await sessions.RunAsync(token, Context.RequestAborted) is not { } owner)
        {
            const string ended = "This session has ended. Open the app again beside a ticket.";
            SignInRefusal.Remember(Context, ended);
            return AuthenticateResult.Fail(ended);
        }

        var caller = await signIn.RunAsync(owner.TenantId, owner.PersonId, Context.RequestAborted);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{owner.TenantId}/{owner.PersonId}"), new(ClaimTypes.Name, caller.Name)], Scheme.Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = EntraSignIn.Bearer;
        return Task.CompletedTask;
    }
}
