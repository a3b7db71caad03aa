using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// What each given value adds to each label, over what the words say already: a multinomial logistic regression with the
/// words' margins as its offset and a ridge on the weights, fitted by Newton steps on one field after the other.
/// </summary>
/// <remarks>
/// A value that is missing adds nothing, so a ticket that was given less is judged by less and not as something it is not.
/// Every ticket is learned from twice, as it is and with half its values hidden, or the weights would lean on one another.
/// Cost: passes · tickets · fields · labels.
/// </remarks>
internal sealed class GivenWeights
{
    private const double BiasRidge = 0.01;    // next to none: the words' margins were balanced otherwise
    private const double Balance = 0.5;       // rare labels are weighed up by the root of what would make them equal
    private const double LongestStep = 1;
    private const double Settled = 0.01;
    private const int MaxPasses = 40;

    private readonly int _labels;
    private readonly double[] _weights;   // a row of all labels per value, and a last one with the biases

    private GivenWeights(int labels, double[] weights) => (_labels, _weights) = (labels, weights);

    /// <summary>What the labels get of a value.</summary>
    public ReadOnlySpan<double> Of(int value) => _weights.AsSpan(value * _labels, _labels);

    /// <summary>Adds to scores, as log-odds, what some values and the biases say.</summary>
    public void AddTo(Span<double> scores, ReadOnlySpan<int> values)
    {
        Add(scores, Of((_weights.Length / _labels) - 1));
        foreach (var value in values) Add(scores, Of(value));
    }

    /// <param name="offsets">Log-odds by the words, rows × labels.</param>
    /// <param name="values">The numbers of each row's given values; none for any row fits biases alone.</param>
    /// <param name="fieldOf">The field of each value.</param>
    /// <param name="labelled">The labels of all rows.</param>
    /// <param name="rows">The rows to learn from.</param>
    /// <param name="ridge">What a weight costs, above 0: as many tickets that speak against it.</param>
    /// <param name="seed">Fixes what is hidden.</param>
    public static GivenWeights Fit(DenseMatrix offsets, int[][] values, int[] fieldOf, LabelledTexts labelled, int[] rows, double ridge, int seed)
    {
        var fit = new Fitting(offsets, values, fieldOf, labelled, rows, ridge, seed);
        for (var pass = 0; pass < MaxPasses; pass++)
            if (fit.Pass() < Settled) break;
        return new GivenWeights(labelled.Labels.Length, fit.Weights);
    }

    public void Write(BinaryWriter to)
    {
        foreach (var weight in _weights) to.Write(weight);
    }

    public static GivenWeights Read(BinaryReader from, int labels, int values)
    {
        var weights = new double[(values + 1) * labels];
        for (var i = 0; i < weights.Length; i++) weights[i] = from.ReadDouble();
        return new GivenWeights(labels, weights);
    }

    private static void Add(Span<double> to, ReadOnlySpan<double> from)
    {
        for (var i = 0; i < to.Length; i++) to[i] += from[i];
    }

    /// <summary>Weights on their way, and what they make of each row.</summary>
    private sealed class Fitting
    {
        private readonly int _labels, _values;
        private readonly double _ridge;
        private readonly (int Truth, double Weight, int[] Values)[] _copies;   // each row as it is, then with values hidden
        private readonly double[] _scores;
        private readonly (int Copy, int Value)[][] _blocks;   // by field, and the biases last: a copy has one value of a field, seldom more

        public Fitting(DenseMatrix offsets, int[][] values, int[] fieldOf, LabelledTexts labelled, int[] rows, double ridge, int seed)
        {
            (_labels, _values, _ridge) = (offsets.Columns, fieldOf.Length, ridge);
            Weights = new double[(_values + 1) * _labels];
            var random = new Random(seed);
            var counts = rows.CountBy(row => labelled.Ids[row]).ToDictionary();
            var balance = counts.ToDictionary(pair => pair.Key, pair => Math.Pow(rows.Length / (double)pair.Value, Balance));
            var mean = rows.Average(row => balance[labelled.Ids[row]]);
            _copies = [.. rows.SelectMany(row => new[] { values[row], [.. values[row].Where(_ => random.Next(2) == 0)] }
                .Select(kept => (labelled.Ids[row], balance[labelled.Ids[row]] / mean / 2, kept)))];
            _scores = new double[_copies.Length * _labels];
            for (var copy = 0; copy < _copies.Length; copy++)
                for (var label = 0; label < _labels; label++) _scores[(copy * _labels) + label] = offsets.Row(rows[copy / 2])[label];
            var blocks = _copies.SelectMany((copy, i) => copy.Values.Select(value => (Copy: i, Value: value))).ToLookup(entry => fieldOf[entry.Value]);
            _blocks = [.. blocks.OrderBy(block => block.Key).Select(block => block.ToArray()), [.. Enumerable.Range(0, _copies.Length).Select(i => (i, _values))]];
        }

        public double[] Weights { get; }

        /// <returns>The longest step.</returns>
        public double Pass() => _blocks.Max(Move);

        private double Move((int Copy, int Value)[] block)
        {
            var gradient = new double[Weights.Length];
            var curvature = new double[Weights.Length];
            var probabilities = new double[_labels];
            foreach (var (copy, value) in block)
            {
                Softmax(_scores.AsSpan(copy * _labels, _labels), probabilities);
                var (truth, weight, _) = _copies[copy];
                for (var label = 0; label < _labels; label++)
                {
                    var at = (value * _labels) + label;
                    gradient[at] += weight * (probabilities[label] - (label == truth ? 1 : 0));
                    curvature[at] += weight * probabilities[label];   // bounds the Hessian here: diag(p) − ppᵀ ≤ diag(p)
                }
            }

            var longest = 0.0;
            foreach (var value in block.Select(entry => entry.Value).Distinct())
            {
                var ridge = value == _values ? BiasRidge : _ridge;
                for (var at = value * _labels; at < (value + 1) * _labels; at++)
                {
                    var step = Math.Clamp(-(gradient[at] + (ridge * Weights[at])) / (curvature[at] + ridge), -LongestStep, LongestStep);
                    gradient[at] = step;   // from here on the step that is to be taken
                    Weights[at] += step;
                    longest = Math.Max(longest, Math.Abs(step));
                }
            }

            foreach (var (copy, value) in block)
                Add(_scores.AsSpan(copy * _labels, _labels), gradient.AsSpan(value * _labels, _labels));
            return longest;
        }
    }

    /// <summary>Fills <paramref name="into"/> with probabilities; the sum is 1.</summary>
    public static void Softmax(ReadOnlySpan<double> scores, Span<double> into)
    {
        var highest = double.NegativeInfinity;
        foreach (var score in scores) highest = Math.Max(highest, score);
        double sum = 0;
        for (var i = 0; i < scores.Length; i++) sum += into[i] = Math.Exp(scores[i] - highest);
        for (var i = 0; i < scores.Length; i++) into[i] /= sum;
    }
}
