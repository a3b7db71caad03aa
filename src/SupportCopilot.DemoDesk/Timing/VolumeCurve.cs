namespace SupportCopilot.DemoDesk.Timing;

/// <summary>
/// When tickets come in: weekday × hour × month × growth × the day's luck, and on top what outages and releases bring.
/// Built in one pass over the hours; a moment is found by binary search.
/// </summary>
internal sealed class VolumeCurve
{
    /// <summary>How far back the desk goes: a year and a quarter, so that every season is there and one twice.</summary>
    public const int Days = 456;

    private const double GrowthFrom = 0.78;   // the company has grown over the time
    private const double GrowthTo = 1.16;

    private readonly DateTime _start;
    private readonly DateTime _end;
    private readonly double[] _upTo;   // tickets up to the end of each hour
    private readonly double[] _usual;
    private readonly List<(int FromHour, Happening Happening, double PerHour)> _happenings = [];

    public VolumeCurve(BusyDays busy, DateTime end)
    {
        _end = end;
        _start = end.Date.AddDays(-Days);
        var hours = (int)Math.Ceiling((end - _start).TotalHours);
        _usual = [.. Enumerable.Range(0, hours).Select(hour => Usual(busy, hour, hours))];
        var usualDay = _usual.Sum() / Days;
        foreach (var happening in busy.Happenings)
        {
            var from = (int)(end.Date.AddDays(-happening.DaysAgo) + happening.From - _start).TotalHours;
            _happenings.Add((from, happening, happening.Extra * usualDay / happening.Hours));
        }

        _upTo = new double[hours];
        var sum = 0.0;
        for (var hour = 0; hour < hours; hour++) _upTo[hour] = sum += _usual[hour] + At(hour).Sum(h => h.PerHour);
    }

    /// <summary>The moment up to which this share (0–1) of all tickets came in.</summary>
    public DateTime MomentOf(double share)
    {
        var wanted = share * _upTo[^1];
        var found = Array.BinarySearch(_upTo, wanted);
        var hour = Math.Min(found < 0 ? ~found : found + 1, _upTo.Length - 1);
        var before = hour == 0 ? 0 : _upTo[hour - 1];
        var within = (wanted - before) / (_upTo[hour] - before);
        var moment = _start.AddHours(hour + within);
        return moment < _end ? moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond)) : _end.AddMinutes(-1);
    }

    /// <summary>The problem that brought a ticket of this moment out of turn, or null for a usual one.</summary>
    public string? OutOfTurn(DateTime moment, Dice dice)
    {
        var hour = HourOf(moment);
        var left = dice.Share() * (_usual[hour] + At(hour).Sum(h => h.PerHour));
        foreach (var (_, happening, perHour) in At(hour))
        {
            left -= perHour;
            if (left < 0) return happening.Problem;
        }

        return null;
    }

    /// <summary>How busy the day before a moment was beside a usual one (1).</summary>
    public double Load(DateTime moment)
    {
        var hour = HourOf(moment);
        var before = Math.Max(0, hour - 24);
        return hour == before ? 1 : (_upTo[hour] - _upTo[before]) / (hour - before) / (_upTo[^1] / _upTo.Length);
    }

    private int HourOf(DateTime moment) => Math.Clamp((int)(moment - _start).TotalHours, 0, _usual.Length - 1);

    private IEnumerable<(int FromHour, Happening Happening, double PerHour)> At(int hour) =>
        _happenings.Where(h => hour >= h.FromHour && hour < h.FromHour + h.Happening.Hours);

    private double Usual(BusyDays busy, int hour, int hours)
    {
        var moment = _start.AddHours(hour);
        var growth = GrowthFrom + (GrowthTo - GrowthFrom) * hour / hours;
        var daysLuck = Math.Exp(0.11 * Dice.For("day", hour / 24).Normal());
        var hoursLuck = Math.Exp(0.22 * Dice.For("hour", hour).Normal());
        return busy.Weekdays[((int)moment.DayOfWeek + 6) % 7] * busy.Hours[moment.Hour] * busy.Months[moment.Month - 1] * growth * daysLuck * hoursLuck;
    }
}
