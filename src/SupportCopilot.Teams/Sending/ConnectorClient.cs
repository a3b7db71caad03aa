using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Identity;
using Polly;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Sending;

/// <summary>
/// Teams' connector (the Bot Connector REST API, v3): sends messages and changes them. It never throws for what the other
/// side or the way there did; it says how sure it is. A message's body is in no exception and no log.
/// </summary>
internal sealed class ConnectorClient(
    IHttpClientFactory clients, ConnectorTokens tokens, ServiceAddresses addresses, SendLimits limits, Retries retries, OneAtATime oneAtATime)
{
    /// <summary>The client that reaches the connector.</summary>
    public const string ClientName = "teams-connector";

    /// <summary>Teams takes messages of about 28 KB and answers 413 above. Cards are drawn to fit; this only sees to it that nothing larger ever leaves.</summary>
    public const int MostBytes = 28 * 1024;

    private static readonly TimeSpan LongestTyping = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);   // for a free place under the limits

    /// <summary>Answers in a turn that somebody waits for.</summary>
    public Task<ConnectorResult> ReplyAsync(Place place, Message message, string? replyTo, CancellationToken ct) => SendAsync(
        retries.OfReplies, HttpMethod.Post, place, replyTo is null ? "activities" : $"activities/{Uri.EscapeDataString(replyTo)}", message with { ReplyToId = replyTo }, ct);

    /// <summary>Shows that the bot is at work; once, and briefly tried: an answer does not wait for it.</summary>
    public async Task ShowTypingAsync(Place place, CancellationToken ct)
    {
        using var briefly = CancellationTokenSource.CreateLinkedTokenSource(ct);
        briefly.CancelAfter(LongestTyping);
        await SendAsync(ResiliencePipeline<ConnectorResult>.Empty, HttpMethod.Post, place, "activities", Message.Typing, briefly.Token);
    }

    /// <summary>Says something that nobody asked for just now. It is tried again only where it certainly did not arrive.</summary>
    public Task<ConnectorResult> PostAsync(Place place, Message message, CancellationToken ct) =>
        SendAsync(retries.OfPosts, HttpMethod.Post, place, "activities", message, ct);

    /// <summary>Puts a message in the place of one that is there; of several changes to one message, one at a time.</summary>
    public async Task<ConnectorResult> UpdateAsync(Place place, string messageId, Message message, CancellationToken ct)
    {
        using var ours = await oneAtATime.WaitAsync($"{place.ConversationId}/{messageId}", ct);
        return await SendAsync(retries.OfUpdates, HttpMethod.Put, place, $"activities/{Uri.EscapeDataString(messageId)}", message, ct);
    }

    private async Task<ConnectorResult> SendAsync(
        ResiliencePipeline<ConnectorResult> pipeline, HttpMethod method, Place place, string path, Message message, CancellationToken ct)
    {
        if (!addresses.Allows(place.ServiceUrl)) return new(ConnectorOutcome.Refused) { Detail = "The conversation's service address is none that the bot may answer to." };
        var body = JsonSerializer.SerializeToUtf8Bytes(message with { From = new(place.BotId), Conversation = new(place.ConversationId) }, ProtocolJson.Default.Message);
        if (body.Length > MostBytes) return new(ConnectorOutcome.Refused) { Status = 413, Detail = $"The message has {body.Length:N0} bytes; Teams takes {MostBytes:N0}." };

        var address = new Uri($"{place.ServiceUrl.TrimEnd('/')}/v3/conversations/{Uri.EscapeDataString(place.ConversationId)}/{path}");
        return await pipeline.ExecuteAsync(async token => await TryAsync(method, address, place.ConversationId, body, token), ct);
    }

    private async Task<ConnectorResult> TryAsync(HttpMethod method, Uri address, string conversation, byte[] body, CancellationToken ct)
    {
        var left = false;
        try
        {
            if (!await limits.WaitAsync(conversation, LongestWait, ct)) return new(ConnectorOutcome.NotNow) { Detail = "More was sent to this conversation than Teams allows." };
            var token = await tokens.GetAsync(ct);
            using var request = new HttpRequestMessage(method, address) { Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") { CharSet = "utf-8" } } } };
            if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var client = clients.CreateClient(ClientName);
            left = true;
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseContentRead, ct);
            if (answer.StatusCode is HttpStatusCode.Unauthorized) tokens.Forget(token);
            return await ReadAsync(answer, ct);
        }
        catch (Exception thrown) when (thrown is HttpRequestException or OperationCanceledException or AuthenticationFailedException)
        {
            return new(left && !NeverConnected(thrown) ? ConnectorOutcome.Unknown : ConnectorOutcome.NotNow) { Detail = WhatHappened(thrown) };
        }
    }

    private static async Task<ConnectorResult> ReadAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var status = (int)answer.StatusCode;
        var result = new ConnectorResult(status switch
        {
            >= 200 and < 300 => ConnectorOutcome.Done,
            401 or 412 or 429 => ConnectorOutcome.NotNow,
            403 or 404 => ConnectorOutcome.Gone,
            502 or 504 => ConnectorOutcome.GatewayFailed,
            408 or >= 500 => ConnectorOutcome.Unknown,
            _ => ConnectorOutcome.Refused,
        })
        { Status = status };
        if (result.Outcome is ConnectorOutcome.Done) return result with { MessageId = await IdAsync(answer, ct) };
        return result with { Detail = $"Teams answered {status}.", RetryAfter = answer.Headers.RetryAfter?.Delta };
    }

    private static async Task<string?> IdAsync(HttpResponseMessage answer, CancellationToken ct)
    {
        var bytes = await answer.Content.ReadAsByteArrayAsync(ct);
        try
        {
            return bytes.Length == 0 ? null : JsonSerializer.Deserialize(bytes, ConnectorJson.Default.ResourceResponse)?.Id;
        }
        catch (JsonException)   // it was taken all the same; only its name is not known
        {
            return null;
        }
    }

    private static bool NeverConnected(Exception thrown) => thrown is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static string WhatHappened(Exception thrown) => thrown switch
    {
        HttpRequestException { StatusCode: not null } => "Entra refused the bot's app id and secret.",
        HttpRequestException http => $"No answer from Teams ({http.HttpRequestError}).",
        AuthenticationFailedException => "The bot's managed identity got no token.",
        _ => "Teams did not answer in time.",
    };
}

/// <summary>Where a message goes.</summary>
/// <param name="ServiceUrl">The connector's address.</param>
/// <param name="ConversationId">The conversation, with the thread where there is one.</param>
/// <param name="BotId">What the bot is called there.</param>
internal sealed record Place(string ServiceUrl, string ConversationId, string? BotId);

/// <summary>What the connector says of a message that it took.</summary>
internal sealed record ResourceResponse(string? Id);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ResourceResponse))]
internal sealed partial class ConnectorJson : JsonSerializerContext;
