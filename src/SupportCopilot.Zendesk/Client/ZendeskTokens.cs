using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using SupportCopilot.Zendesk.Connections;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Client;

/// <summary>How one connection signs its requests: by an OAuth token that is renewed before it ends, one renewal at a time, or by an API token.</summary>
internal sealed class ZendeskTokens(IHttpClientFactory clients, ZendeskDesk desk, TimeProvider clock) : IDisposable
{
    /// <summary>What triage, sync and the sidebar need.</summary>
    private const string Scope = "read write";

    private const string Grant = "client_credentials";
    private const string Endpoint = "POST oauth/tokens";
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(2);   // before its end, or a fifth of a short life
    private static readonly TimeSpan LongestLogin = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _one = new(1, 1);
    private volatile Issued? _token;

    /// <summary>The header for a request that leaves now.</summary>
    /// <exception cref="ZendeskException">NotNow where Zendesk gives no token now; Unauthorized where it refuses the pair.</exception>
    public async ValueTask<AuthenticationHeaderValue> HeaderAsync(CancellationToken ct)
    {
        if (desk.Login is ApiTokenLogin legacy) return Basic(legacy);
        if (_token is { } fresh && clock.GetUtcNow() < fresh.RenewAt) return fresh.Header;
        await _one.WaitAsync(ct);
        try
        {
            if (_token is { } renewed && clock.GetUtcNow() < renewed.RenewAt) return renewed.Header;
            return (_token = await RenewAsync((OAuthLogin)desk.Login, ct)).Header;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Drops a token that was not taken; whether there is another way to try.</summary>
    public bool Forget(AuthenticationHeaderValue refused)
    {
        if (_token is { } token && ReferenceEquals(token.Header, refused)) _token = null;
        return desk.Login is OAuthLogin;
    }

    public void Dispose() => _one.Dispose();

    private static AuthenticationHeaderValue Basic(ApiTokenLogin legacy) =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{legacy.Email}/token:{legacy.ApiToken}")));

    private async Task<Issued> RenewAsync(OAuthLogin login, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(LongestLogin);
        try
        {
            using var client = clients.CreateClient(ZendeskSender.ClientName);
            using var answer = await AskAsync(client, login, patience.Token);
            if (!answer.IsSuccessStatusCode) throw Refused(answer);
            var token = await JsonSerializer.DeserializeAsync(await answer.Content.ReadAsStreamAsync(patience.Token), ZendeskJson.Default.ZendeskToken, patience.Token);
            if (string.IsNullOrEmpty(token?.AccessToken)) throw new ZendeskException(ZendeskFailure.NotNow, Endpoint, "the answer holds no token");
            return new(new("Bearer", token.AccessToken), RenewAt(token.ExpiresIn));
        }
        catch (Exception thrown) when (thrown is HttpRequestException or IOException or JsonException || (thrown is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new ZendeskException(ZendeskFailure.NotNow, Endpoint, "no token could be fetched");   // what was thrown may hold the secret
        }
    }

    /// <summary>As Zendesk documents it, in JSON; whoever does not take that is asked as OAuth 2.0 itself says (RFC 6749, 4.4.2), by a form.</summary>
    private async Task<HttpResponseMessage> AskAsync(HttpClient client, OAuthLogin login, CancellationToken ct)
    {
        var address = new Uri(desk.BaseUrl, "/oauth/tokens");
        var answer = await client.PostAsync(address, InJson(login), ct);
        if (answer.StatusCode is not (HttpStatusCode.BadRequest or HttpStatusCode.UnsupportedMediaType or HttpStatusCode.UnprocessableEntity)) return answer;
        answer.Dispose();
        return await client.PostAsync(address, InForm(login), ct);
    }

    private static FormUrlEncodedContent InForm(OAuthLogin login) => new(new Dictionary<string, string>
    {
        ["grant_type"] = Grant,
        ["client_id"] = login.ClientId,
        ["client_secret"] = login.ClientSecret,
        ["scope"] = Scope,
    });

    private static ByteArrayContent InJson(OAuthLogin login)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new ZendeskTokenRequest(Grant, login.ClientId, login.ClientSecret, Scope), ZendeskJson.Default.ZendeskTokenRequest);
        return new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
    }

    private DateTimeOffset RenewAt(long? seconds)
    {
        if (seconds is not > 0) return DateTimeOffset.MaxValue;   // until a 401 says otherwise
        var life = TimeSpan.FromSeconds(Math.Min(seconds.Value, TimeSpan.FromDays(365).TotalSeconds));
        var early = life / 5 < Early ? life / 5 : Early;
        return clock.GetUtcNow() + life - early;
    }

    private ZendeskException Refused(HttpResponseMessage answer) => answer.StatusCode switch
    {
        HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => new(ZendeskFailure.NotNow, Endpoint, $"answered {(int)answer.StatusCode}")
        {
            Status = (int)answer.StatusCode,
            RetryAfter = RetryAfter.Of(answer, clock.GetUtcNow()),
        },
        _ => new(ZendeskFailure.Unauthorized, Endpoint, $"the client id and secret are refused ({(int)answer.StatusCode}); see SupportCopilot:Zendesk or the tenant's connection") { Status = (int)answer.StatusCode },
    };

    private sealed record Issued(AuthenticationHeaderValue Header, DateTimeOffset RenewAt);
}
