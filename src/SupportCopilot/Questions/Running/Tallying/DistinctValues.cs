namespace SupportCopilot.Questions.Running.Tallying;

/// <summary>Counts different values. Our own numbers lie close together, so that a bit for each is shorter and faster than a set.</summary>
internal static class DistinctValues
{
    private const int Few = 1_000;
    private const int LargestByBit = 1 << 26;   // eight megabytes

    public static int CountOf(ReadOnlySpan<double> values)
    {
        var (least, most) = (double.MaxValue, double.MinValue);
        foreach (var value in values) (least, most) = (Math.Min(least, value), Math.Max(most, value));
        if (values.Length < Few || least < 0 || most > LargestByBit) return CountBySet(values);

        var bits = new ulong[(int)most / 64 + 1];
        var count = 0;
        foreach (var value in values)
        {
            var number = (int)value;
            var bit = 1UL << (number & 63);
            if ((bits[number >> 6] & bit) != 0) continue;
            bits[number >> 6] |= bit;
            count++;
        }

        return count;
    }

    private static int CountBySet(ReadOnlySpan<double> values)
    {
        var seen = new HashSet<double>();
        foreach (var value in values) seen.Add(value);
        return seen.Count;
    }
}
