using System.Globalization;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>What became of everything after the kills.</summary>
/// <param name="Kills">How many servers were killed, by moment.</param>
/// <param name="Killing">How long that took.</param>
/// <param name="Finishing">How long the last server took to finish.</param>
/// <param name="Edits">How much people did at the desk meanwhile.</param>
/// <param name="Webhooks">Webhooks that were answered with success.</param>
/// <param name="Requests">Requests that it took, repetitions included.</param>
/// <param name="Checks">How many databases were checked.</param>
/// <param name="WebhooksNotOnDisk">Webhooks that were answered and not on disk at one of the checks: none may be.</param>
/// <param name="Unsound">Databases that were not sound: none may be.</param>
/// <param name="Compared">What the product keeps against what the desk knows.</param>
public sealed record DeskKillReport(
    IReadOnlyDictionary<KillMoment, int> Kills, TimeSpan Killing, TimeSpan Finishing, int Edits, int Webhooks, int Requests, int Checks, int WebhooksNotOnDisk, IReadOnlyList<string> Unsound, DeskComparison Compared)
{
    public int Killed => Kills.Values.Sum();

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"""
        {Killed} kills in {Killing.TotalSeconds:0} s, and {Finishing.TotalSeconds:0} s to finish ({string.Join(", ", Kills.OrderBy(kill => kill.Key).Select(kill => $"{kill.Key} {kill.Value}"))})
        at the desk: {Edits} edits by people; {Compared.Tickets} tickets, {Compared.Comments} comments, {Compared.Changes} changes of status and priority, {Compared.Notes} notes of ours by {Compared.Writes} writes
        {Webhooks} webhooks answered with success ({Requests} requests), {WebhooksNotOnDisk} not on disk; {Checks} databases checked, {Unsound.Count} not sound
        {Compared}{string.Concat(Unsound.Select(example => $"\n  {example}"))}
        """);
}
