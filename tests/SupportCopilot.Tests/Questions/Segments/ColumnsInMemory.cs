using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Questions.Caching;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Questions.Segments.Columns;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.Segments;

/// <summary>Columns are packed, kept and read back; what is kept is never older than what the question's transaction sees.</summary>
public sealed class ColumnsInMemory(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly SegmentSizes Small = new(64, 1, 100_000);

    [Theory]
    [InlineData(3, 1)]
    [InlineData(300, 1)]
    [InlineData(7_000, 1)]
    [InlineData(7_000, 1_000)]
    [InlineData(7_000, 1_000_000_007_000)]
    public void Give_back_the_numbers_that_were_packed(int different, long step)
    {
        var dice = new Random(different);
        var pack = new PackColumn();
        long?[] rows = [.. Enumerable.Range(0, 8_000).Select(_ => dice.Next(9) == 0 ? null : (long?)(dice.Next(different) * step - 5))];
        foreach (var row in rows)
        {
            pack.Begin();
            if (row is { } value) pack.Set(value);
        }

        var column = new Column();
        column.Take(new PackedColumn(pack.Pack(), rows.Length));

        Assert.Equal(rows, column.Wholes().Take(rows.Length).Select(value => value == PackedColumn.None ? null : (long?)value));
        var codes = column.Codes();
        Assert.Equal(rows, codes.Take(rows.Length).Select(code => code == 0 ? null : (long?)column.Value(code)));
    }

    [Fact]
    public void Are_found_under_the_stamp_of_their_making_alone()
    {
        var kept = Kept(megabytes: 1);
        var column = new PackedColumn([2, 0, 0, 0, 0, 0, 0, 0], 1);
        kept.Keep(1, new(7, 0, 1, 0, Stamp: 40), 3, column);

        Assert.Same(column, kept.Find(1, new(7, 0, 1, 0, Stamp: 40), 3));
        Assert.Null(kept.Find(1, new(7, 0, 1, 0, Stamp: 41), 3));
        Assert.Null(kept.Find(2, new(7, 0, 1, 0, Stamp: 40), 3));
        Assert.Null(kept.Find(1, new(7, 0, 1, 0, Stamp: 40), 4));
    }

    [Fact]
    public void Take_no_more_than_there_is_room_for()
    {
        var kept = Kept(megabytes: 1);
        for (var segment = 0; segment < 400; segment++) kept.Keep(1, new(segment, 0, 8_000, 0, 1), 0, Of(8_000));
        Assert.InRange(kept.Bytes, 900_000, 1_000_000);
        Assert.NotNull(kept.Find(1, new(0, 0, 8_000, 0, 1), 0));
        for (var stamp = 2; stamp < 50; stamp++) kept.Keep(1, new(0, 0, 8_000, 0, stamp), 0, Of(8_000));
        Assert.InRange(kept.Bytes, 900_000, 1_000_000);
    }

    [Fact]
    public async Task Are_those_of_a_segment_as_it_is_now_after_it_was_made_again()
    {
        var plan = new Plan([new("tickets", "created")]) { GroupBy = ["channel"] };
        await KeepAsync();
        var before = await RunAsync(plan);
        await desk.HasTicketsAsync([.. desk.Tickets.Where(t => t.Status != TicketStatus.Deleted).Skip(100).Take(60).Select(t => t with { Channel = "pigeon", Subject = t.Subject + "!" })]);
        var masked = await RunAsync(plan);
        await KeepAsync();
        var after = await RunAsync(plan);

        Assert.DoesNotContain(before.Rows, row => row[0] is "pigeon");
        foreach (var run in new[] { masked, after }) Assert.Equal(60L, Assert.Single(run.Rows, row => row[0] is "pigeon")[1]);
        Assert.Equal("rollup", after.From);
    }

    [Fact]
    public async Task Are_no_longer_read_once_the_asker_has_gone()
    {
        await KeepAsync();
        using var asker = new CancellationTokenSource();
        var leaving = new LeavingAsker(await desk.InsideAsync(services => Task.FromResult(services.GetRequiredService<ISqlDialect>())), asker, afterReads: 5);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.InsideAsync(services => ActivatorUtilities
            .CreateInstance<RunPlan>(services, Small, leaving, Kept(megabytes: 0), KeptAnswers.None).RunAsync(new Plan([new("tickets", "created")]) { GroupBy = ["tag", "agent"] }, asker.Token)));

        Assert.InRange(leaving.Reads, 5, 20);
    }

    private static PackedColumn Of(int rows) => new([1, 0, 0, 0, 0, 0, .. new byte[rows]], rows);

    private static KeptColumns Kept(int megabytes) => new(Options.Create(new CachingOptions { ColumnsMegabytes = megabytes }), TimeProvider.System);

    private Task<int> KeepAsync() => desk.InsideAsync(services => ActivatorUtilities.CreateInstance<KeepSegments>(services, Small).RunAsync(() => Task.CompletedTask, CancellationToken.None));

    private Task<PlanRun> RunAsync(Plan plan) => desk.InsideAsync(services => ActivatorUtilities.CreateInstance<RunPlan>(services, Small, KeptAnswers.None).RunAsync(plan, CancellationToken.None));

    /// <summary>The database as it is, but that the asker goes away while columns are read.</summary>
    private sealed class LeavingAsker(ISqlDialect inner, CancellationTokenSource asker, int afterReads) : ISqlDialect, IRowScan
    {
        private int _reads;

        public int Reads => _reads;

        public IRowScan Rows => this;

        public string First(int rows) => inner.First(rows);

        public string Last(int rows) => inner.Last(rows);

        public string Containing(string text) => inner.Containing(text);

        public string Number(string column) => inner.Number(column);

        public Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct) => inner.BeginReadAsync(connection, ct);

        public IDisposable StopOn(DbConnection connection, CancellationToken ct) => inner.StopOn(connection, ct);

        public void Run(DbConnection connection, string sql, IReadOnlyList<object> values, RowShape shape, IRowSink sink) => inner.Rows!.Run(connection, sql, values, shape, sink);

        public DbConnection? OpenBeside(DbConnection connection) => inner.Rows!.OpenBeside(connection);

        public void Values(DbConnection connection, string sql, IReadOnlyList<object> values, int columns, IValueSink sink) => inner.Rows!.Values(connection, sql, values, columns, sink);

        public List<object>[] Distinct(DbConnection connection, string sql, IReadOnlyList<object> values, int columns) => inner.Rows!.Distinct(connection, sql, values, columns);

        public IColumnReader Columns(DbConnection connection, string sql, int tenantId) => new Reader(this, inner.Rows!.Columns(connection, sql, tenantId));

        private sealed class Reader(LeavingAsker all, IColumnReader inner) : IColumnReader
        {
            public byte[]? Read(int segment, int field)
            {
                if (Interlocked.Increment(ref all._reads) == all.AfterReads) all.Leave();
                return inner.Read(segment, field);
            }

            public void Dispose() => inner.Dispose();
        }

        private int AfterReads => afterReads;

        private void Leave() => asker.Cancel();
    }
}
