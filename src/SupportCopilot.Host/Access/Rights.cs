using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Access.Sessions;

namespace SupportCopilot.Host.Access;

/// <summary>An endpoint's demand: the caller has one of these roles (an admin has all).</summary>
internal sealed record RoleRequirement(Role AnyOf) : IAuthorizationRequirement;

/// <summary>Checks the demand against the caller that the sign-in read from the database at this very request.</summary>
internal sealed class RoleCheck(CurrentCaller caller) : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (caller.Value?.Has(requirement.AnyOf) is true) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

internal static class Rights
{
    private const string ByHeader = "ByHeader";

    /// <summary>Lets in callers with any of these roles, and admins.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoints, Role anyOf) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(new RoleRequirement(anyOf)))
            .WithMetadata(new RoleRequirement(anyOf));

    /// <summary>Adds sign-in and rights. An endpoint that says nothing about rights is closed to all but signed-in people.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services, IConfigurationSection settings, IHostEnvironment environment)
    {
        services.AddSingleton(new DevelopmentSignInRules(settings, environment));
        services.AddEntra(settings);
        services.AddAuthentication(ByHeader)
            .AddPolicyScheme(ByHeader, null, either => either.ForwardDefaultSelector = request => SchemeOf(request))
            .AddScheme<AuthenticationSchemeOptions, EntraSignIn>(EntraSignIn.Bearer, null)
            .AddScheme<AuthenticationSchemeOptions, SessionSignIn>(SessionSignIn.Name, null)
            .AddScheme<AuthenticationSchemeOptions, DevelopmentSignIn>(DevelopmentIdentity.Scheme, null);
        services.AddScoped<IAuthorizationHandler, RoleCheck>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }

    // What is open to all has no use for a token; the bot's door has another issuer's, which Entra's keys would be asked about in vain.
    private static string SchemeOf(HttpContext request)
    {
        const string bearer = EntraSignIn.Bearer + " ";
        var header = request.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) || request.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null) return DevelopmentIdentity.Scheme;
        return SessionToken.IsOne(header[bearer.Length..].Trim()) ? SessionSignIn.Name : EntraSignIn.Bearer;
    }

    private static void AddEntra(this IServiceCollection services, IConfigurationSection settings)
    {
        services.AddSingleton<IValidateOptions<EntraOptions>, EntraOptionsRules>();
        services.AddOptions<EntraOptions>().Bind(settings.GetSection("Entra")).ValidateOnStart();
        services.AddOptions<EntraTenantOptions>().Configure<IOptions<EntraOptions>>((tenants, entra) =>
            tenants.OfDefaultTenant = settings["Teams:TenantId"] is { Length: > 0 } ofBot ? ofBot : entra.Value.TenantId);
        services.AddHttpClient(EntraTokens.ClientName).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<EntraTokens>();
    }
}
