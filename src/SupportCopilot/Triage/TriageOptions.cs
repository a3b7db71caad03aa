using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Triage;

/// <summary>How triage works (section <c>SupportCopilot:Triage</c>).</summary>
public sealed class TriageOptions
{
    /// <summary>How many tickets of a tenant a model is asked about at the same time.</summary>
    [Range(1, 200)]
    public int Workers { get; set; } = 10;

    /// <summary>
    /// How many short tickets one question to a model may be about at most, where more wait than there are workers. Each saves
    /// the instructions' part of the price; 1 asks about each alone, so that no customer's words stand beside another's.
    /// </summary>
    [Range(1, 20)]
    public int TicketsPerQuestion { get; set; } = 1;
}
