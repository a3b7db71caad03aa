using SupportCopilot.Questions.Segments;

namespace SupportCopilot.Tests.Questions.Segments;

/// <summary>Which segments are made anew: making one costs the same, whether one of its tickets changed or all of them.</summary>
public sealed class UpkeepOfSegments
{
    private static readonly SegmentSizes Sizes = new(1_000, 100, 400);   // 25 changed tickets are worth a segment, 200 may wait

    [Fact]
    public void Takes_what_changed_much_and_lets_what_is_spread_thinly_wait() =>
        Assert.Equal([1, 4], Due([3, 40, 0, 10, 25, 24], isAtRest: false));

    [Fact]
    public void Takes_the_most_changed_first_where_too_much_waits() =>
        Assert.Equal([0, 2], Due([24, 22, 23, .. Enumerable.Repeat(9, 19)], isAtRest: false));

    [Fact]
    public void Takes_everything_of_a_desk_at_rest() =>
        Assert.Equal([0, 1, 3], Due([1, 2, 0, 3], isAtRest: true));

    [Fact]
    public void Takes_what_another_version_of_the_program_made() =>
        Assert.Equal([0], ChooseDue.Of([new(0, 1, 10, 12345, 0), Head(1)], [], false, Sizes).ConvertAll(one => one.Segment.Number));

    [Fact]
    public void Knows_a_desk_at_rest_from_a_busy_one()
    {
        var pace = new SegmentPace();
        Assert.Equal([false, true, false, false], [pace.IsAtRest(1, 5), pace.IsAtRest(1, 5), pace.IsAtRest(1, 6), pace.IsAtRest(2, 6)]);
    }

    private static List<int> Due(int[] changed, bool isAtRest) => ChooseDue.Of(
        [.. changed.Select((_, i) => Head(i))], [.. changed.SelectMany((count, i) => Enumerable.Range(0, count).Select(n => i * 1_000L + n))], isAtRest, Sizes).ConvertAll(one => one.Segment.Number);

    private static SegmentHead Head(int number) => new(number, number * 1_000L, 1_000, SegmentFields.Shape, 1);
}
