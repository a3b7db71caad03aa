using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;
using Microsoft.Extensions.Options;

namespace SupportCopilot.Teams.Sending;

/// <summary>The bot's own token for Teams' connector, by the app's secret or a managed identity, kept until shortly before it ends.</summary>
internal sealed class ConnectorTokens(IHttpClientFactory clients, IOptions<TeamsOptions> options, TimeProvider clock) : IDisposable
{
    /// <summary>The client that fetches tokens.</summary>
    public const string ClientName = "teams-login";

    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);   // renewed before its end, so that none ends on its way

    private readonly SemaphoreSlim _one = new(1, 1);
    private string? _token;
    private DateTimeOffset _until;

    /// <summary>The token; null where no app id is set, as in Development, where nobody asks for one.</summary>
    /// <exception cref="HttpRequestException">Entra does not answer, or refuses the secret.</exception>
    /// <exception cref="AuthenticationFailedException">The managed identity is refused, or there is none.</exception>
    public async Task<string?> GetAsync(CancellationToken ct)
    {
        if (!options.Value.IsConnected) return null;
        await _one.WaitAsync(ct);
        try
        {
            if (_token is null || clock.GetUtcNow() >= _until - Early)
                (_token, _until) = options.Value.ManagedIdentity ? await OfManagedIdentityAsync(ct) : await BySecretAsync(ct);
            return _token;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Drops a token that the connector did not take.</summary>
    public void Forget(string? token) => Interlocked.CompareExchange(ref _token, null, token);

    public void Dispose() => _one.Dispose();

    private async Task<(string, DateTimeOffset)> BySecretAsync(CancellationToken ct)
    {
        var set = options.Value;
        using var client = clients.CreateClient(ClientName);
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = set.AppId!,
            ["client_secret"] = set.AppSecret!,
            ["scope"] = set.Scope,
        });
        using var answer = await client.PostAsync($"{set.LoginHost.TrimEnd('/')}/{set.TenantId}/oauth2/v2.0/token", form, ct);
        // The body of a refusal repeats the app's id and more; the status says enough.
        if (!answer.IsSuccessStatusCode) throw new HttpRequestException("Entra refused the bot's app id and secret; see SupportCopilot:Teams.", null, answer.StatusCode);
        var token = await answer.Content.ReadFromJsonAsync(LoginJson.Default.IssuedToken, ct) ?? throw new HttpRequestException("Entra gave no token.");
        return (token.AccessToken, clock.GetUtcNow().AddSeconds(token.ExpiresIn));
    }

    private async Task<(string, DateTimeOffset)> OfManagedIdentityAsync(CancellationToken ct)
    {
        using var client = clients.CreateClient(ClientName);
        var credential = new ManagedIdentityCredential(
            new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(options.Value.AppId)) { Transport = new HttpClientTransport(client) });
        var token = await credential.GetTokenAsync(new TokenRequestContext([options.Value.Scope]), ct);
        return (token.Token, token.ExpiresOn);
    }
}

/// <summary>What Entra gives.</summary>
/// <param name="AccessToken">The token.</param>
/// <param name="ExpiresIn">For how many seconds.</param>
internal sealed record IssuedToken([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);

[JsonSerializable(typeof(IssuedToken))]
internal sealed partial class LoginJson : JsonSerializerContext;
