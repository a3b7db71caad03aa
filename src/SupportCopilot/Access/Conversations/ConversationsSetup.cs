using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Storage;

namespace SupportCopilot.Access.Conversations;

/// <summary>Adds the places that the product may speak in, and the ledger of what it says there.</summary>
public static class ConversationsSetup
{
    /// <summary>Adds posting; the way out itself is added by the edge that has it.</summary>
    /// <param name="services">The product's services.</param>
    /// <param name="section">The settings <c>SupportCopilot:Posting</c>.</param>
    public static IServiceCollection AddConversations(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<PostOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IConversations, NoConversations>();
        return services
            .AddSingleton<Effects>()
            .AddScoped<ListEffects>()
            .AddScoped<SettleEffect>()
            .AddScoped<ConversationSight>()
            .AddScoped<ShowConversations>()
            .AddScoped<ScopeConversation>()
            .AddScoped<PostOnce>();
    }
}
