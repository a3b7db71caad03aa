namespace SupportCopilot.Replies.Outlook;

/// <summary>
/// Least squares and logistic regression (Cox 1958, by Newton's method) with a ridge, for a dozen inputs.
/// Cost: rows × inputs² a step, at most <see cref="Steps"/> steps.
/// </summary>
internal static class Regression
{
    private const int Steps = 25;
    private const double Ridge = 1;         // against inputs that move together
    private const double Converged = 1e-6;

    /// <returns>The intercept, then a weight for each input.</returns>
    public static double[] Linear(IReadOnlyList<double[]> inputs, IReadOnlyList<double> outcomes) => Solve(inputs, _ => 1, (row, _) => outcomes[row], new double[inputs[0].Length + 1]);

    /// <returns>The intercept, then a weight for each input, on the scale of log-odds.</returns>
    public static double[] Logistic(IReadOnlyList<double[]> inputs, IReadOnlyList<bool> outcomes)
    {
        var weights = new double[inputs[0].Length + 1];
        for (var step = 0; step < Steps; step++)
        {
            var before = weights;
            var chances = inputs.Select(input => Chance(Sum(before, input))).ToArray();
            weights = Solve(inputs, row => Math.Max(1e-6, chances[row] * (1 - chances[row])),
                (row, weight) => Sum(before, inputs[row]) + (((outcomes[row] ? 1 : 0) - chances[row]) / weight), before);
            if (weights.Zip(before).Max(pair => Math.Abs(pair.First - pair.Second)) < Converged) break;
        }
        return weights;
    }

    public static double Sum(double[] weights, double[] input)
    {
        var sum = weights[0];
        for (var i = 0; i < input.Length; i++) sum += weights[i + 1] * input[i];
        return sum;
    }

    public static double Chance(double logOdds) => 1 / (1 + Math.Exp(-logOdds));

    public static double LogOdds(double chance) => Math.Log(Math.Clamp(chance, 1e-4, 1 - 1e-4) / (1 - Math.Clamp(chance, 1e-4, 1 - 1e-4)));

    private static double[] Solve(IReadOnlyList<double[]> inputs, Func<int, double> weightOf, Func<int, double, double> targetOf, double[] like)
    {
        var n = like.Length;
        var (squares, right) = (new double[n, n], new double[n]);
        var row = new double[n];
        row[0] = 1;
        for (var r = 0; r < inputs.Count; r++)
        {
            inputs[r].CopyTo(row, 1);
            var weight = weightOf(r);
            var target = targetOf(r, weight);
            for (var i = 0; i < n; i++)
            {
                right[i] += weight * row[i] * target;
                for (var j = 0; j <= i; j++) squares[i, j] += weight * row[i] * row[j];
            }
        }
        for (var i = 1; i < n; i++) squares[i, i] += Ridge;
        return Cholesky(squares, right);
    }

    /// <summary>Solves a symmetric, positive definite system given by its lower half.</summary>
    private static double[] Cholesky(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < j; k++) a[j, j] -= a[j, k] * a[j, k];
            a[j, j] = Math.Sqrt(Math.Max(a[j, j], 1e-12));
            for (var i = j + 1; i < n; i++)
            {
                for (var k = 0; k < j; k++) a[i, j] -= a[i, k] * a[j, k];
                a[i, j] /= a[j, j];
            }
        }
        var x = (double[])b.Clone();
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) x[i] -= a[i, k] * x[k];
            x[i] /= a[i, i];
        }
        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) x[i] -= a[k, i] * x[k];
            x[i] /= a[i, i];
        }
        return x;
    }
}
