using SupportCopilot.Questions.Catalogue;

namespace SupportCopilot.Questions.Running;

/// <summary>Figures as they stand in cells.</summary>
internal static class Rounding
{
    private const int Decimals = 6;   // beyond what any reader needs, short of what floating point invents

    /// <summary>Counts as whole numbers, others rounded to six decimals.</summary>
    public static object? Cell(double? value, Measure measure) => value is not { } number ? null
        : measure.Over is Aggregate.Count or Aggregate.Distinct or Aggregate.Sum ? (object)(long)Math.Round(number)
        : Math.Round(number, Decimals);

    /// <summary>The change from before to now as a share of before; null where before was nothing.</summary>
    public static double? Change(double? now, double? before) =>
        now is { } here && before is { } there && there != 0 ? Math.Round((here - there) / there, Decimals) : null;
}
