namespace SupportCopilot.Questions.Segments;

/// <summary>Writes segments, where the database does not store columns by itself.</summary>
public interface ISegmentStore
{
    /// <summary>
    /// Puts a segment in its place, and takes the tickets that it now tells of from the list of the changed: those of its
    /// range of numbers that did not change again after the state it was made from. All in one short transaction.
    /// </summary>
    /// <param name="segment">The segment.</param>
    /// <param name="columns">Its packed columns, by their field.</param>
    /// <param name="to">It tells of tickets up to here, this one no longer.</param>
    /// <param name="version">The data's version in the state it was made from.</param>
    /// <param name="ct">Cancels before it is made to last.</param>
    Task SaveAsync(Segment segment, IReadOnlyList<byte[]> columns, long to, long version, CancellationToken ct);
}
