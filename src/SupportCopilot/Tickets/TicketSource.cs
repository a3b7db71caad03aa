namespace SupportCopilot.Tickets;

/// <summary>Where tickets come from.</summary>
public static class TicketSource
{
    /// <summary>A Zendesk account.</summary>
    public const string Zendesk = "zendesk";

    /// <summary>An Intercom workspace.</summary>
    public const string Intercom = "intercom";

    /// <summary>Whether a ticket of this source belongs to a connected desk, and so is changed there.</summary>
    public static bool IsDesk(string source) => source is Zendesk or Intercom;
}
