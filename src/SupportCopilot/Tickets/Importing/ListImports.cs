using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Storage;

namespace SupportCopilot.Tickets.Importing;

/// <summary>Shows imports and the rows they could not read.</summary>
public sealed class ListImports(SupportDbContext db)
{
    /// <summary>Imports, newest first.</summary>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Only those older than this cursor.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<ImportRun>> RunsAsync(int limit, long? after, CancellationToken ct)
    {
        var runs = db.Imports.AsNoTracking();
        if (after is { } cursor)
        {
            var before = UtcMilliseconds.FromMilliseconds(cursor);
            runs = runs.Where(run => run.CreatedAt < before);
        }

        return runs.OrderByDescending(run => run.CreatedAt).Take(limit).ToListAsync(ct);
    }

    /// <summary>The cursor of what comes after a run.</summary>
    public static string Cursor(ImportRun run) => UtcMilliseconds.ToMilliseconds(run.CreatedAt).ToString(CultureInfo.InvariantCulture);

    /// <summary>One import, or null.</summary>
    public Task<ImportRun?> RunAsync(Guid id, CancellationToken ct) => db.Imports.AsNoTracking().SingleOrDefaultAsync(run => run.Id == id, ct);

    /// <summary>Rows that could not be read, in the order of the file.</summary>
    /// <param name="id">The import.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="after">Only those with a larger number.</param>
    /// <param name="ct">Cancels.</param>
    public Task<List<RejectedRow>> RejectedAsync(Guid id, int limit, long after, CancellationToken ct) =>
        db.RejectedRows.AsNoTracking().Where(row => row.ImportId == id && row.Id > after).OrderBy(row => row.Id).Take(limit).ToListAsync(ct);
}
