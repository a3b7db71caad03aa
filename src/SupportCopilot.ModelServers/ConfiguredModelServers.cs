using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SupportCopilot.Models;
using SupportCopilot.ModelServers.Asking;
using SupportCopilot.ModelServers.OpenAi;

namespace SupportCopilot.ModelServers;

/// <summary>The servers of the settings, each with its own patience, its own limits and its own breaker.</summary>
internal sealed class ConfiguredModelServers(IOptions<ModelServersOptions> options, SdkClients sdk, TimeProvider clock, ILogger<ConfiguredModelServers> log) : IModelServers
{
    /// <summary>The HTTP client of those that are signed in to by a key.</summary>
    public const string ClientName = "model-servers";

    /// <summary>The HTTP client of those that are signed in to by a token of Entra.</summary>
    public const string EntraClientName = "model-servers-entra";

    private readonly Lazy<IReadOnlyList<ModelServer>> _all = new(() => [.. options.Value.Servers.Select(server => Made(server, sdk, clock, log))]);
    private readonly Lazy<ModelEmbedder?> _embedder = new(() => options.Value.Embeddings is { } server ? Made(server, options.Value.Dimensions, sdk, clock, log) : null);

    public IReadOnlyList<ModelServer> All => _all.Value;

    public ModelEmbedder? Embedder => _embedder.Value;

    private static ModelServer Made(ModelServerOptions server, SdkClients sdk, TimeProvider clock, ILogger log)
    {
        var patient = new PatientServer(server, clock, log);
        return new ModelServer(server.DisplayName, server.Model, server.Tier, server.InputPer1M, server.OutputPer1M)
        {
            Chat = new PersistentChatClient(new OpenAiChatClient(sdk.Chat(server)), patient),
            State = () => patient.State.Now,
            IsOutside = ModelServerHosts.IsOutside(new Uri(server.Endpoint)),
            RequestsPerMinute = server.RequestsPerMinute,
            TokensPerMinute = server.TokensPerMinute,
        };
    }

    private static ModelEmbedder Made(ModelServerOptions server, int? dimensions, SdkClients sdk, TimeProvider clock, ILogger log)
    {
        var patient = new PatientServer(server, clock, log);
        return new ModelEmbedder(server.DisplayName, server.Model, dimensions, server.InputPer1M)
        {
            Generator = new PersistentEmbeddings(new OpenAiEmbeddings(sdk.Embeddings(server), dimensions), patient),
            State = () => patient.State.Now,
            IsOutside = ModelServerHosts.IsOutside(new Uri(server.Endpoint)),
        };
    }
}
