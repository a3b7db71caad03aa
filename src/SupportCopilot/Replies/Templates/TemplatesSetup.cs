using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.Replies.Templates;

internal static class TemplatesSetup
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services
        .AddSingleton<TemplatesKept>()
        .AddScoped<TenantTemplates>()
        .AddScoped<PlaceholderValues>()
        .AddScoped<KeepProposals>()
        .AddScoped<ProposeTemplates>()
        .AddScoped<WriteMacros>()
        .AddScoped(scope => new ShowTemplates(scope.GetRequiredService<Storage.SupportDbContext>(), scope.GetRequiredService<TenantTemplates>()))
        .AddScoped<KeepTemplate>();
}
