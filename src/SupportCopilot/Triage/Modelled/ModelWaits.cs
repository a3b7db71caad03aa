namespace SupportCopilot.Triage.Modelled;

/// <summary>When a model that failed on a ticket is asked again: soon at first, then ever later, for two days in all. A ticket on which it fails for longer keeps the embedded verdict until its words change.</summary>
internal static class ModelWaits
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(20), TimeSpan.FromHours(1),
        TimeSpan.FromHours(4), TimeSpan.FromHours(12), TimeSpan.FromHours(24),
    ];

    /// <summary>How often a model is asked about the same words at most.</summary>
    public static int MostTries => Waits.Length + 1;

    /// <summary>How long to wait after so many failures; null when it was the last.</summary>
    public static TimeSpan? After(int failures) => failures > Waits.Length ? null : Waits[failures - 1];
}
