using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running.Splitting;
using SupportCopilot.Questions.Running.Tallying;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Running;

/// <summary>
/// Runs compiled statements over the context's own connection, all in one read transaction, so that a figure and the count
/// of its list cannot disagree; and no longer than the time limit.
/// </summary>
internal sealed class QuestionConnection : IAsyncDisposable
{
    private readonly ISqlDialect _dialect;
    private readonly SupportDbContext _db;
    private readonly DbConnection _connection;
    private readonly DbTransaction _transaction;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationToken _caller;
    private readonly IDisposable _watch;
    private readonly int _seconds;

    private QuestionConnection(SupportDbContext db, DbConnection connection, DbTransaction transaction, CancellationTokenSource limit, CancellationToken caller, IDisposable watch, int seconds, ISqlDialect dialect) =>
        (_db, _connection, _transaction, _limit, _caller, _watch, _seconds, _dialect) = (db, connection, transaction, limit, caller, watch, seconds, dialect);

    /// <summary>Who is told how far the scans are; null where nobody looks.</summary>
    public FigureProgress? Told { get; set; }

    /// <summary>Whether rows are better added up here than by the database.</summary>
    public bool AddsUpHere => _dialect.Rows is not null;

    public static async Task<QuestionConnection> OpenAsync(SupportDbContext db, ISqlDialect dialect, int seconds, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var connection = db.Database.GetDbConnection();
        var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        var transaction = await dialect.BeginReadAsync(connection, ct);
        return new(db, connection, transaction, limit, ct, dialect.StopOn(connection, limit.Token), seconds, dialect);
    }

    /// <summary>The figures of a statement with so many groups, with or without steps.</summary>
    public Task<List<Figure>> FiguresAsync(SqlQuery query, int groups, bool hasSteps) => RowsAsync(query, row =>
    {
        var key = new object?[groups];
        for (var i = 0; i < groups; i++) key[i] = Key(row, i);
        var at = groups + (hasSteps ? 1 : 0);
        return new Figure(new GroupKey(key), hasSteps ? Whole(row, groups) : null, Number(row, at), Whole(row, at + 1) ?? 0);
    });

    /// <summary>Gives up sooner than was said at first.</summary>
    public void Hurry(double seconds) => _limit.CancelAfter(TimeSpan.FromSeconds(seconds));

    /// <summary>The rows of a statement as they are, for a sample, of which there are few.</summary>
    public Task<List<SampledRow>> SampledAsync(SqlQuery query, RowShape shape) => RowsAsync(query, row =>
    {
        var key = new object?[shape.Groups];
        for (var i = 0; i < shape.Groups; i++) key[i] = Key(row, i);
        var at = shape.Groups;
        var instant = shape.HasStep ? Whole(row, at++) : null;
        var value = shape.HasValue ? Number(row, at++) ?? 0 : 1;
        return new SampledRow(new GroupKey(key), instant, value, shape.HasMark ? Whole(row, at + 1) ?? 0 : 0);
    });

    /// <summary>Adds up the rows of a statement.</summary>
    public RowTally AddUp((SqlQuery Query, RowShape Shape) rows, Measure measure, Buckets? steps = null, bool isMany = false)
    {
        var tally = new RowTally(measure, rows.Shape, steps, isMany);
        try
        {
            _limit.Token.ThrowIfCancellationRequested();
            _dialect.Rows!.Run(_connection, rows.Query.Text, rows.Query.Values, rows.Shape, tally);
            return tally;
        }
        catch (Exception stopped) when (_limit.IsCancellationRequested && stopped is DbException or OperationCanceledException)
        {
            throw Late(stopped);
        }
    }

    /// <summary>Adds up the parts of a statement's rows, so many at the same time.</summary>
    public async Task<RowTally> AddUpAsync(IReadOnlyList<(SqlQuery Query, RowShape Shape)> parts, Measure measure, Buckets? steps, bool isMany, int threads)
    {
        RowTally[] tallies = [.. parts.Select(part => new RowTally(measure, part.Shape, steps, isMany))];
        try
        {
            _limit.Token.ThrowIfCancellationRequested();
            await new ScanInParts(_dialect.Rows!, _dialect, _connection, Told).RunAsync(parts, tallies, threads, _limit.Token);
        }
        catch (Exception stopped) when (_limit.IsCancellationRequested && stopped is DbException or OperationCanceledException)
        {
            throw Late(stopped);
        }

        foreach (var other in tallies.Skip(1)) tallies[0].TakeOver(other);   // in the order of the rows, so that ties fall as in one scan
        return tallies[0];
    }

    /// <summary>Looks through segments on so many threads at the same time; each thread's look is made by <paramref name="look"/> and given one segment after the other.</summary>
    public async Task EachSegmentAsync(ColumnsOf columns, IReadOnlyList<SegmentHead> segments, Func<Action<SegmentHead, SegmentView>> look, int threads)
    {
        using var reader = _dialect.Rows!.Columns(_connection, SegmentSql.Column, columns.TenantId);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(_limit.Token);
        var done = 0;
        try
        {
            await SharePieces.RunAsync(segments.Count, [.. Enumerable.Range(0, Math.Max(1, Math.Min(threads, segments.Count))).Select(_ => Worker())], stop);
        }
        catch (Exception stopped) when (_limit.IsCancellationRequested && stopped is DbException or OperationCanceledException)
        {
            throw Late(stopped);
        }

        Action<IEnumerable<int>> Worker()
        {
            var (view, one) = (new SegmentView((segment, field) => columns.Read(reader, segment, field)), look());
            return numbers =>
            {
                foreach (var i in numbers)
                {
                    view.Open(segments[i]);
                    one(segments[i], view);
                    Told?.Report(Interlocked.Increment(ref done), segments.Count);
                }
            };
        }
    }

    /// <summary>Looks through segments one after the other, until somebody has seen enough.</summary>
    public void EachSegment(ColumnsOf columns, IEnumerable<SegmentHead> segments, Func<SegmentHead, SegmentView, bool> look)
    {
        using var reader = _dialect.Rows!.Columns(_connection, SegmentSql.Column, columns.TenantId);
        var view = new SegmentView((segment, field) => columns.Read(reader, segment, field));
        try
        {
            foreach (var segment in segments)
            {
                _limit.Token.ThrowIfCancellationRequested();
                view.Open(segment);
                if (!look(segment, view)) return;
            }
        }
        catch (Exception stopped) when (_limit.IsCancellationRequested && stopped is DbException or OperationCanceledException)
        {
            throw Late(stopped);
        }
    }

    /// <summary>Hands over the values of rows.</summary>
    public void Values(SqlQuery query, int columns, IValueSink sink)
    {
        try
        {
            _limit.Token.ThrowIfCancellationRequested();
            _dialect.Rows!.Values(_connection, query.Text, query.Values, columns, sink);
        }
        catch (Exception stopped) when (_limit.IsCancellationRequested && stopped is DbException or OperationCanceledException)
        {
            throw Late(stopped);
        }
    }

    public List<SegmentHead> Segments(SqlQuery query)
    {
        var heads = new SegmentHeads();
        Values(query, SegmentSql.HeadColumns, heads);
        return heads.ToList();
    }

    public List<long> Numbers(SqlQuery query)
    {
        var numbers = new WholeNumbers();
        Values(query, 1, numbers);
        return numbers.All;
    }

    /// <summary>The distinct values of each column of a statement: texts, whole numbers.</summary>
    public List<object>[] Distinct(SqlQuery query, int columns) => _dialect.Rows!.Distinct(_connection, query.Text, query.Values, columns);

    public async Task<Dictionary<long, string>> NamesAsync(SqlQuery query) => (await RowsAsync(query, row => (Id: Whole(row, 0) ?? 0, Name: row.GetString(1)))).ToDictionary(row => row.Id, row => row.Name);

    public Task<List<ListedTicket>> ListedAsync(SqlQuery query) => RowsAsync(query, row => ListedTicket.Of(Whole(row, 0) ?? 0, row.GetString(1), row.GetString(2), row.GetString(3)));

    public async Task<long> CountAsync(SqlQuery query) => (await RowsAsync(query, row => Whole(row, 0) ?? 0))[0];

    /// <summary>The version of the tenant's data that the transaction sees.</summary>
    public async Task<long> VersionAsync(SqlQuery query) => (await RowsAsync(query, row => Whole(row, 0) ?? 0)) is [var version] ? version : 0;

    /// <summary>The same, and the highest number of any ticket.</summary>
    public async Task<(long Version, long Highest)> VersionAndSizeAsync(SqlQuery query) => (await RowsAsync(query, row => (Whole(row, 0) ?? 0, Whole(row, 1) ?? 0)))[0];

    public async Task<(long? First, long? Last)> ExtentAsync(SqlQuery query) => (await RowsAsync(query, row => (Whole(row, 0), Whole(row, 1))))[0];

    public async Task<Reach> ReachAsync(SqlQuery query) => (await RowsAsync(query, row => new Reach(Whole(row, 0), Whole(row, 1), Whole(row, 2) ?? 0)))[0];

    public Task<List<ListMark>> ListAsync(SqlQuery query) => RowsAsync(query, row => new ListMark(Whole(row, 1), Whole(row, 0) ?? 0));

    public Task<List<long>> IdsAsync(SqlQuery query) => RowsAsync(query, row => Whole(row, 0) ?? 0);

    public async ValueTask DisposeAsync()
    {
        _watch.Dispose();
        await _transaction.DisposeAsync();
        _dialect.EndRead(_connection);
        await _db.Database.CloseConnectionAsync();
        _limit.Dispose();
    }

    /// <summary>The whole numbers in the one row of a statement, which is a transaction of its own; 0 for none.</summary>
    public static async Task<long[]> WholesAsync(SupportDbContext db, SqlQuery query, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = Command(db.Database.GetDbConnection(), db.Database.CurrentTransaction?.GetDbTransaction(), query);
            await using var rows = await command.ExecuteReaderAsync(ct);
            if (!await rows.ReadAsync(ct)) throw new InvalidOperationException("A statement of one row gave none.");
            return [.. Enumerable.Range(0, rows.FieldCount).Select(i => Whole(rows, i) ?? 0)];
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private async Task<List<T>> RowsAsync<T>(SqlQuery query, Func<DbDataReader, T> read)
    {
        await using var command = Command(_connection, _transaction, query);
        try
        {
            _limit.Token.ThrowIfCancellationRequested();
            await using var rows = await command.ExecuteReaderAsync(_limit.Token);
            var all = new List<T>();
            while (await rows.ReadAsync(_limit.Token)) all.Add(read(rows));
            return all;
        }
        catch (Exception stopped) when (_limit.IsCancellationRequested && stopped is DbException or OperationCanceledException)
        {
            throw Late(stopped);
        }
    }

    private static DbCommand Command(DbConnection connection, DbTransaction? transaction, SqlQuery query)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (query.Text, transaction);
        for (var i = 0; i < query.Values.Count; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (string.Create(CultureInfo.InvariantCulture, $"@p{i}"), query.Values[i]);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private TimeoutException Late(Exception stopped)
    {
        _caller.ThrowIfCancellationRequested();
        return new TimeoutException($"The question took longer than {_seconds} s.", stopped);
    }

    private static object? Key(DbDataReader row, int i) => row.IsDBNull(i) ? null : row.GetValue(i) switch
    {
        string text => text,
        var number => Convert.ToInt64(number, CultureInfo.InvariantCulture),
    };

    private static double? Number(DbDataReader row, int i) => row.IsDBNull(i) ? null : Convert.ToDouble(row.GetValue(i), CultureInfo.InvariantCulture);

    private static long? Whole(DbDataReader row, int i) => row.IsDBNull(i) ? null : Convert.ToInt64(row.GetValue(i), CultureInfo.InvariantCulture);
}
