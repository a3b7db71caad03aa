using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using SupportCopilot.Questions.Caching;

namespace SupportCopilot.Questions.Segments.Columns;

/// <summary>
/// Columns of segments that were read lately, in this process: a question over millions of tickets then reads nothing but
/// memory. Each is kept under the stamp of its segment, which is another one each time a segment is made, so that nothing
/// old is ever found; and a question asks by the stamps that its own transaction sees.
/// </summary>
public sealed class KeptColumns(IOptions<CachingOptions> options, TimeProvider clock)
{
    private const long Megabyte = 1_000_000;

    // What is asked for all the time is not thrown out for what is asked for once: a desk that does not fit would otherwise
    // push all of its columns through here with each question.
    private static readonly TimeSpan Unused = TimeSpan.FromMinutes(5), LookEvery = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<(int Tenant, int Segment, int Field), Kept> _kept = new();
    private readonly Lock _clearing = new();
    private long _bytes, _lastLook;

    /// <summary>How many bytes the kept columns take.</summary>
    internal long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Whether there is room for more.</summary>
    internal bool HasRoom => Bytes < options.Value.ColumnsMegabytes * Megabyte;

    internal PackedColumn? Find(int tenantId, SegmentHead segment, int field)
    {
        if (!_kept.TryGetValue((tenantId, segment.Number, field), out var kept) || kept.Stamp != segment.Stamp) return null;
        kept.UsedAt = clock.GetTimestamp();
        return kept.Column;
    }

    internal void Keep(int tenantId, SegmentHead segment, int field, PackedColumn column)
    {
        if (Bytes + column.Weight > options.Value.ColumnsMegabytes * Megabyte && !MakeRoom()) return;
        var made = new Kept(segment.Stamp, column) { UsedAt = clock.GetTimestamp() };
        var (key, gained) = ((tenantId, segment.Number, field), column.Weight);
        _kept.AddOrUpdate(key, made, (_, old) =>
        {
            gained = column.Weight - old.Column.Weight;
            return made;
        });
        Interlocked.Add(ref _bytes, gained);
    }

    /// <summary>Lets go of what nobody asked for lately; looked for now and then only, for that takes a look at all of them.</summary>
    private bool MakeRoom()
    {
        lock (_clearing)
        {
            if (_lastLook != 0 && clock.GetElapsedTime(_lastLook) < LookEvery) return false;
            _lastLook = clock.GetTimestamp();
            var before = Bytes;
            foreach (var kept in _kept.Where(kept => clock.GetElapsedTime(kept.Value.UsedAt) > Unused))
                if (_kept.TryRemove(kept)) Interlocked.Add(ref _bytes, -kept.Value.Column.Weight);
            return Bytes < before;
        }
    }

    private sealed class Kept(long stamp, PackedColumn column)
    {
        private long _usedAt;

        public long Stamp => stamp;

        public PackedColumn Column => column;

        public long UsedAt
        {
            get => Interlocked.Read(ref _usedAt);
            set => Interlocked.Exchange(ref _usedAt, value);
        }
    }
}
