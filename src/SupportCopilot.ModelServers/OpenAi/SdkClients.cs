using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using OpenAI;
using OpenAI.Chat;
using OpenAI.Embeddings;

namespace SupportCopilot.ModelServers.OpenAi;

/// <summary>The OpenAI SDK's clients for a server of the settings: its tries, time-outs, logs and traces are ours.</summary>
internal sealed class SdkClients(IHttpClientFactory http, Lazy<TokenCredential> entra)
{
    private const string AzureScope = "https://cognitiveservices.azure.com/.default";

    // The SDK wants a key even of servers that ask for none.
    private const string NoKey = "none";

#pragma warning disable OPENAI001 // the only way to sign in by a token that is renewed; marked as experimental since 2024
    public ChatClient Chat(ModelServerOptions server) => server.Entra
        ? new(server.Model, Token(), Options(server))
        : new(server.Model, Key(server), Options(server));

    public EmbeddingClient Embeddings(ModelServerOptions server) => server.Entra
        ? new(server.Model, Token(), Options(server))
        : new(server.Model, Key(server), Options(server));
#pragma warning restore OPENAI001

    private BearerTokenPolicy Token() => new(entra.Value, AzureScope);

    private static ApiKeyCredential Key(ModelServerOptions server) => new(string.IsNullOrEmpty(server.Key) ? NoKey : server.Key);

    private OpenAIClientOptions Options(ModelServerOptions server) => new()
    {
        Endpoint = new Uri(server.Endpoint),
        Transport = new HttpClientPipelineTransport(http.CreateClient(server.Entra ? ConfiguredModelServers.EntraClientName : ConfiguredModelServers.ClientName)),
        RetryPolicy = new ClientRetryPolicy(maxRetries: 0),          // ours tries again; two that do would multiply
        NetworkTimeout = Timeout.InfiniteTimeSpan,                   // ours ends each try
        EnableDistributedTracing = false,
        ClientLoggingOptions = new ClientLoggingOptions { EnableLogging = false },   // it can write bodies
        UserAgentApplicationId = "SupportCopilot",
    };
}
