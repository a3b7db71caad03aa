using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SupportCopilot.Tokens;

/// <summary>An issuer's OpenID metadata and keys, read over HTTP, kept for a day, and read again when a token names a key they lack.</summary>
public sealed class OpenIdKeys
{
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="address">Where the metadata is, as <c>https://…/.well-known/openid-configuration</c>.</param>
    /// <param name="client">Gives the client that reads it.</param>
    public OpenIdKeys(string address, Func<HttpClient> client) =>
        _metadata = new(address, new OpenIdConnectConfigurationRetriever(), new Documents(client));

    internal Task<OpenIdConnectConfiguration> GetAsync(CancellationToken ct) => _metadata.GetConfigurationAsync(ct);

    /// <summary>Lets the next reading go to the issuer; at most once in five minutes, so that made-up key names cannot make a storm of it.</summary>
    internal void LookAgain() => _metadata.RequestRefresh();

    private sealed class Documents(Func<HttpClient> client) : IDocumentRetriever
    {
        private const int MostBytes = 1024 * 1024;

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            // The metadata names the address of the keys: plain http could be answered by anybody on the way.
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || (uri.Scheme != Uri.UriSchemeHttps && !uri.IsLoopback))
                throw new InvalidOperationException("OpenID metadata and keys are read over https only.");
            using var http = client();
            http.MaxResponseContentBufferSize = MostBytes;
            return await http.GetStringAsync(uri, cancel);
        }
    }
}
