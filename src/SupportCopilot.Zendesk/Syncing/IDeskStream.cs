using SupportCopilot.Tickets.Desks;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>One stream of what an account says, read page by page from where it was left.</summary>
internal interface IDeskStream
{
    /// <summary>Its name in <see cref="SyncCursor"/>.</summary>
    string Name { get; }

    /// <summary>How long after its end it is looked at again.</summary>
    TimeSpan Every { get; }

    /// <summary>Whether tickets are incomplete without it: then it fails where an account does not offer it.</summary>
    bool IsNeeded { get; }

    /// <summary>Reads on, up to the newest page.</summary>
    IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, CancellationToken ct);
}

/// <summary>Where a stream was left.</summary>
/// <param name="Cursor">As the stream wrote it; empty for the beginning.</param>
/// <param name="ReadTo">Everything before it was read (UTC); null for the beginning.</param>
internal sealed record StreamPlace(string Cursor, DateTime? ReadTo);

/// <summary>A page, and where the stream goes on after it.</summary>
/// <param name="Page">What it says.</param>
/// <param name="Cursor">Where to go on.</param>
/// <param name="ReadTo">Everything before it was read with this page (UTC).</param>
/// <param name="IsEnd">Whether it was the newest.</param>
internal sealed record StreamPage(DeskPage Page, string Cursor, DateTime ReadTo, bool IsEnd)
{
    /// <summary>What of the stream is not there to be read, in words.</summary>
    public string? LeftOut { get; init; }
}
