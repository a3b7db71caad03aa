using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;

namespace SupportCopilot.Zendesk.Writing;

/// <summary>What a failed request means for the write it was for.</summary>
internal static class DeskAnswers
{
    public static DeskAnswer NotConnected { get; } = new(DeskOutcome.NotNow, Detail: "No Zendesk is connected.");

    public static DeskAnswer NoSuchTicket { get; } = new(DeskOutcome.Refused, Detail: "The ticket is not at the desk, or no longer.");

    public static DeskAnswer Done { get; } = new(DeskOutcome.Refused, Detail: "The ticket was solved or closed meanwhile.");

    public static DeskAnswer KeepsChanging { get; } = new(DeskOutcome.NotNow, Detail: "The ticket kept changing while it was written.");

    /// <summary>Of the request that writes: what may have arrived is unknown.</summary>
    public static DeskAnswer OfWrite(ZendeskException failure) => new(
        failure.Kind switch
        {
            ZendeskFailure.Unknown => DeskOutcome.Unknown,
            ZendeskFailure.Refused or ZendeskFailure.Gone or ZendeskFailure.TooLarge => DeskOutcome.Refused,
            _ => DeskOutcome.NotNow,   // credentials can be set right, so that is no refusal of this ticket
        },
        Detail: failure.Message)
    { RetryAfter = failure.RetryAfter };

    /// <summary>Of a request that only reads, before anything was written.</summary>
    public static DeskAnswer OfRead(ZendeskException failure) =>
        failure.Kind is ZendeskFailure.Gone ? NoSuchTicket : new(DeskOutcome.NotNow, Detail: failure.Message) { RetryAfter = failure.RetryAfter };
}
