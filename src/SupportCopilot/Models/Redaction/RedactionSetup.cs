using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace SupportCopilot.Models.Redaction;

/// <summary>Adds the hiding of personal data to the product.</summary>
internal static class RedactionSetup
{
    public static IServiceCollection AddRedaction(this IServiceCollection services)
    {
        services.TryAddSingleton<Redactor>();
        return services;
    }
}
