namespace SupportCopilot.DemoDesk;

/// <summary>
/// Chance that falls the same way every time for the same seed, on every machine: SplitMix64 (Steele, Lea and Flood 2014).
/// </summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Dice of their own for one thing (a ticket, a requester, a day), so that it does not depend on what was rolled before.</summary>
    public static Dice For(string what, long number) =>
        new(what.Aggregate(14695981039346656037UL, (hash, letter) => (hash ^ letter) * 1099511628211UL) ^ (ulong)number * 0x9E3779B97F4A7C15UL);

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number from 0 up to, not including, the limit.</summary>
    public int Below(int limit) => (int)(Share() * limit);

    /// <summary>A number between the two, both included.</summary>
    public int Between(int least, int most) => least + Below(most - least + 1);

    public bool Chance(double share) => Share() < share;

    public T Pick<T>(IReadOnlyList<T> from) => from[Below(from.Count)];

    /// <summary>One of the things by their weights.</summary>
    public T Pick<T>(IReadOnlyList<T> from, Func<T, double> weight)
    {
        var left = Share() * from.Sum(weight);
        foreach (var thing in from)
        {
            left -= weight(thing);
            if (left < 0) return thing;
        }

        return from[^1];
    }

    /// <summary>A standard normal number (Box and Muller 1958).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>A length of time that is mostly about the median and now and then far longer.</summary>
    public TimeSpan About(TimeSpan median, double spread) => median * Math.Exp(spread * Normal());

    private ulong Next()
    {
        var mixed = _state += 0x9E3779B97F4A7C15UL;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9UL;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBUL;
        return mixed ^ (mixed >> 31);
    }
}
