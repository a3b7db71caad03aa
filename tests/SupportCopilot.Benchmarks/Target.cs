using System.Globalization;

namespace SupportCopilot.Benchmarks;

/// <summary>Prints a measured figure beside what was asked for.</summary>
internal static class Target
{
    public static void AtLeast(string what, double measured, double wanted) => Print(what, measured, "≥", wanted, measured >= wanted);

    public static void AtMost(string what, double measured, double wanted) => Print(what, measured, "≤", wanted, measured <= wanted);

    private static void Print(string what, double measured, string sign, double wanted, bool met) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-48} {measured,9:0.####}   target {sign} {wanted:0.####}   {(met ? "met" : "MISSED")}"));
}
