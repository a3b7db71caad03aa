using System.Text.RegularExpressions;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Clusters.Describing;

/// <summary>
/// Proposes what solves a cluster's problem, out of what agents wrote to several of its customers: sentences that recur in
/// other words are put together, and the most central one of each group stands for it. A sentence that was written to one
/// customer never gets in, nor does any word, name or number that belongs to one.
/// </summary>
/// <remarks>Cost: the square of the number of sentences, of which a few hundred are looked at.</remarks>
internal static partial class ProposeResolution
{
    private const double SameSentence = 0.5;      // cosine of weighted terms; fixed by eye on the demo desk's replies
    private const double SaysNothingNew = 0.4;    // cosine to a sentence that was taken already
    private const double LeastShare = 0.1;        // of the solved tickets looked at
    private const double LeastOfBest = 0.4;       // of the support of the sentence that recurs most
    private const int MostSentences = 4;
    private const int ShortestSentence = 4;       // words
    private const int LongestSentence = 260;      // characters

    /// <returns>A few sentences; null where nothing recurs.</returns>
    public static string? Of(IReadOnlyList<DescribedTicket> tickets, DeskWords words)
    {
        var said = tickets.Where(ticket => ticket.Reply is not null).SelectMany(SentencesOf).ToList();
        var solved = tickets.Where(ticket => ticket.Reply is not null).Select(ticket => ticket.Customer).Distinct().Count();
        var least = Math.Max(DeskWords.LeastCustomers, LeastShare * solved);
        var enough = Recurring(said, words).Where(group => group.Support >= least).ToList();
        // «I have released it» tells what was done for one; it is proposed only where nothing that helps the next one recurs.
        var helping = enough.Where(group => !IsReport(group.Sentence.Text)).ToList();
        var recurring = (helping.Count > 0 ? helping : enough).OrderByDescending(group => group.Worth).ThenBy(group => group.Sentence.Text, StringComparer.Ordinal).ToList();

        var chosen = new List<RecurringSentence>();
        foreach (var group in recurring)
        {
            if (chosen.Count == MostSentences || group.Worth < LeastOfBest * chosen.Select(first => first.Worth).FirstOrDefault()) break;
            if (chosen.TrueForAll(other => Cosine(group.Sentence, other.Sentence, words) < SaysNothingNew)) chosen.Add(group);
        }
        return chosen.Count == 0 ? null : string.Join('\n', chosen.OrderBy(group => group.Place).Select(group => group.Sentence.Text));
    }

    private static IEnumerable<Said> SentencesOf(DescribedTicket ticket)
    {
        var sentences = Resolution.Core(ticket.Reply!).Split('\n');
        for (var i = 0; i < sentences.Length; i++)
        {
            if (sentences[i].Length > LongestSentence || Particulars.Without(Helping(Apology().Replace(sentences[i], ""))) is not { } text) continue;
            if (DeskWords.WordsOf(text).Count() < ShortestSentence || text.Any(c => c is '"' or '«' or '„' or '“')) continue;   // quotes a customer, or a screen of theirs
            var terms = Terms.Of(text);
            if (terms.Count < 2) continue;
            yield return new Said(Capital(text), terms, ticket.Customer, i / (double)sentences.Length);
        }
    }

    /// <summary>Each sentence that may be shown, with all that say the same.</summary>
    private static IEnumerable<RecurringSentence> Recurring(List<Said> said, DeskWords words)
    {
        var alike = said.Select(one => said.Where(other => Cosine(one, other, words) >= SameSentence).ToList()).ToList();
        for (var i = 0; i < said.Count; i++)
        {
            var support = alike[i].Select(other => other.Customer).Distinct().Count();
            if (support < DeskWords.LeastCustomers || Generalised(said[i], alike[i], support, words) is not { } general) continue;
            var central = alike[i].Average(other => Cosine(said[i], other, words));
            yield return new(general, support, support * central, alike[i].Average(other => other.Place));
        }
    }

    /// <summary>
    /// The sentence without what changes from case to case, such as the model of a phone; null where it cannot do without, or
    /// holds a word that may not be shown. Each word left was said to several customers.
    /// </summary>
    private static Said? Generalised(Said sentence, List<Said> alike, int support, DeskWords words)
    {
        const double common = 0.4;   // of those who say the same: what fewer say in a name's place changes from case to case
        var (text, changing) = (sentence.Text, new List<string>());
        foreach (var (word, stem) in Terms.WordsIn(text).ToList())
        {
            var holders = alike.Where(other => other.Terms.Contains(stem)).Select(other => other.Customer).Distinct().Count();
            var looksLikeName = word.Any(char.IsAsciiDigit) || (char.IsUpper(word[0]) && !text.StartsWith(word, StringComparison.Ordinal));
            if (holders < common * support && looksLikeName) changing.Add(word);
            else if (holders < DeskWords.LeastCustomers) return null;
        }
        foreach (var run in Runs(text, changing))
            if (Particulars.Without(text, run) is { } without) text = without;
            else return null;
        if (!words.AreEverybodys(text)) return null;
        return sentence with { Text = Capital(text), Terms = Terms.Of(text) };
    }

    /// <summary>Words that stand side by side, as one: «Galaxy S22».</summary>
    private static IEnumerable<string> Runs(string text, List<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var run = words[i];
            while (i + 1 < words.Count && text.Contains($"{run} {words[i + 1]}", StringComparison.Ordinal)) run = $"{run} {words[++i]}";
            yield return run;
        }
    }

    /// <summary>Of «I released it; please start again» the part that helps the next one.</summary>
    private static string Helping(string sentence)
    {
        var parts = sentence.Split("; ");
        var helping = parts.SkipWhile(part => IsReport(part)).ToList();
        return helping.Count > 0 && helping.Count < parts.Length && helping[0].StartsWith("please", StringComparison.OrdinalIgnoreCase) ? string.Join("; ", helping) : sentence;
    }

    private static bool IsReport(string text) => Report().IsMatch(text);

    [GeneratedRegex(@"^(?:I|We|Ich|Wir|J'ai|Nous avons|He|Hemos)\b(?!\s+(?:can|recommend|suggest|advise|need|kann|können|empfehle))|\b(?:I|we) (?:have |had )?(?:\w+ed|sent|put|made|found|ran|changed|set)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Report();

    private static double Cosine(Said one, Said other, DeskWords words)
    {
        if (ReferenceEquals(one, other)) return 1;
        var length = Math.Sqrt(one.Length(words) * other.Length(words));
        return length == 0 ? 0 : one.Terms.Where(other.Terms.Contains).Sum(term => Math.Pow(words.Rarity(term), 2)) / length;
    }

    [GeneratedRegex(@"^(?:(?:i am|i'm|we are|we're|so) )?sorry,? (?:but )?|^(?:my |our )?apologies,? (?:but )?|^good news[:,!] |^es tut mir leid, ", RegexOptions.IgnoreCase)]
    private static partial Regex Apology();

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private sealed record Said(string Text, HashSet<string> Terms, long Customer, double Place)
    {
        private double? _length;

        public double Length(DeskWords words) => _length ??= Terms.Sum(term => Math.Pow(words.Rarity(term), 2));
    }

    private sealed record RecurringSentence(Said Sentence, int Support, double Worth, double Place);
}
