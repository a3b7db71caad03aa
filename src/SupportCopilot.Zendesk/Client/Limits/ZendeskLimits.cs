namespace SupportCopilot.Zendesk.Client.Limits;

/// <summary>What Zendesk documents of its limits, until an answer's headers say otherwise.</summary>
internal static class ZendeskLimits
{
    /// <summary>The windows that most limits are counted in.</summary>
    public static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The window in which updates of one ticket are counted.</summary>
    public static readonly TimeSpan PerTicketWindow = TimeSpan.FromMinutes(10);

    /// <summary>All requests of an account in a minute, on the smallest plan; the first answer tells the plan's own.</summary>
    public const int Account = 200;

    /// <summary>Incremental exports in a minute.</summary>
    public const int Exports = 10;

    /// <summary>Updates of single tickets in a minute, by the whole account.</summary>
    public const int Updates = 100;

    /// <summary>Updates of one ticket by one user in ten minutes.</summary>
    public const int UpdatesPerTicket = 30;
}
