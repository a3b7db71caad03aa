using SupportCopilot.Models;

namespace SupportCopilot.ModelServers.OpenAi;

/// <summary>Stands behind whatever signs in with a token of Microsoft Entra: a request to any host but Azure's does not leave. The settings are held to the same; this holds what the SDK or a server makes of them.</summary>
internal sealed class AzureAlone : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.RequestUri is { } address && ModelServersOptionsRules.IsAzure(address)
            ? base.SendAsync(request, cancellationToken)
            : throw new ModelServerException(ModelFailure.Rejected, "A request with an Entra token was about to leave for a host that is not Azure's.");
}
