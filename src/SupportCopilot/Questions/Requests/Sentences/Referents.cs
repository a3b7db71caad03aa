using System.Globalization;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Requests.Sentences;

/// <summary>Finds what a stretch of a sentence points to: «it», one of one's reports or alerts by name or number, or else words to be read as a question.</summary>
internal static class Referents
{
    private static readonly string[] Pronouns = ["it", "this", "that", "them", "these", "those", "this one", "that one", "this report", "that report", "the report", "this alert", "that alert", "the alert", "this answer", "that answer", "this question", "the answer", "this figure", "that again", "it again"];
    private static readonly string[] Leading = ["the", "my", "our", "me", "us", "sending", "posting", "of", "about", "for", "called", "named", "telling me about", "alerting me about", "saved", "scheduled"];
    private static readonly string[] Trailing = ["please", "now", "again", "anymore", "any more", "for now", "here", "then", "thanks", "for me", "to me", "to us"];

    public static Referent Of(Tokens words, int start, int end, IReadOnlyList<SavedThing> mine)
    {
        end = WithoutTrailing(words, start, end);
        if (words.Match(start, "me") > 0 || words.Match(start, "us") > 0) start++;
        string? kind = null;
        var from = start;
        while (from < end)
        {
            if (Pronoun(words, from, end) is { } it) return it with { Kind = it.Kind ?? kind };
            if (Named(words, from, end, mine) is { Count: > 0 } named) return new() { Things = [.. named.Where(thing => kind is null || thing.Kind == kind).DefaultIfEmpty(named[0])], Kind = kind, Words = words.Raw(from, end) };
            var next = words.MatchAny(from, Leading) is > 0 and var led ? from + led : from;
            if (words[next] is "report" or "reports" or "alert" or "alerts" or "digest" && next < end)
            {
                kind = words[next].TrimEnd('s');
                next++;
            }

            if (next == from) break;
            from = next;
        }

        // «the refunds report»: the kind may stand behind the name.
        if (end - 1 > start && words[end - 1] is "report" or "alert" && Of(words, start, end - 1, mine) is var bare && (bare.Things.Count > 0 || bare.IsIt)) return bare with { Kind = words[end - 1] };
        // «the backlog alert», «the alert on urgent tickets»: by words of its name, where one alone has them.
        var (said, until) = (kind, end);
        if (said is null && words[end - 1] is "report" or "alert" && end - 1 > start) (said, until, from) = (words[end - 1], end - 1, words.Skip(start, Leading));
        if (said is not null && from < until && WithWords(words, words.Skip(from, "on", "for", "about", "of", "the"), until, said, mine) is { Count: > 0 } close) return new() { Things = close, Kind = said, Words = words.Raw(from, until) };
        return new() { Kind = kind, Words = words.Raw(kind is null ? start : from, end) };
    }

    private static List<SavedThing> WithWords(Tokens words, int from, int end, string kind, IReadOnlyList<SavedThing> mine)
    {
        if (from >= end) return [];
        var wanted = words.Key(from, end).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Stem).ToList();
        return wanted.Count == 0 ? [] : mine.Where(thing => thing.Kind == kind && thing.Owner is null && WordReader.Key(thing.Name).Split(' ').Select(Stem).ToHashSet() is var name && wanted.TrueForAll(name.Contains)).ToList();
    }

    private static string Stem(string word) => word.Length > 3 && word[^1] == 's' ? word[..^1] : word;

    private static Referent? Pronoun(Tokens words, int from, int end)
    {
        foreach (var pronoun in Pronouns)
            if (words.Match(from, pronoun) == end - from) return new() { IsIt = true, Kind = pronoun.EndsWith("report", StringComparison.Ordinal) ? "report" : pronoun.EndsWith("alert", StringComparison.Ordinal) ? "alert" : null, Words = pronoun };
        return null;
    }

    private static List<SavedThing> Named(Tokens words, int from, int end, IReadOnlyList<SavedThing> mine)
    {
        var key = words.Key(from, end);
        if (key.Length == 0) return [];
        if (long.TryParse(key, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && mine.FirstOrDefault(thing => thing.Id == number) is { } numbered) return [numbered];
        var named = mine.Where(thing => WordReader.Key(thing.Name) == key).ToList();
        return named.Any(thing => thing.Owner is null) ? named.FindAll(thing => thing.Owner is null) : named;   // one's own before a colleague's
    }

    private static int WithoutTrailing(Tokens words, int start, int end)
    {
        for (var cut = true; cut;)
        {
            cut = false;
            foreach (var trailing in Trailing)
            {
                var length = trailing.Split(' ').Length;
                if (end - length <= start || words.Match(end - length, trailing) != length) continue;
                (end, cut) = (end - length, true);
            }
        }

        return end;
    }
}
