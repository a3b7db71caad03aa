using System.Globalization;

namespace SupportCopilot.SearchIndexes.Files;

/// <summary>
/// Where a tenant's index stands: one SQLite file for each generation, and a small text file that names the one that
/// serves. A rebuild writes the next generation beside it and then renames a new text file into place, so that readers
/// in any process see either the old index or the whole new one.
/// </summary>
internal sealed class IndexFolder(string directory, int tenantId)
{
    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(100);

    private readonly string _pointer = Path.Combine(directory, $"{tenantId}.current");

    public int TenantId => tenantId;

    /// <summary>The file that serves, or null when the tenant has none (or the one that is named is gone).</summary>
    public string? CurrentPath()
    {
        try
        {
            var path = Path.Combine(directory, Path.GetFileName(File.ReadAllText(_pointer).Trim()));
            return File.Exists(path) ? path : null;
        }
        catch (IOException) when (!File.Exists(_pointer))
        {
            return null;
        }
    }

    /// <summary>A file name that no generation has had so far. To be called under <see cref="LockAsync"/>.</summary>
    public string NextPath()
    {
        Directory.CreateDirectory(directory);
        return Path.Combine(directory, string.Create(CultureInfo.InvariantCulture, $"{tenantId}-{Guid.NewGuid():N}.db"));
    }

    /// <summary>Lets a complete file serve from now on.</summary>
    public void PointTo(string path)
    {
        var written = Path.Combine(directory, $"{tenantId}-{Guid.NewGuid():N}.pointer");
        File.WriteAllText(written, Path.GetFileName(path));
        File.Move(written, _pointer, overwrite: true);
    }

    /// <summary>Lets a file serve no more; it stays until the next rebuild clears up.</summary>
    public void Forget(string path)
    {
        if (CurrentPath() == path) File.Delete(_pointer);
    }

    /// <summary>Removes the files of earlier generations and of rebuilds that were broken off. A file that another process still has open on Windows stays until the next time.</summary>
    public void RemoveAllBut(string? current)
    {
        foreach (var file in Directory.EnumerateFiles(directory, $"{tenantId}-*"))
            if (current is null || !file.StartsWith(current, StringComparison.Ordinal)) Remove(file);
    }

    /// <summary>Waits until no other process or thread creates or rebuilds this tenant's index; released by disposing, or by the process's end.</summary>
    public async Task<IDisposable> LockAsync(CancellationToken ct)
    {
        Directory.CreateDirectory(directory);
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(directory, $"{tenantId}.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockRetry, ct);
            }
        }
    }

    private static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception inUse) when (inUse is IOException or UnauthorizedAccessException)
        {
            // Still open elsewhere: the next rebuild finds it again.
        }
    }
}
