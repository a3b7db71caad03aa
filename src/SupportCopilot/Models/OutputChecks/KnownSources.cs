using SupportCopilot.Models.Redaction.Finding;

namespace SupportCopilot.Models.OutputChecks;

/// <summary>The sources of one answer, read once.</summary>
internal sealed class KnownSources
{
    private readonly Dictionary<string, string> _passages;
    private readonly Dictionary<string, HashSet<string>> _stems = new(StringComparer.Ordinal);

    public KnownSources(AnswerSources sources)
    {
        Sources = sources;
        _passages = sources.Passages.ToDictionary(passage => passage.Key, passage => PlainText.Of(passage.Value), StringComparer.Ordinal);
        foreach (var text in _passages.Values.Concat(sources.Allowed.Select(PlainText.Of)))
        {
            foreach (var link in Links.In(text)) AddLink(text[link]);
            for (var at = text.IndexOf('@'); at >= 0; at = text.IndexOf('@', at + 1))
                if (MailAddresses.Around(text, at) is { } mail) Mails.Add(text[mail.Start..mail.End]);
        }
        ThreadStems = Stems.Of(InstructionLikes.Without(PlainText.Of(sources.Thread)));
        ThreadNumbers = Grounding.NumbersIn(InstructionLikes.Without(PlainText.Of(sources.Thread)));
    }

    public AnswerSources Sources { get; }

    public HashSet<string> LinksAllowed { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> HostsAllowed { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Mails { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> ThreadStems { get; }

    public HashSet<string> ThreadNumbers { get; }

    public IReadOnlyDictionary<string, string> Passages => _passages;

    public HashSet<string> StemsOf(string passage) => _stems.TryGetValue(passage, out var stems) ? stems : _stems[passage] = Stems.Of(_passages[passage]);

    private void AddLink(string link)
    {
        LinksAllowed.Add(LinkText.Normal(link));
        HostsAllowed.Add(LinkText.Host(link));
    }
}
