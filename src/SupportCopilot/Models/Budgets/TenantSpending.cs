namespace SupportCopilot.Models.Budgets;

/// <summary>What a tenant has spent in the periods that run, and what calls under way may still cost. Used under its own lock.</summary>
internal sealed class TenantSpending
{
    private readonly Dictionary<long, long> _people = [];
    private readonly Dictionary<long, long> _peopleReserved = [];
    private long _reserved;

    public Lock Lock { get; } = new();

    /// <summary>The day that it tells of.</summary>
    public int Day { get; private set; } = -1;

    /// <summary>When it was last read from the ledger.</summary>
    public long ReadAt { get; private set; }

    public long DaySpent { get; private set; }

    public long MonthSpent { get; private set; }

    /// <summary>Takes what the ledger says. Calls that end while it is read may count twice until the next reading, never not at all.</summary>
    public void Read(int day, long daySpent, long monthSpent, IEnumerable<(long Person, long Spent)> people, long at)
    {
        var isSame = Day == day;
        (Day, ReadAt) = (day, at);
        DaySpent = isSame ? Math.Max(DaySpent, daySpent) : daySpent;
        MonthSpent = isSame ? Math.Max(MonthSpent, monthSpent) : monthSpent;
        if (!isSame) _people.Clear();
        foreach (var (person, spent) in people) _people[person] = Math.Max(_people.GetValueOrDefault(person), spent);
    }

    /// <summary>Sets an estimate aside, where every limit has room for it.</summary>
    /// <returns>Which limit has none: day, month or person; null when it was set aside.</returns>
    public string? Reserve(long micros, long? person, BudgetLimits limits)
    {
        if (DaySpent + _reserved + micros > limits.Day) return "day";
        if (MonthSpent + _reserved + micros > limits.Month) return "month";
        if (person is { } who && _people.GetValueOrDefault(who) + _peopleReserved.GetValueOrDefault(who) + micros > limits.PersonDay) return "person";
        _reserved += micros;
        if (person is { } one) _peopleReserved[one] = _peopleReserved.GetValueOrDefault(one) + micros;
        return null;
    }

    /// <summary>Puts what a call did cost in the place of what was set aside for it.</summary>
    public void Settle(long reserved, long cost, long? person)
    {
        _reserved -= reserved;
        DaySpent += cost;
        MonthSpent += cost;
        if (person is not { } one) return;
        _peopleReserved[one] = _peopleReserved.GetValueOrDefault(one) - reserved;
        if (_peopleReserved[one] == 0) _peopleReserved.Remove(one);
        _people[one] = _people.GetValueOrDefault(one) + cost;
    }
}
