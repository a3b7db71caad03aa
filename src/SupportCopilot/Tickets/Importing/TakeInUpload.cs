using System.Text.Json;
using Microsoft.Extensions.Options;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Importing;

/// <summary>Lays an uploaded file aside, as it streams in, and queues its import.</summary>
public sealed class TakeInUpload(SupportDbContext db, AuditLog audit, ImportFolders folders, IOptions<ImportOptions> options, TimeProvider clock)
{
    private const int LongestName = 260;

    /// <summary>Writes a file to the disk as it comes in.</summary>
    /// <param name="content">Its bytes, read once.</param>
    /// <param name="ct">Stops, and leaves nothing behind.</param>
    /// <returns>Where it lies; null when it is larger than the limit, of which nothing is kept.</returns>
    public async Task<string?> StoreAsync(Stream content, CancellationToken ct)
    {
        var storedAs = Path.Combine(ImportFolders.Uploads, Guid.NewGuid().ToString("N"));
        var path = folders.Of(storedAs);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var isWhole = false;
        try
        {
            isWhole = await CopyAsync(content, path, options.Value.MaxBytes, ct);
            return isWhole ? storedAs : null;
        }
        finally
        {
            if (!isWhole) File.Delete(path);
        }
    }

    /// <summary>Takes back a file that is not to be imported after all.</summary>
    public void Discard(string storedAs) => File.Delete(folders.Of(storedAs));

    /// <summary>Queues the import of a stored file.</summary>
    /// <param name="storedAs">Where it lies.</param>
    /// <param name="fileName">What its sender calls it.</param>
    /// <param name="instructions">What its sender says about it.</param>
    /// <param name="ct">Stops.</param>
    public async Task<ImportRun> QueueAsync(string storedAs, string fileName, ImportInstructions instructions, CancellationToken ct)
    {
        var run = New(Guid.NewGuid(), fileName, instructions, storedAs);
        db.Imports.Add(run);
        audit.Add("import.queued", $"import/{run.Id}");
        await db.SaveChangesAsync(ct);
        return run;
    }

    /// <summary>A run of a file that lies where its sender has it, to be worked off by the caller.</summary>
    public async Task<ImportRun> OfFileAsync(string path, ImportInstructions instructions, CancellationToken ct)
    {
        var run = New(Guid.NewGuid(), Path.GetFileName(path), instructions, storedAs: null);
        db.Imports.Add(run);
        await db.SaveChangesAsync(ct);
        return run;
    }

    private ImportRun New(Guid id, string fileName, ImportInstructions instructions, string? storedAs)
    {
        var name = Path.GetFileName(fileName.Replace('\\', '/'));
        return new ImportRun
        {
            Id = id,
            FileName = name.Length > LongestName ? name[^LongestName..] : name,
            Instructions = JsonSerializer.Serialize(instructions, ImportInstructionsJson.Default.ImportInstructions),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
            StoredAs = storedAs,
        };
    }

    private static async Task<bool> CopyAsync(Stream content, string path, long maxBytes, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16, useAsync: true);
        var buffer = new byte[1 << 16];
        long taken = 0;
        for (int read; (read = await content.ReadAsync(buffer, ct)) > 0;)
        {
            if ((taken += read) > maxBytes) return false;
            await file.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        return true;
    }
}
