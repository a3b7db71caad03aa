using SupportCopilot.Questions.Quotes;

namespace SupportCopilot.Questions.Reasons.Themes;

/// <summary>Tickets with something in common.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">cluster, likeness, or the dimension.</param>
/// <param name="Now">Its tickets of the period.</param>
/// <param name="Before">Its tickets of the period before.</param>
internal sealed record ThemeGroup(string Name, string From, IReadOnlyList<SpokenTicket> Now, IReadOnlyList<SpokenTicket> Before)
{
    /// <summary>The cluster that it is; null where it is none.</summary>
    public long? ClusterId { get; init; }
}
