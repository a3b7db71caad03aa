namespace ZendeskSimulator.Limits;

/// <summary>How often an account may be called; null means without limit.</summary>
public sealed record RateLimits
{
    /// <summary>Without any limit.</summary>
    public static RateLimits None { get; } = new();

    /// <summary>As a Professional plan has it.</summary>
    public static RateLimits Professional { get; } = new()
    {
        PerMinute = 700,
        ExportsPerMinute = 10,
        UpdatesPerMinute = 100,
        UpdatesPerTicketAndUser = 30,
        SearchExportsPerMinute = 100,
        QueuedJobs = 30,
    };

    /// <summary>As a Professional plan with the High Volume add-on has it.</summary>
    public static RateLimits HighVolume { get; } = Professional with { PerMinute = 2500, ExportsPerMinute = 30, UpdatesPerMinute = 300 };

    /// <summary>All requests of the account in a minute.</summary>
    public int? PerMinute { get; init; }

    /// <summary>Requests to each incremental export in a minute.</summary>
    public int? ExportsPerMinute { get; init; }

    /// <summary>Updates of tickets in a minute, all callers and agents together.</summary>
    public int? UpdatesPerMinute { get; init; }

    /// <summary>Updates of one ticket by one user in ten minutes.</summary>
    public int? UpdatesPerTicketAndUser { get; init; }

    /// <summary>Requests to the export of search results in a minute.</summary>
    public int? SearchExportsPerMinute { get; init; }

    /// <summary>Jobs that may be queued or at work at once.</summary>
    public int? QueuedJobs { get; init; }
}

/// <summary>The limits of single endpoints.</summary>
internal enum Limit
{
    /// <summary>Only the account's.</summary>
    None,

    /// <summary>An incremental export.</summary>
    Export,

    /// <summary>An update of a ticket.</summary>
    UpdateTicket,

    /// <summary>An export of search results.</summary>
    SearchExport,
}
