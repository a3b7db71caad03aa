namespace ZendeskSimulator.Webhooks;

/// <summary>
/// Where the account tells of what happens, and of what: either of event types it is subscribed to, or of what its triggers
/// catch, never both.
/// </summary>
/// <param name="Url">Where to.</param>
/// <param name="Secret">What signs it.</param>
public sealed record Webhook(Uri Url, string Secret)
{
    /// <summary>Event types, as <c>ticket.created</c>; all ticket events where it and <see cref="Triggers"/> are empty.</summary>
    public IReadOnlyList<string> Subscriptions { get; init; } = [];

    /// <summary>Triggers that call it; where there are any it is subscribed to nothing.</summary>
    public IReadOnlyList<Trigger> Triggers { get; init; } = [];

    /// <summary>How long an answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What share of the invocations comes twice.</summary>
    public double Duplicates { get; init; }

    /// <summary>Among how many neighbours each may change its place; 1 keeps the order.</summary>
    public int Disorder { get; init; } = 1;

    /// <summary>How many are told at once.</summary>
    public int Concurrency { get; init; } = 1;

    /// <summary>How long it waits before it tries again.</summary>
    public TimeSpan RetryDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Fixes the dice for duplicates and disorder.</summary>
    public ulong Seed { get; init; } = 1;
}
