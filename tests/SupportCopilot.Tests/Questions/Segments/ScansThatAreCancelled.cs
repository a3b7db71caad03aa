using System.Data.Common;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Access;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Segments;
using SupportCopilot.Tests.Questions.Reasons;

namespace SupportCopilot.Tests.Questions.Segments;

/// <summary>In the middle of a look through segments a question can be cancelled: no further segment is read.</summary>
public sealed class ScansThatAreCancelled : IAsyncLifetime
{
    private readonly HeldColumns _columns = new();
    private readonly HeldDesk _desk;

    public ScansThatAreCancelled() => _desk = new HeldDesk(_columns);

    public async ValueTask InitializeAsync()
    {
        await _desk.InitializeAsync();
        await _desk.InsideAsync(services => services.GetRequiredService<KeepSegments>().RunAsync(() => Task.CompletedTask, TestContext.Current.CancellationToken));
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Read_no_further_segment_once_their_caller_has_gone()
    {
        using var gone = new CancellationTokenSource();
        var plan = new Plan([new("tickets", "created")]) { GroupBy = ["category"] };
        var running = Task.Run(() => _desk.InsideAsync(services => services.GetRequiredService<RunPlan>().RunAsync(plan, gone.Token)));
        await _columns.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        await gone.CancelAsync();
        _columns.Release.Set();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.InRange(_columns.Read, 1, 3 * HeldDesk.Threads);   // what each thread had begun; there are a dozen segments
    }

    [Fact]
    public async Task Read_no_further_segment_once_the_question_in_the_background_is_cancelled()
    {
        _columns.Pause = TimeSpan.FromMilliseconds(150);   // the desk is slow: the figure goes on in the background
        _columns.Release.Set();
        var asked = await _desk.AskAsync("tickets by category since 1 January 2025");
        Assert.Equal("working", asked.Kind());
        var id = asked.GetProperty("id").GetString()!;
        _columns.Begin();
        var working = Task.Run(() => _desk.InsideAsync(services => services.GetRequiredService<WorkInvestigations>().RunAsync(0, TestContext.Current.CancellationToken)));
        await _columns.Entered.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        using var cancelled = await _desk.As(Role.Analyst).DeleteAsync(new Uri($"/api/questions/{id}", UriKind.Relative), TestContext.Current.CancellationToken);
        _columns.Release.Set();
        await working.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, cancelled.StatusCode);
        Assert.InRange(_columns.Read, 1, 3 * HeldDesk.Threads);
        Assert.Equal("refusal", (await _desk.As(Role.Analyst).GetAsync<JsonElement>($"/api/questions/{id}")).Kind());
    }

    /// <summary>A desk of a dozen small segments whose columns are held back.</summary>
    private sealed class HeldDesk(HeldColumns columns) : QuestionDesk(
        ["SupportCopilot:Questions:EstimateAfterSeconds=0.1", "SupportCopilot:Questions:EstimateFromTickets=100", "SupportCopilot:Questions:ColumnsMegabytes=0"], services => Hold(services, columns))
    {
        public const int Threads = 2;

        private static void Hold(IServiceCollection services, HeldColumns columns)
        {
            services.Replace(ServiceDescriptor.Singleton(new SegmentSizes(64, 1, 100_000)));
            services.Replace(ServiceDescriptor.Singleton(new SupportCopilot.Questions.Running.Splitting.ScanParts(Threads, 1)));
            var sqlite = services.Single(service => service.ServiceType == typeof(ISqlDialect)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<ISqlDialect>(provider => columns.Over((ISqlDialect)sqlite(provider))));
        }
    }

    /// <summary>Columns that are read when the test says so.</summary>
    private sealed class HeldColumns
    {
        private int _read;

        public TaskCompletionSource Entered { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ManualResetEventSlim Release { get; } = new();

        public TimeSpan Pause { get; set; }

        public int Read => _read;

        /// <summary>Holds the next ones back again.</summary>
        public void Begin()
        {
            (_read, Entered, Pause) = (0, new(TaskCreationOptions.RunContinuationsAsynchronously), default);
            Release.Reset();
        }

        public ISqlDialect Over(ISqlDialect sqlite) => new Dialect(sqlite, this);

        private void Wait()
        {
            Interlocked.Increment(ref _read);
            Entered.TrySetResult();
            Release.Wait(TimeSpan.FromSeconds(20));
            Thread.Sleep(Pause);
        }

        private sealed class Dialect(ISqlDialect sqlite, HeldColumns held) : ISqlDialect
        {
            public IRowScan Rows { get; } = new Scan(sqlite.Rows!, held);

            public string First(int rows) => sqlite.First(rows);

            public string Last(int rows) => sqlite.Last(rows);

            public string Number(string column) => sqlite.Number(column);

            public string Containing(string text) => sqlite.Containing(text);

            public Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct) => sqlite.BeginReadAsync(connection, ct);

            public void EndRead(DbConnection connection) => sqlite.EndRead(connection);

            public IDisposable StopOn(DbConnection connection, CancellationToken ct) => sqlite.StopOn(connection, ct);
        }

        private sealed class Scan(IRowScan rows, HeldColumns held) : IRowScan
        {
            public void Run(DbConnection connection, string sql, IReadOnlyList<object> values, RowShape shape, IRowSink sink) => rows.Run(connection, sql, values, shape, sink);

            public DbConnection? OpenBeside(DbConnection connection) => rows.OpenBeside(connection);

            public void Values(DbConnection connection, string sql, IReadOnlyList<object> values, int columns, IValueSink sink) => rows.Values(connection, sql, values, columns, sink);

            public IColumnReader Columns(DbConnection connection, string sql, int tenantId) => new Reader(rows.Columns(connection, sql, tenantId), held);

            public List<object>[] Distinct(DbConnection connection, string sql, IReadOnlyList<object> values, int columns) => rows.Distinct(connection, sql, values, columns);
        }

        private sealed class Reader(IColumnReader columns, HeldColumns held) : IColumnReader
        {
            public byte[]? Read(int segment, int field)
            {
                held.Wait();
                return columns.Read(segment, field);
            }

            public void Dispose() => columns.Dispose();
        }
    }
}
