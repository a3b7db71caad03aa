namespace SupportCopilot.Models.OutputChecks;

/// <summary>The sources of one answer, read once.</summary>
internal sealed class KnownSources
{
    private readonly Dictionary<string, string> _passages;
    private readonly Dictionary<string, HashSet<string>> _stems = new(StringComparer.Ordinal);

    // Only words that are held against the ticket's need them.
    private readonly Lazy<string> _thread;
    private readonly Lazy<HashSet<string>> _threadStems;
    private readonly Lazy<HashSet<string>> _threadNumbers;

    public KnownSources(AnswerSources sources)
    {
        Sources = sources;
        _passages = sources.Passages.ToDictionary(passage => passage.Key, passage => PlainText.Of(passage.Value), StringComparer.Ordinal);
        foreach (var text in _passages.Values.Concat(sources.Allowed.Select(PlainText.Of)))
            foreach (var place in Addresses.In(text)) Allow(text[place]);
        _thread = new(() => InstructionLikes.Without(PlainText.Of(sources.Thread)));
        _threadStems = new(() => Stems.Of(_thread.Value));
        _threadNumbers = new(() => Grounding.NumbersIn(_thread.Value));
    }

    public AnswerSources Sources { get; }

    public HashSet<string> LinksAllowed { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> HostsAllowed { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Mails { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> ThreadStems => _threadStems.Value;

    public HashSet<string> ThreadNumbers => _threadNumbers.Value;

    public IReadOnlyDictionary<string, string> Passages => _passages;

    public HashSet<string> StemsOf(string passage) => _stems.TryGetValue(passage, out var stems) ? stems : _stems[passage] = Stems.Of(_passages[passage]);

    private void Allow(string address)
    {
        if (address.Contains('@', StringComparison.Ordinal) && !address.Contains("://", StringComparison.Ordinal))
        {
            Mails.Add(address);
            return;
        }

        LinksAllowed.Add(LinkText.Normal(address));
        HostsAllowed.Add(LinkText.Host(address));
    }
}
