namespace SupportCopilot.Triage.Rules;

/// <summary>Weighs what speaks for each label.</summary>
internal sealed class Evidence
{
    // What stands in the subject line was chosen to say what it is about.
    private const double SubjectFactor = 1.5;

    private readonly Dictionary<string, double> _weights = [];
    private readonly Dictionary<string, List<string>> _words = [];

    /// <summary>The labels something speaks for, strongest first.</summary>
    public IEnumerable<string> Strongest => _weights.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Key);

    /// <summary>Everything that spoke, for whichever label.</summary>
    public double Total => _weights.Values.Sum();

    /// <summary>How much speaks for a label.</summary>
    public double For(string label) => _weights.GetValueOrDefault(label);

    /// <summary>The writer's words that speak for a label, each once.</summary>
    public IReadOnlyList<string> Because(string label) => _words.GetValueOrDefault(label) ?? [];

    /// <summary>Adds a phrase for a label. A phrase that is repeated says nothing new.</summary>
    public void Add(string label, double weight, string because, bool inSubject = false)
    {
        if (!_words.TryGetValue(label, out var said)) _words.Add(label, said = []);
        if (said.Contains(because, StringComparer.OrdinalIgnoreCase)) return;
        said.Add(because);
        _weights[label] = For(label) + (inSubject ? weight * SubjectFactor : weight);
    }

    /// <summary>The share of what speaks for a label, where doubt always speaks a little against it: 0 to below 1.</summary>
    /// <param name="label">The label.</param>
    /// <param name="doubt">How much speaks against it before anything is read, in the unit of the weights.</param>
    public double Confidence(string label, double doubt) => For(label) / (Total + doubt);
}
