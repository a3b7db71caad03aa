namespace SupportCopilot.DemoDesk.Reading;

/// <summary>An underlying problem that customers tell in ever other words.</summary>
internal sealed record Problem(string Key, string Category, string Subcategory, string RootCause)
{
    /// <summary>The key of the group that works on it.</summary>
    public required string Group { get; init; }

    /// <summary>The keys of the products it happens with.</summary>
    public required IReadOnlyList<string> Products { get; init; }

    /// <summary>How common it is beside the others.</summary>
    public required double Weight { get; init; }

    /// <summary>Days before the desk's last day on which it first appeared; null for what was always there.</summary>
    public int? EmergedDaysAgo { get; init; }

    /// <summary>How much more common it is in a month, January first.</summary>
    public required IReadOnlyList<double> Months { get; init; }

    public required string Priority { get; init; }

    public required string Mood { get; init; }

    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>Its words by language; English is always there.</summary>
    public required IReadOnlyDictionary<string, Wording> Words { get; init; }

    /// <summary>Outages are told by the hour at which they began; that hour must not change within a thread.</summary>
    public bool IsOutage => Subcategory == "outage";

    /// <summary>Praise comes from happy people only.</summary>
    public bool IsPraise => Subcategory == "feedback";

    /// <summary>Whether there is something to repair, so that it can be said to work again.</summary>
    public bool IsRepaired => Category is "technical" or "integration" or "product" || Subcategory is "login" or "password reset" or "single sign-on" or "two-factor";

    /// <summary>Wishes and questions are answered rather than repaired: nobody writes that they still do not work.</summary>
    public bool IsAnswered => Category is "feature" or "general" or "documentation";
}

/// <summary>The words for one problem in one language, layer by layer.</summary>
internal sealed class Wording
{
    private readonly Dictionary<string, List<Template>> _layers = [];

    /// <summary>The layers a problem can have; context, tried, impact and ask can also come from its family.</summary>
    public static readonly string[] Layers = ["subject", "symptom", "context", "tried", "impact", "calm", "ask", "error", "snippet", "probe", "answer", "note", "fix"];

    public IReadOnlyList<Template> this[string layer] => _layers.GetValueOrDefault(layer) ?? [];

    public void Add(string layer, string phrase)
    {
        if (!_layers.TryGetValue(layer, out var phrases)) _layers[layer] = phrases = [];
        phrases.Add(Template.Read(phrase));
    }
}
