using SupportCopilot.Learning.Classification;

namespace SupportCopilot.Tests.Learning;

public sealed class HeldOutTests
{
    private static readonly string[] Labels =
        [.. Enumerable.Repeat("often", 100), .. Enumerable.Repeat("seldom", 10), .. Enumerable.Repeat("twice", 2), "once"];

    [Fact]
    public void Splits_every_label_by_its_share()
    {
        var (train, test) = HeldOut.Split(Labels, 0.2, 1);

        Assert.Equal(Enumerable.Range(0, Labels.Length), train.Concat(test).Order());
        Assert.Equal(
            [("often", 20), ("seldom", 2), ("twice", 1)],
            test.CountBy(i => Labels[i]).Select(l => (l.Key, l.Value)).OrderByDescending(l => l.Value));
    }

    [Fact]
    public void Splits_alike_for_one_seed_and_otherwise_for_another()
    {
        Assert.Equal(HeldOut.Split(Labels, 0.2, 1).Test, HeldOut.Split(Labels, 0.2, 1).Test);
        Assert.NotEqual(HeldOut.Split(Labels, 0.2, 1).Test, HeldOut.Split(Labels, 0.2, 2).Test);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.6)]
    [InlineData(double.NaN)]
    public void Refuses_a_share_that_leaves_nothing(double share) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HeldOut.Split(Labels, share, 1));
}
