using System.ComponentModel.DataAnnotations;

namespace SupportCopilot.Triage.Review;

/// <summary>How much is reviewed (section <c>SupportCopilot:Review</c>).</summary>
public sealed class ReviewOptions
{
    /// <summary>The share of triaged tickets that is drawn by lot, 0–1; 0 draws none.</summary>
    [Range(0.0, 1.0)]
    public double Share { get; set; } = 0.05;
}
