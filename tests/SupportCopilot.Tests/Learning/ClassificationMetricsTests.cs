using SupportCopilot.Learning.Classification;

namespace SupportCopilot.Tests.Learning;

public sealed class ClassificationMetricsTests
{
    private static readonly string[] Truth = ["a", "a", "a", "b", "b", "c"];
    private static readonly string[] Said = ["a", "a", "b", "b", "a", "a"];

    [Fact]
    public void Agree_with_figures_worked_out_by_hand()
    {
        // a: 2 right of 4 named and 3 true, F1 4/7; b: 1 of 2 and 2, F1 1/2; c: never named, F1 0.
        Assert.Equal(0.5, ClassificationMetrics.Accuracy(Truth, Said), 12);
        Assert.Equal(((4.0 / 7) + 0.5) / 3, ClassificationMetrics.MacroF1(Truth, Said), 12);
        Assert.Equal(["a", "b", "c"], ClassificationMetrics.PerLabel(Truth, Said).Select(l => l.Label));
    }

    [Fact]
    public void See_no_calibration_error_where_confidence_keeps_its_word() =>
        Assert.Equal(0, ClassificationMetrics.CalibrationError([(0.75, true), (0.75, true), (0.75, true), (0.75, false)]), 12);

    [Fact]
    public void See_the_gap_of_one_that_boasts() =>
        Assert.Equal(0.4, ClassificationMetrics.CalibrationError([(0.9, true), (0.9, false)]), 12);

    [Fact]
    public void Are_zero_without_anything_to_judge()
    {
        Assert.Equal(0, ClassificationMetrics.Accuracy([], []));
        Assert.Equal(0, ClassificationMetrics.MacroF1([], []));
        Assert.Equal(0, ClassificationMetrics.CalibrationError([]));
    }
}
