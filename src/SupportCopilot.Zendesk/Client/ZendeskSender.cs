using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Polly.CircuitBreaker;
using Polly.Timeout;
using SupportCopilot.Zendesk.Client.Limits;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Zendesk.Client;

/// <summary>Sends one connection's requests: signed, within the limits, tried again where that is safe, and says of each failure what can be concluded from it.</summary>
internal sealed class ZendeskSender(
    IHttpClientFactory clients, ZendeskDesk desk, ZendeskTokens tokens, RequestLimits limits, ZendeskResilience resilience, ZendeskLog log, TimeProvider clock)
{
    /// <summary>The client that reaches Zendesk.</summary>
    public const string ClientName = "zendesk";

    /// <summary>Sends a request and reads its answer.</summary>
    /// <exception cref="ZendeskException">It came to nothing, or the answer was lost.</exception>
    public async Task<T> SendAsync<T>(ZendeskRequest request, JsonTypeInfo<T> type, CancellationToken ct) where T : class
    {
        var lane = resilience.Of(request.Lane);
        await lane.Bulkhead.WaitAsync(ct);
        var call = new Call<T>(request, type);
        try
        {
            return await lane.Outer.ExecuteAsync(async (call, token) => await TryAsync(call, token), call, ct);
        }
        catch (TimeoutRejectedException)
        {
            throw call.Lost("no answer in time");
        }
        catch (BrokenCircuitException broken)
        {
            throw new ZendeskException(ZendeskFailure.NotNow, request.Name, "the desk has failed too often just now; it is left alone for a while") { RetryAfter = broken.RetryAfter };
        }
        catch (OperationCanceledException) when (call.MayHaveArrived)
        {
            throw call.Lost("cancelled on its way");
        }
        finally
        {
            lane.Bulkhead.Release();
        }
    }

    private async ValueTask<T> TryAsync<T>(Call<T> call, CancellationToken ct) where T : class
    {
        call.MayHaveArrived = false;
        var lane = resilience.Of(call.Request.Lane);
        var place = await limits.WaitAsync(call.Request, lane.All, ct);
        var authorization = await tokens.HeaderAsync(ct);
        try
        {
            return await lane.Inner.ExecuteAsync(async token =>
            {
                try
                {
                    return await SendSignedAsync(call, authorization, place, token);
                }
                catch (ZendeskException refused) when (refused.Kind is ZendeskFailure.Unauthorized && tokens.Forget(authorization))
                {
                    return await SendSignedAsync(call, await tokens.HeaderAsync(token), place, token);   // revoked, or ended early: once with a new one
                }
            }, ct);
        }
        catch (TimeoutRejectedException)   // of this try: a read has more of them
        {
            throw call.Lost("no answer in time");
        }
        catch (ZendeskException failure)
        {
            log.Failed(call.Request, failure);
            throw;
        }
    }

    private async Task<T> SendSignedAsync<T>(Call<T> call, AuthenticationHeaderValue authorization, LimitedPlace place, CancellationToken ct) where T : class
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var message = call.Request.ToMessage(desk.BaseUrl, authorization);
            call.MayHaveArrived = !call.Request.IsRead;
            using var answer = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, ct);
            place.Learn(answer);
            log.Answered(call.Request, answer);
            if (!answer.IsSuccessStatusCode) throw await FailureAsync(call, answer, ct);
            var read = await ZendeskAnswers.ReadAsync(answer, call.Type, call.Request.MostBytes, ct) ?? throw call.Unreadable();
            call.MayHaveArrived = false;
            return read;
        }
        catch (HttpRequestException never) when (NeverConnected(never))
        {
            call.MayHaveArrived = false;
            throw new ZendeskException(ZendeskFailure.NotNow, call.Request.Name, $"no connection ({never.HttpRequestError})");
        }
        catch (Exception lost) when (lost is HttpRequestException or IOException)
        {
            throw call.Lost("the connection broke");
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or InvalidOperationException { Source: "System.Text.Json" })
        {
            throw call.Unreadable();
        }
        catch (AnswerTooLargeException)
        {
            throw new ZendeskException(call.Request.IsRead ? ZendeskFailure.TooLarge : ZendeskFailure.Unknown, call.Request.Name, "the answer is larger than is taken");
        }
    }

    private async Task<ZendeskException> FailureAsync<T>(Call<T> call, HttpResponseMessage answer, CancellationToken ct) where T : class
    {
        var status = (int)answer.StatusCode;
        var kind = status switch
        {
            401 => ZendeskFailure.Unauthorized,
            404 or 410 => ZendeskFailure.Gone,
            409 => ZendeskFailure.Conflict,
            413 => ZendeskFailure.TooLarge,
            429 => ZendeskFailure.NotNow,
            408 or >= 500 => call.Request.IsRead ? ZendeskFailure.NotNow : ZendeskFailure.Unknown,
            _ => ZendeskFailure.Refused,
        };
        call.MayHaveArrived = kind is ZendeskFailure.Unknown;
        var code = await ZendeskAnswers.CodeAsync(answer, ct);
        return new(kind, call.Request.Name, code is null ? $"answered {status}" : $"answered {status} {code}")
        {
            Status = status,
            Code = code,
            RetryAfter = RetryAfter.Of(answer, clock.GetUtcNow()),
        };
    }

    private static bool NeverConnected(HttpRequestException thrown) =>
        thrown.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;

    /// <summary>One request with what is known of its fate.</summary>
    private sealed class Call<T>(ZendeskRequest request, JsonTypeInfo<T> type)
    {
        public ZendeskRequest Request => request;

        public JsonTypeInfo<T> Type => type;

        /// <summary>Whether it is a write that left, and whose end is not known.</summary>
        public bool MayHaveArrived { get; set; }

        public ZendeskException Lost(string what) =>
            new(MayHaveArrived ? ZendeskFailure.Unknown : ZendeskFailure.NotNow, request.Name, MayHaveArrived ? $"{what}; it may have been done" : what);

        public ZendeskException Unreadable() =>
            new(MayHaveArrived ? ZendeskFailure.Unknown : ZendeskFailure.Unreadable, request.Name, MayHaveArrived ? "the answer cannot be read; it may have been done" : "the answer cannot be read");
    }
}
