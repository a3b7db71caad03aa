using SupportCopilot.Knowledge;

namespace SupportCopilot.Replies;

/// <summary>How near a hit is, on one scale for people to read.</summary>
internal static class Nearness
{
    /// <summary>The mean of the likeness of meaning and the share of words, 0–1; the words alone where the index has no meanings yet.</summary>
    public static double Of(SearchHit hit) =>
        Math.Clamp(hit.Likeness == 0 ? hit.WordShare : (Math.Max(0, hit.Likeness) + hit.WordShare) / 2, 0, 1);
}
