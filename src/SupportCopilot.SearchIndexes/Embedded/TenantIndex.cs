using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SupportCopilot.Knowledge;
using SupportCopilot.SearchIndexes.Files;

namespace SupportCopilot.SearchIndexes.Embedded;

/// <summary>
/// One tenant's index. It reads whatever generation serves at the moment; another process may swap it at any time. A
/// file that cannot be used is put aside with a word in the log, and searches find nothing until the rebuild.
/// </summary>
/// <param name="folder">Where its files are.</param>
/// <param name="largestReadAtOnce">One of more documents is read when somebody first searches: a million tickets take seconds and most of a gigabyte, and jobs only ask how the index stands.</param>
/// <param name="clock">The time.</param>
/// <param name="logger">The log.</param>
internal sealed class TenantIndex(IndexFolder folder, long largestReadAtOnce, TimeProvider clock, ILogger logger) : IDisposable
{
    private readonly SemaphoreSlim _loading = new(1, 1);
    private LoadedIndex? _loaded;
    private (string Path, About About)? _about;

    /// <summary>Whether the documents of the generation that serves are in memory.</summary>
    public bool IsLoaded => _loaded is { } loaded && loaded.Path == folder.CurrentPath();

    /// <summary>Looks into the file that serves, with none of its documents in memory; null where the tenant has none.</summary>
    public async Task<T?> PeekAsync<T>(Func<string, SqliteConnection, T> look, CancellationToken ct) where T : class
    {
        while (folder.CurrentPath() is { } path)
        {
            try
            {
                return await Task.Run(() =>
                {
                    using var connection = IndexFile.Open(path);
                    return look(path, connection);
                }, ct);
            }
            catch (InvalidDataException unreadable)
            {
                PutAside(path, unreadable.Message);
            }
            catch (SqliteException error) when (error.MeansDamage())
            {
                PutAside(path, error.Message);
            }
            catch (SqliteException) when (folder.CurrentPath() != path)
            {
                // Swapped and cleared away under this look: the next one looks into the one that serves now.
            }
        }
        return null;
    }

    /// <summary>Reads from the index; null where the tenant has none.</summary>
    public async Task<T?> ReadAsync<T>(Func<LoadedIndex, T> read, CancellationToken ct) where T : class
    {
        while (folder.CurrentPath() is { } path)
        {
            if (await LoadAsync(path, mayBeOld: true, ct) is not { } index) continue;
            try
            {
                // SQLite works on the calling thread: a thread of the pool, not the one that serves the request.
                if (await Task.Run(() => index.TryRead(read), ct) is { } result) return result;
            }
            catch (SqliteException error) when (error.MeansDamage())
            {
                PutAside(index.Path, error.Message);
            }
            catch (SqliteException) when (folder.CurrentPath() != index.Path)
            {
                await LoadAsync(path, mayBeOld: false, ct); // swapped and cleared away under this search
            }
        }
        return null;
    }

    /// <summary>Writes into the generation that serves.</summary>
    /// <param name="prepare">Works out what to write, before anybody is kept waiting.</param>
    /// <param name="write">Writes it, inside a transaction.</param>
    /// <param name="ct">Cancels before the transaction.</param>
    public async Task WriteAsync<T>(Func<About, T> prepare, Action<DocumentWriter, T> write, CancellationToken ct)
    {
        while (true)
        {
            var path = folder.CurrentPath() ?? await CreateAsync(ct);
            if (await AboutAsync(path, ct) is not { } about) continue;
            try
            {
                var prepared = await Task.Run(() => prepare(about), ct);
                if (TryWrite(path, writer => write(writer, prepared))) return;
            }
            catch (SqliteException error) when (error.MeansDamage())
            {
                PutAside(path, error.Message);
            }
        }
    }

    /// <summary>Builds the next generation and lets it serve; broken off, the old one goes on.</summary>
    public async Task RebuildAsync(Func<IAsyncEnumerable<SearchDocument>> documents, IProgress<long>? progress, CancellationToken ct)
    {
        using var alone = await folder.LockAsync(ct);
        var started = clock.GetTimestamp();
        var old = folder.CurrentPath();
        if (old is not null) await LoadAsync(old, mayBeOld: false, ct); // puts a damaged one aside
        old = folder.CurrentPath();
        folder.RemoveAllBut(old);

        var next = folder.NextPath();
        try
        {
            IndexFile.Create(next, folder.TenantId);
            var since = old is null ? 0 : CatchUp.Sequence(old);
            var count = await new IndexBuilder(next, clock).BuildAsync(documents(), progress, ct);
            if (old is null) folder.PointTo(next);
            else CatchUp.TakeOver(folder, old, next, since);
            IndexLog.IndexBuilt(logger, folder.TenantId, count, clock.GetElapsedTime(started).TotalSeconds);
        }
        finally
        {
            var current = folder.CurrentPath();
            if (current != next) IndexFile.Release(next);
            else await LetServeAsync(next);
            folder.RemoveAllBut(current);
        }
    }

    /// <summary>Closes the generation before, so that it can be removed.</summary>
    private async Task LetServeAsync(string next)
    {
        var state = await PeekAsync((path, file) => PeekedState.Of(path, file, folder.TenantId, null, clock), CancellationToken.None);
        if (state is null || state.LastRow <= largestReadAtOnce)
        {
            await LoadAsync(next, mayBeOld: false, CancellationToken.None);
            return;
        }

        await _loading.WaitAsync(CancellationToken.None);
        try
        {
            _loaded?.Dispose();
            _loaded = null;
        }
        finally
        {
            _loading.Release();
        }
    }

    public void Dispose()
    {
        _loaded?.Dispose();
        _loading.Dispose();
    }

    private async Task<string> CreateAsync(CancellationToken ct)
    {
        using var alone = await folder.LockAsync(ct);
        if (folder.CurrentPath() is { } created) return created; // somebody else was faster
        var path = folder.NextPath();
        IndexFile.Create(path, folder.TenantId);
        folder.PointTo(path);
        return path;
    }

    /// <summary>What a generation has learned. A writer needs no more: the documents of a large desk fill gigabytes, and are read when somebody searches.</summary>
    private async Task<About?> AboutAsync(string path, CancellationToken ct)
    {
        if (_loaded is { } loaded && loaded.Path == path) return loaded.About;
        if (_about is { } known && known.Path == path) return known.About;
        var read = await PeekAsync((at, connection) => new KnownAbout(at, IndexFile.ReadAbout(connection, folder.TenantId)), ct);
        if (read is null || read.Path != path) return null;
        _about = (path, read.About);
        return read.About;
    }

    /// <returns>False when another generation has taken over, so that the write would be lost.</returns>
    private bool TryWrite(string path, Action<DocumentWriter> write)
    {
        using var connection = IndexFile.Open(path);
        using var transaction = connection.BeginTransaction(); // takes the write lock at once
        if (folder.CurrentPath() != path) return false;
        using (var writer = new DocumentWriter(connection)) write(writer);
        transaction.Commit();
        return true;
    }

    /// <returns>The generation at <paramref name="path"/>, or the one before while another thread loads it; null when it cannot be used.</returns>
    private async Task<LoadedIndex?> LoadAsync(string path, bool mayBeOld, CancellationToken ct)
    {
        var before = _loaded;
        if (before?.Path == path) return before;
        if (!await _loading.WaitAsync(mayBeOld && before is not null ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, ct)) return before;
        try
        {
            if (_loaded?.Path == path) return _loaded;
            var loaded = await Task.Run(() => new LoadedIndex(path, folder.TenantId), ct);
            _loaded?.Dispose();
            _about = null;
            return _loaded = loaded;
        }
        catch (InvalidDataException unreadable)
        {
            PutAside(path, unreadable.Message);
            return null;
        }
        catch (SqliteException error) when (error.MeansDamage())
        {
            PutAside(path, error.Message);
            return null;
        }
        catch (SqliteException) when (folder.CurrentPath() != path)
        {
            return null; // swapped and cleared away just now
        }
        finally
        {
            _loading.Release();
        }
    }

    private void PutAside(string path, string reason)
    {
        folder.Forget(path);
        IndexLog.IndexPutAside(logger, folder.TenantId, reason);
    }

    private sealed record KnownAbout(string Path, About About);
}
