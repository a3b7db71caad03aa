namespace SupportCopilot.DemoDesk.People;

/// <summary>Somebody of the desk, with working hours (UTC) and habits.</summary>
internal sealed record Agent(int Number, string Name)
{
    public required IReadOnlyList<string> Groups { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required int FirstHour { get; init; }

    /// <summary>The hour at which the shift ends.</summary>
    public required int LastHour { get; init; }

    public required IReadOnlyList<DayOfWeek> DaysOff { get; init; }

    /// <summary>Keys of the products they like to work on.</summary>
    public required IReadOnlyList<string> Favourites { get; init; }

    /// <summary>Length of their answers' time beside the usual 1.</summary>
    public required double Speed { get; init; }

    /// <summary>How well they work, 0–1: careless ones see more tickets come back.</summary>
    public required double Care { get; init; }

    public string First => Name.Split(' ')[0];

    public string Email => $"{First.ToLowerInvariant()}.{Name.Split(' ')[^1].ToLowerInvariant()}@brightmoor.example";

    /// <summary>The moment itself when they are at work, else the start of their next shift.</summary>
    public DateTime NextAtWork(DateTime moment)
    {
        if (!DaysOff.Contains(moment.DayOfWeek) && moment.Hour < LastHour)
            return moment.Hour >= FirstHour ? moment : moment.Date.AddHours(FirstHour);
        var day = moment.Date.AddDays(1);
        while (DaysOff.Contains(day.DayOfWeek)) day = day.AddDays(1);
        return day.AddHours(FirstHour);
    }
}
