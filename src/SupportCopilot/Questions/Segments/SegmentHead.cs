namespace SupportCopilot.Questions.Segments;

/// <summary>What is known of a segment without reading its columns.</summary>
/// <param name="Number">Its place.</param>
/// <param name="FirstId">It holds tickets from this number on.</param>
/// <param name="Rows">How many.</param>
/// <param name="Shape">Which columns it has.</param>
/// <param name="Stamp">Another one each time it is made.</param>
internal sealed record SegmentHead(int Number, long FirstId, int Rows, long Shape, long Stamp)
{
    /// <summary>The first and last instant of creations, solutions and updates, in stored milliseconds.</summary>
    public IReadOnlyList<(long? First, long? Last)> Reach { get; init; } = [];
}
