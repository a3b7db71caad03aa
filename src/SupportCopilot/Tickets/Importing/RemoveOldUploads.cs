using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Importing;

/// <summary>Removes the files of uploads whose time is over; what came of them stays on their runs.</summary>
public sealed class RemoveOldUploads(SupportDbContext db, ImportFolders folders, IOptions<ImportOptions> options, TimeProvider clock)
{
    /// <summary>Removes them in the tenant of the scope.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var before = clock.GetUtcNow().UtcDateTime.AddDays(-options.Value.KeepDays);
        var old = await db.Imports.Where(run => run.StoredAs != null && run.FinishedAt != null && run.CreatedAt < before).ToListAsync(ct);
        foreach (var run in old)
        {
            File.Delete(folders.Of(run.StoredAs!));
            run.StoredAs = null;
        }

        await db.SaveChangesAsync(ct);
        return old.Count;
    }
}
