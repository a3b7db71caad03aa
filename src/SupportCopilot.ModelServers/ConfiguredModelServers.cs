using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using Polly.CircuitBreaker;
using SupportCopilot.Models;
using SupportCopilot.ModelServers.Asking;
using SupportCopilot.ModelServers.OpenAi;

namespace SupportCopilot.ModelServers;

/// <summary>The servers of the settings, each with its own patience and its own breaker.</summary>
internal sealed class ConfiguredModelServers(IOptions<ModelServersOptions> options, IHttpClientFactory http, Lazy<TokenCredential> entra, TimeProvider clock) : IModelServers
{
    /// <summary>The HTTP client of all of them.</summary>
    public const string ClientName = "model-servers";

    private const string AzureScope = "https://cognitiveservices.azure.com/.default";

    // The SDK wants a key even of servers that ask for none.
    private const string NoKey = "none";

    private readonly Lazy<IReadOnlyList<ModelServer>> _all = new(() => [.. options.Value.Servers.Select(server => Made(server, http, entra, clock))]);

    public IReadOnlyList<ModelServer> All => _all.Value;

    private static ModelServer Made(ModelServerOptions server, IHttpClientFactory http, Lazy<TokenCredential> entra, TimeProvider clock)
    {
        var breaker = new CircuitBreakerStateProvider();
        var state = new ServerState(breaker, clock);
        return new ModelServer(server.DisplayName, server.Model, server.Tier, server.InputPer1M, server.OutputPer1M)
        {
            Chat = new PersistentChatClient(new OpenAiChatClient(Sdk(server, http, entra)), Patience.Of(server, breaker, clock), state),
            State = () => state.Now,
        };
    }

    private static ChatClient Sdk(ModelServerOptions server, IHttpClientFactory http, Lazy<TokenCredential> entra)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = new Uri(server.Endpoint),
            Transport = new HttpClientPipelineTransport(http.CreateClient(ClientName)),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),          // ours tries again; two that do would multiply
            NetworkTimeout = Timeout.InfiniteTimeSpan,                   // ours ends each try
            EnableDistributedTracing = false,
            ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },   // it can write bodies
            UserAgentApplicationId = "SupportCopilot",
        };
#pragma warning disable OPENAI001 // the only way to sign in by a token that is renewed; marked as experimental since 2024
        if (server.Entra) return new ChatClient(server.Model, new BearerTokenPolicy(entra.Value, AzureScope), client);
#pragma warning restore OPENAI001
        return new ChatClient(server.Model, new ApiKeyCredential(string.IsNullOrEmpty(server.Key) ? NoKey : server.Key), client);
    }
}
