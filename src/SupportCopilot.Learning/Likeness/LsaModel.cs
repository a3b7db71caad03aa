using System.Numerics.Tensors;
using SupportCopilot.Learning.Numerics;
using SupportCopilot.Learning.Persistence;
using SupportCopilot.Learning.Text;

namespace SupportCopilot.Learning.Likeness;

/// <summary>
/// Latent semantic analysis (Deerwester et al. 1990) by randomized SVD (Halko et al. 2011) over TF-IDF of words, word
/// pairs and character 3–5-grams: texts that say the same in related words get vectors of a small angle.
/// </summary>
/// <remarks>Immutable and safe for any number of threads. Memory: 2 bytes · features · dimensions, 26 MB at the most by default. It holds hashes of n-grams, no text.</remarks>
public sealed class LsaModel
{
    private const string Mark = "SCLS";
    private const int Version = 1;
    private const int DimensionLimit = 1_024;

    private readonly TfidfVectorizer _vectorizer;
    private readonly Half[] _weights; // one row of Dimensions per feature; halves keep three digits, enough for a cosine

    private LsaModel(TfidfVectorizer vectorizer, int dimensions, Half[] weights)
    {
        _vectorizer = vectorizer;
        Dimensions = dimensions;
        _weights = weights;
    }

    /// <summary>Length of every embedding: as asked for, or less where the texts span less; 0 for a model of no texts.</summary>
    public int Dimensions { get; }

    /// <summary>Learns from a desk's own texts.</summary>
    /// <remarks>Cost: linear in the texts; see the benchmark «lsa-build» for seconds and memory.</remarks>
    /// <param name="texts">Any texts; one ticket each, joined by <see cref="TextJoin"/>.</param>
    /// <param name="options">Size and seed.</param>
    /// <param name="progress">Told the share that is done, 0–1.</param>
    /// <param name="ct">Stops the training.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static LsaModel Train(IReadOnlyList<string> texts, LsaOptions options, IProgress<double>? progress, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.Dimensions);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Dimensions, DimensionLimit);
        var parallel = new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = options.MaxThreads };

        var sample = EvenSample(texts, options.MaxTexts);
        var vectorizer = TfidfVectorizer.Learn(sample, new VectorizerOptions(options.MaxFeatures, LsaOptions.MinTexts, LsaOptions.CharacterWeight, LsaOptions.RarityPower), parallel);
        progress?.Report(0.2);
        var matrix = vectorizer.Matrix(sample, parallel);
        progress?.Report(0.3);
        var svd = RandomizedSvd.Compute(matrix, options.Dimensions, options.Seed, progress is null ? null : new Rest(progress, 0.3), parallel);
        return new LsaModel(vectorizer, svd.Values.Length, Weigh(svd));
    }

    /// <returns>A vector of unit length, so that a dot product is a cosine; all zero when nothing in the text is known.</returns>
    public float[] Embed(string text)
    {
        var embedding = new float[Dimensions];
        var row = new float[Dimensions];
        var vector = _vectorizer.Vector(text);
        for (var i = 0; i < vector.Columns.Length; i++)
        {
            TensorPrimitives.ConvertToSingle(_weights.AsSpan(vector.Columns[i] * Dimensions, Dimensions), row);
            TensorPrimitives.MultiplyAdd(row, vector.Values[i], embedding, embedding);
        }
        var length = TensorPrimitives.Norm(embedding);
        if (length > 0) TensorPrimitives.Divide(embedding, length, embedding);
        return embedding;
    }

    /// <summary>Writes the model in a format of its own, with version and checksum.</summary>
    public void Write(Stream to) => ModelFile.Write(to, Mark, Version, writer =>
    {
        _vectorizer.Write(writer);
        writer.Write(Dimensions);
        foreach (var weight in _weights) writer.Write(weight);
    });

    /// <exception cref="InvalidDataException">The stream holds no such model, another version, or a damaged one.</exception>
    public static LsaModel Read(Stream from) => ModelFile.Read(from, Mark, Version, reader =>
    {
        var vectorizer = TfidfVectorizer.Read(reader);
        var dimensions = reader.ReadInt32();
        if (dimensions is < 0 or > DimensionLimit) throw new InvalidDataException($"The model claims {dimensions} dimensions; it is damaged.");
        var weights = new Half[vectorizer.Count * dimensions];
        for (var i = 0; i < weights.Length; i++) weights[i] = reader.ReadHalf();
        return new LsaModel(vectorizer, dimensions, weights);
    });

    private static IReadOnlyList<string> EvenSample(IReadOnlyList<string> texts, int most)
    {
        if (texts.Count <= most) return texts;
        var sample = new string[most];
        for (var i = 0; i < most; i++) sample[i] = texts[(int)((long)i * texts.Count / most)];
        return sample;
    }

    private static Half[] Weigh(SingularVectors svd)
    {
        var dimensions = svd.Values.Length;
        // The largest factor is brought to 1: halves end at 65,504, and lengths are normalised away later.
        var factors = svd.Values.Select(s => (float)Math.Pow(s / svd.Values[0], LsaOptions.SingularPower)).ToArray();
        var weights = new Half[svd.Vectors.Rows * dimensions];
        var row = new float[dimensions];
        for (var feature = 0; feature < svd.Vectors.Rows; feature++)
        {
            TensorPrimitives.Multiply(svd.Vectors.Row(feature), factors, row);
            TensorPrimitives.ConvertToHalf(row, weights.AsSpan(feature * dimensions, dimensions));
        }
        return weights;
    }

    private sealed class Rest(IProgress<double> whole, double done) : IProgress<double>
    {
        public void Report(double value) => whole.Report(done + ((1 - done) * value));
    }
}
