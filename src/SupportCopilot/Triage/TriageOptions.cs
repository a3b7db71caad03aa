using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Triage;

/// <summary>How triage works (section <c>SupportCopilot:Triage</c>).</summary>
public sealed class TriageOptions
{
    /// <summary>How many tickets of a tenant a model is asked about at the same time.</summary>
    [Range(1, 200)]
    public int Workers { get; set; } = 10;
}
