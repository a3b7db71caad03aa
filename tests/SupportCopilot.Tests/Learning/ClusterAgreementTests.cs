using SupportCopilot.Learning.Clustering;

namespace SupportCopilot.Tests.Learning;

public sealed class ClusterAgreementTests
{
    // The figures are scikit-learn's adjusted_rand_score and adjusted_mutual_info_score.
    [Theory]
    [InlineData("0 0 1 1", "0 0 1 1", 1, 1)]
    [InlineData("0 0 1 1", "5 5 2 2", 1, 1)]
    [InlineData("0 0 0 0", "0 1 2 3", 0, 0)]
    [InlineData("0 0 1 1", "0 0 1 2", 0.5714285714, 0.5714285714)]
    [InlineData("0 0 0 1 1 1", "0 0 1 1 2 2", 0.2424242424, 0.2987924581)]
    [InlineData("0 1 0 1 0 1 0 1", "0 0 0 0 1 1 1 1", -0.1666666667, -0.1297447264)]
    [InlineData("0 0 1 2 0 3 4 5 1", "1 1 0 0 2 2 2 2 0", 0.1509433962, 0.2151666252)]
    public void Agree_with_known_tables(string known, string found, double rand, double information)
    {
        Assert.Equal(rand, ClusterAgreement.AdjustedRand(Read(known), Read(found)), 9);
        Assert.Equal(information, ClusterAgreement.AdjustedMutualInformation(Read(known), Read(found)), 9);
    }

    [Fact]
    public void Chance_scores_nothing()
    {
        var random = new Random(1);
        int[] Deal(int groups) => [.. Enumerable.Range(0, 2000).Select(_ => random.Next(groups))];

        for (var i = 0; i < 5; i++)
        {
            Assert.InRange(ClusterAgreement.AdjustedRand(Deal(20), Deal(300)), -0.01, 0.01);
            Assert.InRange(ClusterAgreement.AdjustedMutualInformation(Deal(20), Deal(300)), -0.02, 0.02);
        }
    }

    private static int[] Read(string groups) => [.. groups.Split(' ').Select(int.Parse)];
}
