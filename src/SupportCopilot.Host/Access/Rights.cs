using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using SupportCopilot.Access;

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
    /// <summary>Lets in callers with any of these roles, and admins.</summary>
    public static TBuilder RequireRole<TBuilder>(this TBuilder endpoints, Role anyOf) where TBuilder : IEndpointConventionBuilder =>
        endpoints.RequireAuthorization(policy => policy.RequireAuthenticatedUser().AddRequirements(new RoleRequirement(anyOf)))
            .WithMetadata(new RoleRequirement(anyOf));

    /// <summary>Adds sign-in and rights. An endpoint that says nothing about rights is closed to all but signed-in people.</summary>
    public static IServiceCollection AddDevelopmentSignIn(this IServiceCollection services, IConfigurationSection settings, IHostEnvironment environment)
    {
        services.AddSingleton(new DevelopmentSignInRules(settings, environment));
        services.AddAuthentication(DevelopmentIdentity.Scheme)
            .AddScheme<AuthenticationSchemeOptions, DevelopmentSignIn>(DevelopmentIdentity.Scheme, null);
        services.AddScoped<IAuthorizationHandler, RoleCheck>();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        return services;
    }
}
