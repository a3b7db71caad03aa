using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.Parsing.Lexicon;

/// <summary>
/// Phrases that differ in a word here and there, written as one: «thanks {a lot|so much|} {in advance|}». There are too many
/// of them to be listed, so they are looked for in the words, as far as a frame goes.
/// </summary>
internal sealed class Frames
{
    private readonly Dictionary<string, List<string[][][]>> _byFirst = [];

    public Frames(IEnumerable<string> frames)
    {
        foreach (var frame in frames)
        {
            var slots = Slots(frame);
            foreach (var first in FirstWords(slots).Distinct())
            {
                if (!_byFirst.TryGetValue(first, out var begun)) _byFirst[first] = begun = [];
                begun.Add(slots);
            }
        }
    }

    /// <summary>Where phrases end that begin at a word: the first words after them.</summary>
    public IReadOnlyCollection<int> EndsFrom(IReadOnlyList<Word> words, int start)
    {
        if (!_byFirst.TryGetValue(words[start].Text, out var begun)) return [];
        var ends = new SortedSet<int>();
        foreach (var slots in begun) Follow(words, start, slots, 0, ends, start);
        return ends;
    }

    private static void Follow(IReadOnlyList<Word> words, int at, string[][][] slots, int slot, SortedSet<int> ends, int start)
    {
        if (slot == slots.Length)
        {
            if (at > start) ends.Add(at);
            return;
        }

        foreach (var choice in slots[slot])
        {
            if (Stands(words, at, choice)) Follow(words, at + choice.Length, slots, slot + 1, ends, start);
            // «sorry to bother you, but»
            else if (at > start && at < words.Count && words[at].Text == "," && Stands(words, at + 1, choice)) Follow(words, at + 1 + choice.Length, slots, slot + 1, ends, start);
        }
    }

    private static bool Stands(IReadOnlyList<Word> words, int at, string[] choice)
    {
        if (at + choice.Length > words.Count) return false;
        for (var i = 0; i < choice.Length; i++)
            if (words[at + i].Text != choice[i]) return false;
        return true;
    }

    /// <summary>Each slot's choices, each as its words; the empty choice has none.</summary>
    private static string[][][] Slots(string frame)
    {
        var slots = new List<string[][]>();
        for (var at = 0; at < frame.Length;)
        {
            var open = frame.IndexOf('{', at);
            var plain = Words(open < 0 ? frame[at..] : frame[at..open]);
            if (plain.Length > 0) slots.Add([plain]);
            if (open < 0) break;
            var close = frame.IndexOf('}', open);
            slots.Add([.. frame[(open + 1)..close].Split('|').Select(Words)]);
            at = close + 1;
        }

        return [.. slots];
    }

    private static IEnumerable<string> FirstWords(string[][][] slots)
    {
        foreach (var slot in slots)
        {
            foreach (var choice in slot)
                if (choice.Length > 0) yield return choice[0];
            if (Array.TrueForAll(slot, choice => choice.Length > 0)) yield break;
        }
    }

    private static string[] Words(string text) => WordReader.Key(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
