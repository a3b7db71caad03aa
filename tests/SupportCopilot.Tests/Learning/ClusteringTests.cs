using System.Numerics.Tensors;
using SupportCopilot.Learning.Clustering;

namespace SupportCopilot.Tests.Learning;

public sealed class ClusteringTests
{
    [Theory]
    [InlineData(40, 0.3)]
    [InlineData(80, 0.5)]
    [InlineData(120, 0.7)]
    [InlineData(120, 0.95)]
    public void Groups_are_those_of_average_link_done_step_by_step(int count, double cut)
    {
        for (var seed = 1; seed <= 10; seed++)
        {
            var vectors = Vectors(count, seed);

            var found = FindGroups.Run(vectors, cut, null, TestContext.Current.CancellationToken);

            Assert.Equal(StepByStep(vectors, cut), found);
        }
    }

    [Fact]
    public void The_order_of_the_vectors_does_not_matter()
    {
        foreach (var count in new[] { 300, FindGroups.ExactUpTo + 500 })
        {
            var vectors = Vectors(count, seed: 3);
            var order = Enumerable.Range(0, count).ToArray();
            new Random(5).Shuffle(order);

            var found = FindGroups.Run(vectors, FindGroups.Cut, null, TestContext.Current.CancellationToken);
            var shuffled = FindGroups.Run(vectors.Take(order), FindGroups.Cut, null, TestContext.Current.CancellationToken);

            Assert.Equal(1, ClusterAgreement.AdjustedRand([.. order.Select(row => found[row])], shuffled), 12);
        }
    }

    [Fact]
    public void Micro_clusters_keep_groups_that_are_apart()
    {
        var vectors = Vectors(FindGroups.ExactUpTo * 2, seed: 7, noise: 0.6);

        var found = FindGroups.Run(vectors, 0.6, null, TestContext.Current.CancellationToken);

        Assert.True(ClusterAgreement.AdjustedRand([.. Enumerable.Range(0, vectors.Count).Select(Topic)], found) > 0.99);
    }

    [Fact]
    public void Null_vectors_are_alone()
    {
        var vectors = new VectorSet(new float[5 * 3], 3);
        vectors[1][0] = vectors[3][0] = 1;

        Assert.Equal([0, 1, 2, 1, 3], FindGroups.Run(vectors, 0.7, null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void No_vectors_make_no_groups() => Assert.Empty(FindGroups.Run(new VectorSet([], 3), 0.7, null, TestContext.Current.CancellationToken));

    [Fact]
    public void A_search_can_be_broken_off()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => FindGroups.Run(Vectors(50, 1), 0.7, null, stopped.Token));
    }

    [Fact]
    public void Progress_grows_to_one()
    {
        var told = new Told();
        FindGroups.Run(Vectors(FindGroups.ExactUpTo + 200, 2), 0.7, told, TestContext.Current.CancellationToken);

        Assert.Equal(told.Shares.Order(), told.Shares);
        Assert.Equal(1, told.Shares[^1], 6);
    }

    [Fact]
    public void Centring_takes_away_what_all_share()
    {
        var vectors = Vectors(200, 4);
        for (var row = 0; row < vectors.Count; row++) vectors[row][0] += 3;

        vectors.Centre();

        for (var row = 0; row < vectors.Count; row++) Assert.Equal(1, TensorPrimitives.Norm<float>(vectors[row]), 4);
        Assert.InRange(Enumerable.Range(0, vectors.Count).Average(row => vectors[row][0]), -0.1, 0.1);
    }

    private const int Topics = 7;

    private static int Topic(int row) => row % Topics;

    /// <summary>Vectors of unit length around a few directions.</summary>
    private static VectorSet Vectors(int count, int seed, double noise = 1.0)
    {
        const int dimensions = 16;
        var random = new Random(seed);
        var centres = Enumerable.Range(0, Topics).Select(_ => Direction()).ToArray();
        var vectors = new VectorSet(new float[count * dimensions], dimensions);
        for (var row = 0; row < count; row++)
        {
            var (centre, own) = (centres[Topic(row)], Direction());
            for (var i = 0; i < dimensions; i++) vectors[row][i] = (float)(centre[i] + (noise * own[i]));
            TensorPrimitives.Divide(vectors[row], TensorPrimitives.Norm<float>(vectors[row]), vectors[row]);
        }
        return vectors;

        double[] Direction()
        {
            var made = Enumerable.Range(0, dimensions).Select(_ => random.NextDouble() - 0.5).ToArray();
            var length = Math.Sqrt(made.Sum(x => x * x));
            return [.. made.Select(x => x / length)];
        }
    }

    /// <summary>Average link as its definition says it: of all pairs of groups the two with the least mean distance are merged, again and again.</summary>
    private static int[] StepByStep(VectorSet vectors, double cut)
    {
        var groups = Enumerable.Range(0, vectors.Count).Select(row => new List<int> { row }).ToList();
        while (groups.Count > 1)
        {
            var best = (Distance: double.MaxValue, A: 0, B: 0);
            for (var a = 0; a < groups.Count; a++)
                for (var b = a + 1; b < groups.Count; b++)
                {
                    var distance = groups[a].SelectMany(x => groups[b].Select(y => 1 - (double)TensorPrimitives.Dot<float>(vectors[x], vectors[y]))).Average();
                    if (distance < best.Distance) best = (distance, a, b);
                }
            if (best.Distance >= cut) break;
            groups[best.A].AddRange(groups[best.B]);
            groups.RemoveAt(best.B);
        }
        var numbers = new int[vectors.Count];
        foreach (var (number, group) in groups.OrderBy(g => g.Min()).Index())
            foreach (var row in group) numbers[row] = number;
        return numbers;
    }

    private sealed class Told : IProgress<double>
    {
        public List<double> Shares { get; } = [];

        public void Report(double value) => Shares.Add(value);
    }
}
