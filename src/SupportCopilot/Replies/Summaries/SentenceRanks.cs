using SupportCopilot.Replies.Text;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Summaries;

/// <summary>
/// How central each sentence is among the others: continuous LexRank (Erkan and Radev, 2004, JAIR 22), the stationary
/// distribution of a walk over sentences whose steps follow the cosine of their weighted terms.
/// Cost: n² in the sentences, of which at most <see cref="MostSentences"/> are taken.
/// </summary>
internal static class SentenceRanks
{
    public const int MostSentences = 80;

    private const double Damping = 0.15;   // as in the paper: how often the walk jumps anywhere
    private const int Steps = 30;          // converged well before, at these sizes

    /// <returns>One rank for each sentence; 1 is the mean.</returns>
    public static double[] Of(IReadOnlyList<string> sentences, TermWeights weights)
    {
        var n = Math.Min(sentences.Count, MostSentences);
        var vectors = sentences.Take(n).Select(sentence => Vector(sentence, weights)).ToArray();
        var likeness = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
                likeness[i, j] = likeness[j, i] = Cosine(vectors[i], vectors[j]);

        var ranks = new double[sentences.Count];
        Array.Fill(ranks, 1.0, 0, n);
        for (var step = 0; step < Steps; step++) ranks = Walked(ranks, likeness, n);
        return ranks;
    }

    private static double[] Walked(double[] ranks, double[,] likeness, int n)
    {
        var next = new double[ranks.Length];
        for (var i = 0; i < n; i++)
        {
            var all = 0.0;
            for (var j = 0; j < n; j++) all += likeness[i, j];
            for (var j = 0; j < n; j++) next[j] += (1 - Damping) * ranks[i] * (all == 0 ? 1.0 / n : likeness[i, j] / all);
        }
        for (var i = 0; i < n; i++) next[i] += Damping;
        return next;
    }

    private static Dictionary<string, double> Vector(string sentence, TermWeights weights)
    {
        var vector = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in Terms.In(sentence)) vector[term] = vector.GetValueOrDefault(term) + weights[term];
        var length = Math.Sqrt(vector.Values.Sum(value => value * value));
        return length == 0 ? vector : vector.ToDictionary(pair => pair.Key, pair => pair.Value / length);
    }

    private static double Cosine(Dictionary<string, double> a, Dictionary<string, double> b) =>
        a.Sum(pair => pair.Value * b.GetValueOrDefault(pair.Key));
}
