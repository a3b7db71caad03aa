using SupportCopilot.Learning.Numerics;

namespace SupportCopilot.Learning.Classification;

/// <summary>
/// Moves each label's threshold, one after the other, to where the macro-F1 of held-out rows is highest (thresholds for
/// F-measures: Yang 2001, «SCut»; here by coordinate ascent, because one label's gain is another's loss), and takes the
/// mean over bootstrap samples of the rows (bagging, Breiman 1996).
/// </summary>
/// <remarks>A plain SVM never names a label that few texts have: it saves more errors than it makes. Cost: bags · rounds · rows · labels, and labels more for each row whose order changes.</remarks>
internal sealed class MacroF1Biases
{
    private const int Rounds = 3;
    private const double Step = 0.05;
    private const int StepsEachWay = 20; // up to 1, half the distance between the two margins
    private const double PriceOfStep = 0.0001; // what a move must gain in macro-F1 for each step, so that chance alone moves little

    private const int Bags = 9; // one tuning alone follows the accidents of a dozen texts; the mean of several does not
    private const int Seed = 1;

    private readonly DenseMatrix _margins;
    private readonly LabelledTexts _labelled;
    private readonly int[] _rows;
    private readonly int[] _judged;
    private readonly int[] _first; // of each row, the label whose margin and bias are highest, and the second
    private readonly int[] _second;
    private readonly double[] _biases;

    private MacroF1Biases(DenseMatrix margins, LabelledTexts labelled, int[] rows)
    {
        (_margins, _labelled, _rows) = (margins, labelled, rows);
        _judged = [.. rows.Select(r => labelled.Ids[r]).Distinct().Order()];
        _first = new int[rows.Length];
        _second = new int[rows.Length];
        _biases = new double[margins.Columns];
        for (var i = 0; i < rows.Length; i++) Rank(i);
    }

    /// <returns>What to add to each label's margin.</returns>
    public static double[] Tune(DenseMatrix margins, LabelledTexts labelled, int[] rows, ParallelOptions parallel)
    {
        var bags = new double[Bags][];
        Parallel.For(0, Bags, parallel, bag =>
        {
            var sample = new Random(Seed + bag).GetItems(rows, rows.Length);
            bags[bag] = new MacroF1Biases(margins, labelled, sample).Tune();
        });
        return [.. Enumerable.Range(0, margins.Columns).Select(label => bags.Average(b => b[label]))];
    }

    private double[] Tune()
    {
        var rareFirst = _judged.OrderBy(l => _labelled.Counts[l]).ToArray();
        for (var round = 0; round < Rounds; round++)
        {
            var moved = false;
            foreach (var label in rareFirst) moved |= Move(label, Best(label));
            if (!moved) break;
        }
        return _biases;
    }

    /// <summary>Sweeps one label's bias upwards; at each step the rows it wins leave their rivals.</summary>
    private double Best(int label)
    {
        var tally = new Tally(_margins.Columns);
        var wonAt = new List<int>[(2 * StepsEachWay) + 1];
        for (var i = 0; i < wonAt.Length; i++) wonAt[i] = [];
        for (var i = 0; i < _rows.Length; i++)
        {
            var rival = Rival(i, label);
            tally.Name(rival, _labelled.Ids[_rows[i]]);
            var gap = (Score(i, rival) - _margins.Row(_rows[i])[label]) / Step;
            if (gap < StepsEachWay) wonAt[Math.Max(0, (int)Math.Floor(gap) + 1 + StepsEachWay)].Add(i);
        }

        var (best, highest) = (0.0, double.NegativeInfinity);
        for (var step = -StepsEachWay; step <= StepsEachWay; step++)
        {
            foreach (var i in wonAt[step + StepsEachWay]) tally.Move(Rival(i, label), label, _labelled.Ids[_rows[i]]);
            var worth = tally.MacroF1(_judged) - (PriceOfStep * Math.Abs(step));
            if (worth <= highest) continue;
            (best, highest) = (step * Step, worth);
        }
        return best;
    }

    private bool Move(int label, double bias)
    {
        if (_biases[label] == bias) return false;
        _biases[label] = bias;
        for (var i = 0; i < _rows.Length; i++)
            if (_first[i] == label || _second[i] == label || Score(i, label) > Score(i, _second[i])) Rank(i);
        return true;
    }

    private void Rank(int i)
    {
        var (first, second) = Score(i, 0) >= Score(i, 1) ? (0, 1) : (1, 0);
        for (var label = 2; label < _margins.Columns; label++)
        {
            if (Score(i, label) > Score(i, first)) (first, second) = (label, first);
            else if (Score(i, label) > Score(i, second)) second = label;
        }
        (_first[i], _second[i]) = (first, second);
    }

    private int Rival(int i, int label) => _first[i] == label ? _second[i] : _first[i];

    private double Score(int i, int label) => _margins.Row(_rows[i])[label] + _biases[label];

    private sealed class Tally(int labels)
    {
        private readonly int[] _right = new int[labels];
        private readonly int[] _named = new int[labels];
        private readonly int[] _true = new int[labels];

        public void Name(int said, int truth)
        {
            _true[truth]++;
            Count(said, truth, 1);
        }

        public void Move(int from, int to, int truth)
        {
            Count(from, truth, -1);
            Count(to, truth, 1);
        }

        public double MacroF1(int[] judged)
        {
            double sum = 0;
            foreach (var label in judged) sum += 2.0 * _right[label] / (_named[label] + _true[label]);
            return sum / judged.Length;
        }

        private void Count(int said, int truth, int by)
        {
            _named[said] += by;
            if (said == truth) _right[said] += by;
        }
    }
}
