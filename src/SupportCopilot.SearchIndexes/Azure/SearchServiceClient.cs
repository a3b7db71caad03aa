using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Core;
using Microsoft.Extensions.Options;

namespace SupportCopilot.SearchIndexes.Azure;

/// <summary>
/// Speaks the service's REST protocol, of one fixed version. What is busy (429, 503 and kin) or unreachable is asked again
/// after the time it names, or ever longer ones; the rest fails at once.
/// </summary>
internal sealed class SearchServiceClient(IHttpClientFactory http, IOptions<AzureSearchOptions> options, TokenCredential entra, TimeProvider clock)
{
    public const string ClientName = "azure-search";
    public const string Version = "2024-07-01";

    private const int Tries = 5;
    private const string Scope = "https://search.azure.com/.default";
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan TryTime = TimeSpan.FromSeconds(30);

    /// <summary>The index's own address, with what stands behind it.</summary>
    public Uri Address(string rest = "") => new(new Uri(options.Value.Endpoint!), $"indexes/{options.Value.Index}{rest}?api-version={Version}");

    /// <returns>The answer; null for what is not there (404).</returns>
    /// <exception cref="SearchServiceException">It refuses, or does not answer in spite of patience.</exception>
    public async Task<JsonObject?> SendAsync(HttpMethod method, Uri address, JsonNode? body, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            TimeSpan wait;
            try
            {
                using var response = await TryAsync(method, address, body, ct);
                if (response.StatusCode is HttpStatusCode.NotFound) return null;
                if (response.IsSuccessStatusCode) return response.StatusCode is HttpStatusCode.NoContent ? [] : await response.Content.ReadFromJsonAsync<JsonObject>(ct) ?? [];
                if (!IsBusy(response.StatusCode)) throw new SearchServiceException($"The search service answered {(int)response.StatusCode} to {method} {address.AbsolutePath}.", (int)response.StatusCode);
                if (attempt == Tries) throw new SearchServiceException($"The search service is busy: it answered {(int)response.StatusCode} {Tries} times.", (int)response.StatusCode);
                wait = response.Headers.RetryAfter?.Delta ?? Backoff(attempt);
            }
            catch (Exception failed) when (failed is HttpRequestException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                if (attempt == Tries) throw new SearchServiceException("The search service did not answer.", null, failed);
                wait = Backoff(attempt);
            }
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, ct);
        }
    }

    private async Task<HttpResponseMessage> TryAsync(HttpMethod method, Uri address, JsonNode? body, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(method, address);
        if (body is not null) request.Content = JsonContent.Create(body);
        if (options.Value.Entra)
        {
            if (!AzureSearchOptionsRules.IsAzure(address)) throw new SearchServiceException("A request with an Entra token was about to leave for a host that is not Azure's.");
            var token = await entra.GetTokenAsync(new TokenRequestContext([Scope]), ct);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Token);
        }
        else
        {
            request.Headers.Add("api-key", options.Value.Key);
        }
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TryTime);
        return await http.CreateClient(ClientName).SendAsync(request, limit.Token);
    }

    private static bool IsBusy(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout or HttpStatusCode.RequestTimeout;

    // Some chance in it, so that several servers do not come again all at once.
    private static TimeSpan Backoff(int attempt) => FirstWait * Math.Pow(2, attempt - 1) * (0.75 + (Random.Shared.NextDouble() / 2));
}
