using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using ZendeskSimulator;

namespace SupportCopilot.Tests.Simulator;

/// <summary>Somebody who calls a simulated account over its API, with a token of its own.</summary>
internal sealed class ZendeskClient(SimulatedZendesk zendesk, HttpMessageHandler? way = null) : IDisposable
{
    private readonly HttpClient _http = new(way ?? zendesk.Handler()) { BaseAddress = new Uri("https://acme.zendesk.test") };

    public HttpRequestHeaders Headers => _http.DefaultRequestHeaders;

    public async Task<ZendeskClient> SignedIn()
    {
        using var answer = await _http.PostAsJsonAsync("/oauth/tokens", new { grant_type = "client_credentials", client_id = zendesk.Settings.ClientId, client_secret = zendesk.Settings.ClientSecret }, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.GetProperty("access_token").GetString());
        return this;
    }

    public Task<HttpResponseMessage> Send(string method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = JsonContent.Create(body);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The answer's JSON, with the status it must have.</summary>
    public async Task<JsonElement> Json(string method, string path, object? body = null, int status = 200)
    {
        using var answer = await Send(method, path, body);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{method} {path} answered {(int)answer.StatusCode}: {text}");
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public Task<JsonElement> Get(string path, int status = 200) => Json("GET", path, status: status);

    public void Dispose() => _http.Dispose();
}
