using NodaTime;
using SupportCopilot.Questions.Dates.Grammar;

namespace SupportCopilot.Questions.Dates.Days;

/// <summary>A time of day as it was written.</summary>
/// <param name="Hour">0–24.</param>
/// <param name="Minute">0–59.</param>
/// <param name="IsHalf">Whether morning or afternoon is still open.</param>
/// <param name="IsTime">Whether it says itself that it is a time.</param>
/// <param name="IsAfternoon">What was said of morning or afternoon; null for nothing.</param>
internal readonly record struct Clock(int Hour, int Minute, bool IsHalf, bool IsTime, bool? IsAfternoon)
{
    /// <summary>The time, where it is one without more.</summary>
    public LocalTime? Exact => IsTime ? new LocalTime(Hour % 24, Minute) : null;

    /// <summary>9am, 2:30 pm, 14:00, noon, midnight, 9 o'clock; a bare 2 beside another time.</summary>
    public static IEnumerable<Read<Clock>> At(Scan scan, int at)
    {
        if (scan.IsAny(at, "noon", "midday")) yield return new(at + 1, new(12, 0, false, true, null));
        if (scan.Is(at, "midnight")) yield return new(at + 1, new(0, 0, false, true, null));
        if (!scan.IsNumber(at, 0, 24, 2)) yield break;
        var hour = scan.Atoms[at].Number;
        var hasMinutes = scan.Is(at + 1, ":") && scan.Touches(at + 1) && scan.IsNumber(at + 2, 0, 59, 2) && scan.Atoms[at + 2].Digits == 2;
        var (end, minute) = hasMinutes ? (at + 3, scan.Atoms[at + 2].Number) : (at + 1, 0);
        if (Half(scan, end) is { } half && hour is >= 1 and <= 12)
        {
            yield return new(half.End, new(hour % 12 + (half.Value ? 12 : 0), minute, false, true, half.Value));
            yield break;
        }
        if (hasMinutes && hour < 24) yield return new(end, new(hour, minute, hour is >= 1 and <= 12, true, null));
        else if (scan.After(end, "o", "'", "clock") is > 0 and var oclock) yield return new(oclock, new(hour, 0, true, true, null));
        else if (scan.Is(end, "o'clock")) yield return new(end + 1, new(hour, 0, true, true, null));
        else if (!hasMinutes) yield return new(end, new(hour, 0, hour is >= 1 and <= 12, false, null));
    }

    /// <summary>Two times beside each other, where one says that they are times: 2–5pm are both of the afternoon, 9–5pm are not.</summary>
    public static (LocalTime From, LocalTime To)? Agree(Clock first, Clock last)
    {
        if (!first.IsTime && !last.IsTime) return null;
        if (last.IsAfternoon is { } afternoon && first is { IsHalf: true, IsAfternoon: null })
        {
            var sameHalf = first.Hour % 12 + (afternoon ? 12 : 0);
            if (sameHalf * 60 + first.Minute < last.Hour * 60 + last.Minute) first = first with { Hour = sameHalf };
        }
        else if (first.IsAfternoon is true && last is { IsHalf: true, IsAfternoon: null } && last.Hour % 12 + 12 > first.Hour) last = last with { Hour = last.Hour % 12 + 12 };
        return (new LocalTime(first.Hour % 24, first.Minute), new LocalTime(last.Hour % 24, last.Minute));
    }

    private static Read<bool>? Half(Scan scan, int at)
    {
        if (scan.IsAny(at, "am", "pm")) return new(at + 1, scan.Is(at, "pm"));
        return scan.IsAny(at, "a", "p") && scan.After(at + 1, ".", "m") is > 0 and var end ? new(scan.Skip(end, "."), scan.Is(at, "p")) : null;
    }
}
