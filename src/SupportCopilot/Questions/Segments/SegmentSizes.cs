namespace SupportCopilot.Questions.Segments;

/// <summary>How segments are cut, and when they are brought up to date.</summary>
/// <param name="Rows">A segment holds so many tickets: enough for columns to pack well, few enough to be made anew in some hundredths of a second.</param>
/// <param name="LeastChanged">With fewer changed tickets nothing is made anew: they are read from their rows in a millisecond.</param>
/// <param name="MostChanged">With more changed tickets questions go to the rows, until the segments are up to date.</param>
public sealed record SegmentSizes(int Rows, int LeastChanged, int MostChanged)
{
    /// <summary>What a server uses.</summary>
    public static SegmentSizes Usual { get; } = new(8_192, 256, 2_000);
}
