using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Host.Access;

/// <summary>Signs a request in by its <c>Authorization: Dev …</c> header, where <see cref="DevelopmentSignInRules"/> allow it.</summary>
internal sealed class DevelopmentSignIn(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    DevelopmentSignInRules rules, Tenants tenants, CurrentTenant current, SupportDbContext db, SignIn signIn)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Prefix = DevelopmentIdentity.Scheme + " ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        if (rules.RefusalOf(Context) is { } refusal) return Refused(refusal);

        var (identity, error) = DevelopmentIdentity.Read(header[Prefix.Length..]);
        if (identity is null) return Refused(error!);

        await db.StayConnectedAsync(Context.RequestAborted);
        var tenant = await tenants.FindOrFoundAsync(identity.Tenant, Context.RequestAborted);
        current.Set(tenant.Id);
        if (await db.DeskConnections.AnyAsync(Context.RequestAborted)) return Refused("A help desk is connected to this tenant, so the Development sign-in is off.");
        var caller = await signIn.RunAsync(tenant.Id, "dev", identity.User, identity.Roles, Context.RequestAborted);
        var principal = new ClaimsPrincipal(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, $"{tenant.Id}/{caller.PersonId}")], Scheme.Name));
        return AuthenticateResult.Success(new AuthenticationTicket(principal, Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Scheme.Name;
        return Task.CompletedTask;
    }

    private AuthenticateResult Refused(string why)
    {
        SignInRefusal.Remember(Context, why);
        return AuthenticateResult.Fail(why);
    }
}

/// <summary>Why a sign-in was refused, kept for the problem document of the 401.</summary>
internal static class SignInRefusal
{
    private static readonly object Key = new();

    public static void Remember(HttpContext context, string why) => context.Items[Key] = why;

    public static string? Of(HttpContext context) => context.Items[Key] as string;
}
