using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access.Founding;
using SupportCopilot.Access.Languages;
using SupportCopilot.Access.People;
using SupportCopilot.Access.Scopes;
using SupportCopilot.Access.Sessions;
using SupportCopilot.Storage;

namespace SupportCopilot.Access;

/// <summary>Adds tenants, people and rights to the product.</summary>
public static class AccessSetup
{
    /// <summary>Adds the scope's tenant, caller and language, sign-in, sessions, audit, and leases.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddScoped<CurrentTenant>()
        .AddScoped<CurrentCaller>()
        .AddScoped<CurrentLanguage>()
        .AddScoped<AgentWords>()
        .AddScoped<Tenants>()
        .AddScoped<EntraTenants>()
        .AddScoped<SignIn>()
        .AddScoped<AuditLog>()
        .AddScoped<ResolveScope>()
        .AddScoped<ShowPeople>()
        .AddScoped<KeepPerson>()
        .AddScoped<FoundTenant>()
        .AddScoped<OpenSession>()
        .AddScoped<SpendToken>()
        .AddScoped<RemoveOldSessions>()
        .AddSingleton<FindSession>()
        .AddSingleton<Leases>();
}
