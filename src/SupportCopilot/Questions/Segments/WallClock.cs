using NodaTime;
using SupportCopilot.Questions.Compiling;
using LocalTime = SupportCopilot.Questions.Compiling.LocalTime;

namespace SupportCopilot.Questions.Segments;

/// <summary>The day of the week (Monday is 0) or the hour of the day of instants, by the same arithmetic as the statements'.</summary>
internal sealed class WallClock
{
    private const long Hour = 3_600_000, Day = 24 * Hour, Shift = 146_097 * Day;   // 400 years keep earlier instants above zero

    private readonly long[] _starts, _offsets;
    private readonly bool _isWeekday;
    private int _last;

    public WallClock(DateTimeZone zone, Slice slice, bool isWeekday)
    {
        var (from, to) = LocalTime.ReachOf(slice);
        var spans = LocalTime.SpansOf(zone, from, to);
        _starts = [long.MinValue, .. spans.Skip(1).Select(span => span.Start)];
        _offsets = [.. spans.Select(span => span.Offset)];
        _isWeekday = isWeekday;
    }

    public long Of(long instant)
    {
        var last = _last;   // threads share it: whatever it is, it is only where the look begins
        if (instant < _starts[last] || last + 1 < _starts.Length && instant >= _starts[last + 1])
        {
            for (last = _starts.Length - 1; instant < _starts[last];) last--;
            _last = last;
        }

        var local = instant + _offsets[last] + Shift;
        return _isWeekday ? (local + 3 * Day) / Day % 7 : local / Hour % 24;
    }
}
