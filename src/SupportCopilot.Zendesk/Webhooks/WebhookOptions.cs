using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>What is kept of webhooks (section <c>SupportCopilot:Webhooks</c>).</summary>
internal sealed class WebhookOptions
{
    /// <summary>How many days an event that was worked off is known, so that its repetition is. Desks repeat within minutes, or when somebody presses a button days later.</summary>
    [Range(1, 365)]
    public int KeepDays { get; set; } = 7;
}
