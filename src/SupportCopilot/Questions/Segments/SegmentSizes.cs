namespace SupportCopilot.Questions.Segments;

/// <summary>How segments are cut, and when they are brought up to date.</summary>
/// <param name="Rows">A segment holds so many tickets: enough for columns to pack well, few enough to be made anew in some hundredths of a second.</param>
/// <param name="LeastChanged">With fewer changed tickets nothing is made anew: they are read from their rows in a millisecond.</param>
/// <param name="MostChanged">With more changed tickets questions go to the rows, until the segments are up to date.</param>
public sealed record SegmentSizes(int Rows, int LeastChanged, int MostChanged)
{
    /// <summary>What a server uses.</summary>
    public static SegmentSizes Usual { get; } = new(8_192, 256, 20_000);

    /// <summary>A segment with so many changed tickets is made anew; with fewer only where a desk has come to rest, or too much waits: its few are read from their rows at less cost.</summary>
    public int LeastOfSegment => Math.Max(1, LeastChanged / 4);

    /// <summary>So many changed tickets may wait while a desk goes on changing: half of what questions still take.</summary>
    public int MostWaiting => MostChanged / 2;
}
