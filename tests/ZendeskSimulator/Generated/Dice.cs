namespace ZendeskSimulator.Generated;

/// <summary>SplitMix64 (Steele, Lea, Flood 2014): a few nanoseconds a number, started from a seed and an id.</summary>
internal struct Dice(ulong seed, long id)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15 ^ (ulong)id * 0xD1B54A32D192ED03;

    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number from 0 to one below the bound.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>A number from 0 up to, not including, 1.</summary>
    public double Share() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool OneIn(int n) => Below(n) == 0;

    public T Of<T>(ReadOnlySpan<T> choices) => choices[Below(choices.Length)];
}
