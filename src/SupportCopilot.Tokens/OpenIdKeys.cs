using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace SupportCopilot.Tokens;

/// <summary>An issuer's OpenID metadata and keys, read over HTTP, kept for a day, and read again when a token names a key they lack.</summary>
/// <param name="address">Where the metadata is, as <c>https://…/.well-known/openid-configuration</c>.</param>
/// <param name="client">Gives the client that reads it.</param>
/// <param name="clock">Tells how old they are.</param>
public sealed class OpenIdKeys(string address, Func<HttpClient> client, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    // Anybody can send a token that names a key of their own making; that must not become a storm on the issuer.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim _one = new(1, 1);
    private readonly Documents _documents = new(client);
    private OpenIdConnectConfiguration? _metadata;
    private DateTimeOffset _readAt;

    /// <summary>The metadata as last read.</summary>
    /// <param name="again">Whether it lacks a key, so that it is read again, at most once a minute.</param>
    /// <param name="ct">Cancels the reading.</param>
    /// <exception cref="HttpRequestException">The issuer does not answer, and nothing of it was read before.</exception>
    internal async Task<OpenIdConnectConfiguration> GetAsync(bool again, CancellationToken ct)
    {
        if (IsGood(again)) return _metadata!;
        await _one.WaitAsync(ct);
        try
        {
            if (IsGood(again)) return _metadata!;
            try
            {
                _metadata = await OpenIdConnectConfigurationRetriever.GetAsync(address, _documents, ct);
                _readAt = clock.GetUtcNow();
            }
            catch (Exception thrown) when (_metadata is not null && thrown is not OperationCanceledException)
            {
                // The keys of yesterday still hold: an issuer that is down for a moment must not lock everybody out. The next look is soon.
                _readAt = clock.GetUtcNow() - Kept + BetweenLooks;
            }

            return _metadata;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();

    private bool IsGood(bool again) => _metadata is not null && clock.GetUtcNow() - _readAt < (again ? BetweenLooks : Kept);

    private sealed class Documents(Func<HttpClient> client) : IDocumentRetriever
    {
        private const int MostBytes = 1024 * 1024;

        public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
        {
            // The metadata names the address of the keys: plain http could be answered by anybody on the way.
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
                throw new InvalidOperationException("OpenID metadata and keys are read over https only.");
            using var http = client();
            http.MaxResponseContentBufferSize = MostBytes;
            return await http.GetStringAsync(uri, cancel);
        }
    }
}
