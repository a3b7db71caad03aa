using Microsoft.Extensions.DependencyInjection;

namespace SupportCopilot.DemoDesk;

/// <summary>Adds the demo desk to the product.</summary>
public static class DemoDeskSetup
{
    /// <summary>Adds <see cref="FillDemoDesk"/>.</summary>
    public static IServiceCollection AddDemoDesk(this IServiceCollection services) => services.AddScoped<FillDemoDesk>();
}
