namespace SupportCopilot.Tickets.Reading;

/// <summary>How much of a file is taken in before it is refused.</summary>
/// <param name="MaxBytes">The size of the file.</param>
/// <param name="MaxUnpackedBytes">The size of a workbook once unpacked: its strings are held in memory.</param>
internal sealed record ReadingLimits(long MaxBytes = 2L << 30, long MaxUnpackedBytes = 512L << 20)
{
    /// <summary>Workbooks pack 10 to 30 times; what packs more than this was made to do harm.</summary>
    public const int MaxPacking = 200;

    /// <summary>Below this size any packing is harmless: an empty sheet with many styles packs well.</summary>
    public const long HarmlessBytes = 16L << 20;

    /// <summary>One row of text or one JSON object, in characters: what is longer lost a quote or a bracket.</summary>
    public const int MaxRowLength = 8 << 20;

    /// <summary>So many rows are read before anything is decided about the columns.</summary>
    public const int HeadRows = 1_000;
}
