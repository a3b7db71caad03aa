using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Vocabulary;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// The indexes in memory, one for each tenant. A question waits for one only where there is none yet; each looks whether
/// values came since, by one statement, and adds those. Names that were changed are read again behind the questions' back.
/// </summary>
internal sealed partial class ValueIndexes(TimeProvider clock, ISqlDialect dialect, IServiceScopeFactory scopes, ILogger<ValueIndexes> log)
{
    private const int MostSights = 64;
    private const int MostAdded = 5000;   // beside the table; beyond it a new table is made

    // A person or cluster may have got another name without a new row; so old an index is read again.
    private static readonly TimeSpan Oldest = TimeSpan.FromMinutes(1);

    // Where the version of the data says that no name was changed. It does not follow addresses, which set people of one name apart.
    private static readonly TimeSpan OldestUnchanged = TimeSpan.FromMinutes(15);

    // Reading takes its time on a large desk; no more than a tenth of the time goes into it while tickets stream in.
    private const double MostOfTheTime = 10;

    // A word was not found, and may be a changed name's: of a large desk the question after this one will know it.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(0.3);

    private readonly ConcurrentDictionary<int, Kept> _kept = new();
    private readonly ConcurrentDictionary<int, SemaphoreSlim> _reading = new();
    private readonly ConcurrentDictionary<(int Tenant, string Sight), ConcurrentDictionary<(string, string), SightVerdict>> _verdicts = new();

    /// <summary>The values that some texts may name, as far as a sight goes; and the tenant's own words for that sight.</summary>
    /// <param name="db">The scope's context.</param>
    /// <param name="tenantId">The tenant, which is the scope's.</param>
    /// <param name="sight">What may be seen. Where it is narrowed, the index holds nothing but what the texts name.</param>
    /// <param name="own">The tenant's own words.</param>
    /// <param name="texts">What will be read.</param>
    /// <param name="atOnce">A word was not found, and may be new: changed names are read again, unless that was just now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<(ValueIndex Values, TenantWords Own)> OfAsync(SupportDbContext db, int tenantId, Visibility sight, TenantWords own, IReadOnlyList<string> texts, bool atOnce, CancellationToken ct)
    {
        var whole = await WholeAsync(db, tenantId, atOnce, ct);
        if (sight.IsEverything) return (whole, own);
        if (_verdicts.Count >= MostSights) _verdicts.Clear();
        var narrow = new NarrowToSight(db, tenantId, sight, dialect, clock, _verdicts.GetOrAdd((tenantId, KeyOf(sight)), _ => new()));
        return (await narrow.RunAsync(whole, own, texts, atOnce, ct), await narrow.RunAsync(own, texts, ct));
    }

    private async Task<ValueIndex> WholeAsync(SupportDbContext db, int tenantId, bool atOnce, CancellationToken ct)
    {
        if (!_kept.TryGetValue(tenantId, out var kept)) return (await ReadAsync(db, tenantId, null, ct)).Index;

        var age = clock.GetElapsedTime(kept.ReadAt);
        if (!await AddNewestAsync(db, tenantId, kept, ct)) return (await ReadAsync(db, tenantId, kept, ct)).Index;
        var mayBe = age >= kept.Took * MostOfTheTime;
        var isWanted = atOnce && kept.HasChanged && mayBe;
        var isDue = age >= (kept.HasChanged ? Oldest : OldestUnchanged) && mayBe || kept.Index.Added > MostAdded;
        if (!isWanted && !isDue) return kept.Index;

        var reading = kept.ReadOnce(() => ReadBehindAsync(tenantId, kept));
        if (isWanted) await Task.WhenAny(reading, Task.Delay(LongestWait, clock, ct));
        return (_kept.GetValueOrDefault(tenantId) ?? kept).Index;
    }

    /// <summary>Adds what came since the last look.</summary>
    /// <returns>Whether it could: an agent of a known name sets the other apart as well, which takes a new index.</returns>
    private async Task<bool> AddNewestAsync(SupportDbContext db, int tenantId, Kept kept, CancellationToken ct)
    {
        var load = new LoadValues(db);
        var (before, (now, version)) = (kept.Marks, await load.MarksAsync(tenantId, ct));
        kept.HasChanged |= version != kept.Version;
        if (now == before) return true;
        var news = await load.SinceAsync(before, now, kept.Index, ct);
        if (news.Exists(value => value.Dimension == "agent" && kept.Index.Find(WordReader.Key(value.Called)).Any(match => match.Value.Dimension == "agent" && match.Value.Called == value.Called && !match.Value.Ids.Intersect(value.Ids).Any()))) return false;
        foreach (var value in news) kept.Index.Add(value);
        kept.Marks = now;
        return true;
    }

    private async Task ReadBehindAsync(int tenantId, Kept kept)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
            await ReadAsync(scope.ServiceProvider.GetRequiredService<SupportDbContext>(), tenantId, kept, CancellationToken.None, isBehind: true);
        }
        catch (Exception failed)
        {
            // Nobody waits for it; the next question after this one tries again, with the old index in hand.
            NotRead(log, failed, tenantId);
            kept.ReadAgain();
        }
    }

    /// <summary>Reads it anew; whoever comes while another reads waits for that one.</summary>
    private async Task<Kept> ReadAsync(SupportDbContext db, int tenantId, Kept? known, CancellationToken ct, bool isBehind = false)
    {
        var reading = _reading.GetOrAdd(tenantId, _ => new SemaphoreSlim(1));
        await reading.WaitAsync(ct);
        try
        {
            if (_kept.TryGetValue(tenantId, out var kept) && !ReferenceEquals(kept, known)) return kept;
            var started = clock.GetTimestamp();
            var load = new LoadValues(db);
            if (!await load.IsCountedAsync(ct)) await CountAsync(tenantId, ct);
            var (marks, version) = await load.MarksAsync(tenantId, ct);
            var index = await load.AllAsync(tenantId, dialect, ct);
            if (isBehind) index.Prepare();   // nobody waits, and the first misspelt word does not either
            else _ = Task.Run(index.Prepare, CancellationToken.None);
            foreach (var sight in _verdicts.Keys.Where(sight => sight.Tenant == tenantId)) _verdicts.TryRemove(sight, out _);
            return _kept[tenantId] = new Kept(index, marks, version, started, clock.GetElapsedTime(started));
        }
        finally
        {
            reading.Release();
        }
    }

    /// <summary>A desk from before values were kept: its tickets are read once, in a context of its own.</summary>
    private async Task CountAsync(int tenantId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenantId);
        await scope.ServiceProvider.GetRequiredService<CountValues>().RunAsync(ct);
    }

    private static string KeyOf(Visibility sight) =>
        $"{string.Join(',', sight.GroupIds.Order())}|{string.Join(',', sight.OrganizationIds.Order())}|{string.Join('\u001f', sight.Brands.Order(StringComparer.Ordinal))}";

    [LoggerMessage(Level = LogLevel.Warning, Message = "The values of tenant {TenantId} could not be read again; the last ones are used until they can.")]
    private static partial void NotRead(ILogger log, Exception failed, int tenantId);

    private sealed class Kept(ValueIndex index, ValueMarks marks, long version, long readAt, TimeSpan took)
    {
        private volatile ValueMarks _marks = marks;
        private volatile bool _hasChanged;
        private readonly Lock _lock = new();
        private Task? _reading;

        public ValueIndex Index => index;

        public long Version => version;

        /// <summary>Whether the data was changed since it was read.</summary>
        public bool HasChanged
        {
            get => _hasChanged;
            set => _hasChanged = value;
        }

        public long ReadAt => readAt;

        public TimeSpan Took => took;

        public ValueMarks Marks
        {
            get => _marks;
            set => _marks = value;
        }

        /// <summary>Begins to read what comes after it, unless that is being done.</summary>
        public Task ReadOnce(Func<Task> read)
        {
            lock (_lock) return _reading ??= Task.Run(read);
        }

        /// <summary>It could not be read; the next one may try.</summary>
        public void ReadAgain()
        {
            lock (_lock) _reading = null;
        }
    }
}
