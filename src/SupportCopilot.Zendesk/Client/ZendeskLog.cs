using Microsoft.Extensions.Logging;

namespace SupportCopilot.Zendesk.Client;

/// <summary>What is written down of requests: the endpoint without ids and query, the status, the lane. Never a body, an address, or what was thrown.</summary>
internal sealed partial class ZendeskLog(ILogger<ZendeskLog> log)
{
    /// <summary>An answer came.</summary>
    public void Answered(ZendeskRequest request, HttpResponseMessage answer) => LogAnswered(request.Name, (int)answer.StatusCode, request.Lane);

    /// <summary>A try came to nothing.</summary>
    public void Failed(ZendeskRequest request, ZendeskException failure)
    {
        if (failure.Status is 429) LogLimited(request.Name, request.Lane, failure.RetryAfter?.TotalSeconds);
        else LogFailed(request.Name, failure.Kind, failure.Status, failure.Code, request.Lane);
    }

    [LoggerMessage(Level = LogLevel.Trace, Message = "Zendesk {Endpoint}: {Status} (lane {Lane})")]
    private partial void LogAnswered(string endpoint, int status, Lane lane);

    [LoggerMessage(Level = LogLevel.Information, Message = "Zendesk {Endpoint}: over the limit (lane {Lane}); it asks to wait {Seconds} s")]
    private partial void LogLimited(string endpoint, Lane lane, double? seconds);

    [LoggerMessage(Level = LogLevel.Information, Message = "Zendesk {Endpoint}: {Kind}, status {Status} {Code} (lane {Lane})")]
    private partial void LogFailed(string endpoint, ZendeskFailure kind, int? status, string? code, Lane lane);
}
