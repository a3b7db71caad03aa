using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Clusters.Describing;

/// <summary>
/// What the words of a desk are: in how many texts each stands, and whether it is a word of the language, of the desk, or of
/// somebody's own. A word may be shown to others only if several customers used it; a word that is written with a capital
/// alone, beside another such word, is taken for a name however often it stands there.
/// </summary>
internal sealed class DeskWords
{
    /// <summary>Customers who must have used a word before it is shown to others.</summary>
    public const int LeastCustomers = 3;

    private const int FewestTexts = 200;   // below, shares of texts are chance

    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);               // by stem
    private readonly Dictionary<string, HashSet<long>> _customers = new(StringComparer.Ordinal); // by lower-case word, at most a few
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);                     // words seen in lower case
    private readonly HashSet<string> _official = new(StringComparer.Ordinal);                    // words of articles and products
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);                      // parts of names of people and organizations
    private readonly HashSet<string> _pairs = new(StringComparer.Ordinal);                       // words seen beside another with a capital
    private int _count;

    /// <summary>Takes in what a customer wrote. Cost: linear.</summary>
    /// <param name="customer">Who; a number that no other customer has.</param>
    /// <param name="text">The words.</param>
    /// <param name="counts">Whether it counts for how common words are: one that was taken in before does not count twice.</param>
    public void Customer(long customer, string text, bool counts = true)
    {
        if (counts)
        {
            _count++;
            foreach (var stem in Terms.Of(text)) _texts[stem] = _texts.GetValueOrDefault(stem) + 1;
        }
        foreach (var word in WordsOf(text))
        {
            var lower = word.ToLowerInvariant();
            if (!_customers.TryGetValue(lower, out var known)) _customers[lower] = known = [];
            if (known.Count < LeastCustomers) known.Add(customer);
        }
        Write(text);
    }

    /// <summary>Takes in what the desk wrote: it shows how words are spelled, and nothing about who may read them.</summary>
    public void Agent(string text) => Write(text);

    /// <summary>Takes in an article, a product's name, a brand's: words that everybody may read.</summary>
    public void Official(string text)
    {
        foreach (var word in WordsOf(text)) _official.Add(word.ToLowerInvariant());
    }

    /// <summary>Takes in the name of a person or an organization.</summary>
    public void Person(string? name)
    {
        foreach (var part in WordsOf(name ?? "")) if (part.Length > 1) _people.Add(part.ToLowerInvariant());
    }

    /// <summary>How telling a stem is: 0 in every text, larger the rarer.</summary>
    public double Rarity(string stem)
    {
        var all = Math.Max(_count, FewestTexts);
        return Math.Log((1.0 + all) / (1 + _texts.GetValueOrDefault(stem)));
    }

    /// <summary>Whether a word may be shown to people who have not read the ticket it comes from.</summary>
    /// <param name="word">As it stands there.</param>
    public bool IsEverybodys(string word)
    {
        var lower = word.ToLowerInvariant();
        if (_people.Contains(lower) && !_official.Contains(lower)) return _written.Contains(lower) && UsedBySeveral(lower) && char.IsLower(word[0]);
        if (_official.Contains(lower) || StopWords.Contain(lower)) return true;
        if (!_written.Contains(lower) && _pairs.Contains(lower)) return false;   // «Zebulon Canary»
        return UsedBySeveral(lower);
    }

    /// <summary>Whether a text holds nothing but such words.</summary>
    public bool AreEverybodys(string text) => WordsOf(text).All(IsEverybodys);

    private bool UsedBySeveral(string lower) => _customers.TryGetValue(lower, out var customers) && customers.Count >= LeastCustomers;

    private void Write(string text)
    {
        string? before = null;   // the word before, if it has a capital and does not begin a sentence
        foreach (var (word, beginsSentence) in WithPlaces(text))
        {
            if (char.IsLower(word[0])) _written.Add(word);
            var isCapital = char.IsUpper(word[0]) && !beginsSentence;
            if (isCapital && before is not null)
            {
                _pairs.Add(before.ToLowerInvariant());
                _pairs.Add(word.ToLowerInvariant());
            }
            before = isCapital ? word : null;
        }
    }

    public static IEnumerable<string> WordsOf(string text) => WithPlaces(text).Select(place => place.Word);

    private static IEnumerable<(string Word, bool BeginsSentence)> WithPlaces(string text)
    {
        var begins = true;
        for (var i = 0; i < text.Length;)
        {
            if (!char.IsLetter(text[i]))
            {
                begins |= text[i] is '.' or '!' or '?' or '\n' or ':';
                i++;
                continue;
            }
            var start = i;
            while (i < text.Length && (char.IsLetterOrDigit(text[i]) || (text[i] is '\'' or '’' && i + 1 < text.Length && char.IsLetter(text[i + 1])))) i++;
            yield return (text[start..i], begins);
            begins = false;
        }
    }
}
