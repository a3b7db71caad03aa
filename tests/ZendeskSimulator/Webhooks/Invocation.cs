namespace ZendeskSimulator.Webhooks;

/// <summary>One thing that a webhook is told.</summary>
/// <param name="Id">The same at every try and every duplicate.</param>
/// <param name="TicketId">The ticket it is about.</param>
/// <param name="Type">The event's type, or the trigger's title.</param>
/// <param name="Body">JSON.</param>
public sealed record Invocation(string Id, long TicketId, string Type, string Body);

/// <summary>A try to tell it.</summary>
/// <param name="Invocation">What.</param>
/// <param name="Try">Which try, from 1.</param>
/// <param name="Status">What was answered; null where nothing was in time, or the connection failed.</param>
public sealed record Attempt(Invocation Invocation, int Try, int? Status)
{
    /// <summary>Whether it was taken.</summary>
    public bool IsTaken => Status is >= 200 and < 300;
}
