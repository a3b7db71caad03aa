using System.Numerics;
using System.Runtime.InteropServices;

namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>
/// The values of one group and step, for percentiles and distinct counts. A few are kept as they are. Of many, small whole
/// numbers (minutes, replies) are only counted, or marked where they are wanted distinct, which takes no more memory however
/// many rows there are; others stay as they are. What comes out is exact either way.
/// </summary>
internal sealed class CellValues(bool isDistinct)
{
    private const int Few = 32_768;           // so many take as much memory as the counts
    private const int Counted = 1 << 16;      // 45 days in minutes
    private const int Marked = 1 << 26;       // eight megabytes of bits; our own numbers lie close together

    private readonly List<double> _others = [];
    private int[]? _counts;
    private ulong[]? _marks;
    private long _counted;

    /// <summary>How many there are, each of equal ones.</summary>
    public long Count => _counted + _others.Count;

    public void Add(double value)
    {
        if (_counts is not null && IsWhole(value, Counted))
        {
            _counts[(int)value]++;
            _counted++;
        }
        else if (_marks is not null && IsWhole(value, Marked)) Mark((int)value);
        else
        {
            _others.Add(value);
            if (_others.Count > Few && _counts is null && _marks is null) Spread();
        }
    }

    public void Add(CellValues other)
    {
        if ((other._counts is not null || other._marks is not null) && _counts is null && _marks is null) Spread();
        if (other._counts is { } counts)
        {
            for (var i = 0; i < counts.Length; i++) _counts![i] += counts[i];
            _counted += other._counted;
        }

        if (other._marks is { } marks)
        {
            Grow(marks.Length);
            for (var i = 0; i < marks.Length; i++) _marks![i] |= marks[i];
        }

        foreach (var value in other._others) Add(value);
    }

    /// <summary>How many different ones there are.</summary>
    public long Distinct() => DistinctValues.CountOf(CollectionsMarshal.AsSpan(_others))
        + (_counts?.Count(count => count > 0) ?? 0) + (_marks?.Sum(bits => (long)BitOperations.PopCount(bits)) ?? 0);

    /// <summary>A percentile of at least one value, as <see cref="Percentiles"/> has it.</summary>
    public double Percentile(int percent)
    {
        if (_counts is null) return Percentiles.Of(CollectionsMarshal.AsSpan(_others), percent);
        var (at, part) = Percentiles.RankOf(Count, percent);
        _others.Sort();
        return part == 0 ? ValueAt(at) : Percentiles.Between(ValueAt(at), ValueAt(at + 1), part);
    }

    /// <summary>The value of a rank, from 0; the others are in their order.</summary>
    private double ValueAt(long rank)
    {
        var other = 0;
        for (var number = 0; number < Counted; number++)
        {
            for (; other < _others.Count && _others[other] < number; other++)
                if (rank-- == 0) return _others[other];
            if (rank < _counts![number]) return number;
            rank -= _counts[number];
        }

        return _others[other + (int)rank];
    }

    private void Spread()
    {
        if (isDistinct) _marks = [];
        else _counts = new int[Counted];
        var few = _others.ToArray();
        _others.Clear();
        foreach (var value in few) Add(value);
    }

    private void Mark(int number)
    {
        Grow(number / 64 + 1);
        _marks![number >> 6] |= 1UL << (number & 63);
    }

    private void Grow(int length)
    {
        if (_marks!.Length < length) Array.Resize(ref _marks, Math.Max(length, Math.Min(2 * _marks.Length, Marked / 64)));
    }

    private static bool IsWhole(double value, int below) => value >= 0 && value < below && value == (int)value;
}
