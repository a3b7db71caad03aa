using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Host.Jobs;

/// <summary>How often desks are read (section <c>SupportCopilot:Sync</c>).</summary>
internal sealed class SyncJobOptions
{
    /// <summary>
    /// Seconds from one look to the next. Each look costs a request to each export, of which a desk allows ten a minute (thirty
    /// with Zendesk's High Volume add-on), and brings what is a minute old; webhooks bring the rest at once.
    /// </summary>
    [Range(1, 3600)]
    public int EverySeconds { get; set; } = 60;
}
