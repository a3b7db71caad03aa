using SupportCopilot.Tickets.Speech;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Clusters.Describing;

/// <summary>What a cluster is called.</summary>
/// <param name="Name">A customer's subject line that says it best, or the words that set the cluster apart.</param>
/// <param name="Terms">The words that set it apart, by weight.</param>
internal sealed record ClusterName(string Name, IReadOnlyList<string> Terms);

/// <summary>
/// Names a cluster without a model: the terms that set it apart by class-based TF-IDF (Grootendorst 2022), here with the share
/// of its tickets that hold a term in place of the term's count, and the subject line among its tickets that is nearest to
/// them. Nothing that fewer than three customers wrote, and no name, gets into either.
/// </summary>
/// <remarks>Cost: linear in the tickets' words.</remarks>
internal static class NameCluster
{
    private const int TermsKept = 6;
    private const int TermsOfName = 3;
    private const double LeastShare = 0.1;   // of the tickets: a rarer word tells of some of them
    private const int ShortestSubject = 2;   // words
    private const int LongestSubject = 9;
    private const int LongestName = 70;      // characters; what a card shows on one line
    private const double NearEnough = 0.45;  // cosine of a subject and the terms; below, the words themselves say more
    private const double NearEnoughOfSeveral = 0.25; // that several customers chose the same words tells something, too
    private const double ForCustomers = 0.2; // a subject of eight customers counts as much as one that is half as near again

    /// <param name="tickets">The most central tickets.</param>
    /// <param name="words">What the desk's words are.</param>
    public static ClusterName Of(IReadOnlyList<DescribedTicket> tickets, DeskWords words)
    {
        var weights = Weights(tickets, words);
        var shown = weights.OrderByDescending(term => term.Value.Weight).ThenBy(term => term.Key, StringComparer.Ordinal).Take(TermsKept).Select(term => term.Value.Word).ToList();
        var name = BestSubject(tickets, words, weights) ?? string.Join(", ", shown.Take(TermsOfName));
        return new ClusterName(name.Length > 0 ? Capital(name) : "Tickets that are alike", shown);
    }

    /// <summary>The terms of the cluster that may be shown, by stem: how much each sets it apart, and how it is mostly written.</summary>
    private static Dictionary<string, (double Weight, string Word)> Weights(IReadOnlyList<DescribedTicket> tickets, DeskWords words)
    {
        var inSubjects = tickets.SelectMany(ticket => Terms.Of(Particulars.Stripped(SubjectLine.Clean(ticket.Subject)))).CountBy(stem => stem).ToDictionary(StringComparer.Ordinal);
        var holders = new Dictionary<string, HashSet<long>>(StringComparer.Ordinal);
        var spellings = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var ticket in tickets)
        {
            foreach (var stem in Terms.WordsIn(ticket.Words).Where(word => words.IsEverybodys(word.Word) && !word.Word.Any(char.IsAsciiDigit)).Select(word =>
            {
                if (!spellings.TryGetValue(word.Stem, out var known)) spellings[word.Stem] = known = new(StringComparer.Ordinal);
                var lower = word.Word.ToLowerInvariant();
                known[lower] = known.GetValueOrDefault(lower) + 1;
                return word.Stem;
            }).ToHashSet())
            {
                counts[stem] = counts.GetValueOrDefault(stem) + 1;
                if (!holders.TryGetValue(stem, out var customers)) holders[stem] = customers = [];
                customers.Add(ticket.Customer);
            }
        }
        return counts.Where(term => term.Value >= LeastShare * tickets.Count && holders[term.Key].Count >= DeskWords.LeastCustomers).ToDictionary(
            term => term.Key,
            // A word counts as much by the subject lines as by all that was written: there customers name the matter.
            term => ((term.Value + inSubjects.GetValueOrDefault(term.Key)) / (2.0 * tickets.Count) * words.Rarity(term.Key), spellings[term.Key].MaxBy(spelling => spelling.Value).Key));
    }

    /// <summary>The subject line whose words are nearest to the terms; one that several customers chose before one that a single one did. Null where none says it.</summary>
    private static string? BestSubject(IReadOnlyList<DescribedTicket> tickets, DeskWords words, Dictionary<string, (double Weight, string Word)> weights)
    {
        var length = Math.Sqrt(weights.Values.Sum(term => term.Weight * term.Weight));
        var best = (Score: 0.0, Subject: (string?)null);
        foreach (var same in tickets.Select(ticket => (Subject: Tidy(ticket.Subject), Ticket: ticket)).GroupBy(subject => subject.Subject, StringComparer.OrdinalIgnoreCase))
        {
            var customers = same.Select(subject => subject.Ticket.Customer).Distinct().Count();
            // A subject that the message begins with was cut from it by a machine, and often in the middle of a sentence.
            if (!CanBeName(same.Key, words) || (customers < DeskWords.LeastCustomers && same.Any(subject => subject.Ticket.Opening.StartsWith(subject.Subject, StringComparison.OrdinalIgnoreCase)))) continue;
            var stems = Terms.Of(same.Key);
            // Each word of the subject weighs as much as it is rare: one that the cluster does not share makes it a worse name.
            var own = Math.Sqrt(stems.Sum(stem => Math.Pow(weights.TryGetValue(stem, out var term) ? term.Weight : words.Rarity(stem), 2)));
            if (own == 0 || length == 0) continue;
            var cosine = stems.Where(weights.ContainsKey).Sum(stem => weights[stem].Weight * weights[stem].Weight) / (own * length);
            var score = cosine * (1 + (ForCustomers * Math.Log(customers)));
            if (cosine >= (customers >= DeskWords.LeastCustomers ? NearEnoughOfSeveral : NearEnough) && score > best.Score + 1e-9) best = (score, same.Key);
        }
        return best.Subject;
    }

    private static bool CanBeName(string subject, DeskWords words)
    {
        var count = subject.Count(c => c == ' ') + 1;
        var isWhole = subject.Length > 0 && char.IsLetterOrDigit(subject[^1]) && !StopWords.Contain(subject[(subject.LastIndexOf(' ') + 1)..].ToLowerInvariant());
        return isWhole && subject.Count(c => c is '"') % 2 == 0 && count is >= ShortestSubject and <= LongestSubject && subject.Length <= LongestName && !Particulars.Holds(subject) && words.AreEverybodys(subject);
    }

    private static string Tidy(string subject)
    {
        var tidy = Sentences.Of(SubjectLine.Clean(subject)) is [var first, ..] ? Particulars.Without(first.TrimEnd('.', '!', '?', '…', ' ')) ?? "" : "";
        tidy = tidy.Trim(' ', '.', '!', '?', '-', '–', ':', ',', '"', '\'');
        return tidy.Any(char.IsLower) ? tidy : tidy.ToLowerInvariant();
    }

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}

/// <summary>A ticket as it is looked at to describe its cluster.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Customer">Who asked; a number that no other customer has.</param>
/// <param name="Subject">The subject line.</param>
/// <param name="Opening">The customer's first message, cleaned.</param>
internal sealed record DescribedTicket(long Id, long Customer, string Subject, string Opening)
{
    /// <summary>Subject and first message, without addresses and numbers of one's own.</summary>
    public string Words { get; } = Particulars.Stripped($"{SubjectLine.Clean(Subject)}\n{Opening}");

    /// <summary>What the desk last said that solved it; null where it is not solved or nothing of substance was said.</summary>
    public string? Reply { get; init; }
}
