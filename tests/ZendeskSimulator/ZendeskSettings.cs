using ZendeskSimulator.Limits;

namespace ZendeskSimulator;

/// <summary>What kind of account is simulated. Everything that was there before the simulator started is a function of <see cref="Seed"/> and an id.</summary>
public sealed record ZendeskSettings
{
    /// <summary>The same seed makes the same account.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many tickets are there from the start, numbered from 1.</summary>
    public int Tickets { get; init; } = 200;

    /// <summary>How far back they go.</summary>
    public TimeSpan Span { get; init; } = TimeSpan.FromDays(90);

    /// <summary>How many tickets share one moment of creation, and so one timestamp in the exports.</summary>
    public int TicketsPerInstant { get; init; } = 1;

    /// <summary>How many agents work there, beside the admin.</summary>
    public int Agents { get; init; } = 12;

    /// <summary>How many customers there are; a quarter of the tickets where it is null.</summary>
    public int? Customers { get; init; }

    /// <summary>How many organizations the customers come from.</summary>
    public int Organizations { get; init; } = 40;

    /// <summary>The OAuth client that may ask for tokens.</summary>
    public string ClientId { get; init; } = "supportcopilot";

    /// <summary>Its secret.</summary>
    public string ClientSecret { get; init; } = "simulated-client-secret";

    /// <summary>How long a token works.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>The token that opens the account with any team member's address, the legacy way; null where the account has none any more.</summary>
    public string? ApiToken { get; init; } = "simulated-api-token";

    /// <summary>Whether customers answer surveys, which replace the older ratings.</summary>
    public bool HasSurveys { get; init; } = true;

    /// <summary>Whether the account's first brand has a Help Center.</summary>
    public bool HasHelpCenter { get; init; } = true;

    /// <summary>How often the account may be called.</summary>
    public RateLimits Limits { get; init; } = RateLimits.None;

    /// <summary>How long a job takes, from its acceptance to its end.</summary>
    public TimeSpan JobDuration { get; init; } = TimeSpan.Zero;

    /// <summary>How long exports hold back what happened, and how long ago the start that is asked for must be; a minute in every real account.</summary>
    public TimeSpan HoldsBack { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How this account answers where sources about the real one conflict.</summary>
    public Dialect Dialect { get; init; } = new();
}
