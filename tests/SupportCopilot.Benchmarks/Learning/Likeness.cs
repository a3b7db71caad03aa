using System.Diagnostics;
using System.Numerics.Tensors;
using SupportCopilot.Learning.Likeness;

namespace SupportCopilot.Benchmarks.Learning;

/// <summary>Is the nearest of BANKING77's train.csv, by cosine, of the intent of the message in test.csv? LSA trained on train.csv, without labels.</summary>
internal static class Likeness
{
    private const double Floor = 0.764; // measured before this program, LSA of 200 dimensions

    public static Task RunAsync(CancellationToken ct)
    {
        if (!SharedData.TryFind("banking77", out var folder)) return Task.CompletedTask;
        var train = LabelledSet.Banking77(folder, "train.csv");
        var test = LabelledSet.Banking77(folder, "test.csv");
        var clock = Stopwatch.StartNew();
        var model = LsaModel.Train(train.Texts, new LsaOptions(), null, ct);
        var trained = clock.Elapsed.TotalSeconds;
        var known = Embed(model, train.Texts);
        var asked = Embed(model, test.Texts);
        var right = 0;
        Parallel.For(0, asked.Length, i =>
        {
            if (train.Labels[Nearest(known, asked[i])] == test.Labels[i]) Interlocked.Increment(ref right);
        });
        Target.AtLeast($"precision@1, {model.Dimensions} dimensions", (double)right / asked.Length, Floor);
        Console.WriteLine($"trained in {trained:0.0} s");
        return Task.CompletedTask;
    }

    private static float[][] Embed(LsaModel model, string[] texts)
    {
        var embeddings = new float[texts.Length][];
        Parallel.For(0, texts.Length, i => embeddings[i] = model.Embed(texts[i]));
        return embeddings;
    }

    private static int Nearest(float[][] known, float[] asked)
    {
        var best = 0;
        var highest = float.NegativeInfinity;
        for (var i = 0; i < known.Length; i++)
        {
            var cosine = TensorPrimitives.Dot(known[i], asked);
            if (cosine <= highest) continue;
            (best, highest) = (i, cosine);
        }
        return best;
    }
}
