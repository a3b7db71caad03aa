using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Vocabulary;

namespace SupportCopilot.Questions.Parsing.Lexicon;

/// <summary>Words as they are written on a telephone: «hw many opn tkts hav no agent». A desk's own names and words come first.</summary>
internal static class Shorthand
{
    private static readonly Dictionary<string, string> Long = new()
    {
        ["hw"] = "how",
        ["hav"] = "have",
        ["hv"] = "have",
        ["wht"] = "what",
        ["wich"] = "which",
        ["whch"] = "which",
        ["whos"] = "who",
        ["whats"] = "what",
        ["opn"] = "open",
        ["solvd"] = "solved",
        ["slvd"] = "solved",
        ["clsd"] = "closed",
        ["crtd"] = "created",
        ["tkts"] = "tickets",
        ["tks"] = "tickets",
        ["tkt"] = "ticket",
        ["avrg"] = "average",
        ["cnt"] = "count",
        ["wks"] = "weeks",
        ["mths"] = "months",
        ["qtrs"] = "quarters",
        ["thru"] = "through",
        ["bw"] = "between",
        ["btw"] = "between",
        ["btwn"] = "between",
        ["yday"] = "yesterday",
        ["yest"] = "yesterday",
        ["2day"] = "today",
        ["prev"] = "previous",
        ["frm"] = "from",
        ["wk"] = "week",
        ["mth"] = "month",
        ["qtr"] = "quarter",
        ["yr"] = "year",
        ["ppl"] = "people",
        ["cust"] = "customer",
        ["custs"] = "customers",
        ["frst"] = "first",
        ["resp"] = "response",
        ["unassgnd"] = "unassigned",
        ["urgt"] = "urgent",
    };

    /// <summary>The words with what is short for one written out; the same words where none is.</summary>
    public static IReadOnlyList<Word> WrittenOut(IReadOnlyList<Word> words, ValueIndex values, TenantWords own)
    {
        Word[]? written = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Text.Length > 8 || !Long.TryGetValue(words[i].Text, out var whole)) continue;
            if (char.IsUpper(words[i].Raw[^1]) && words[i].Raw.Length > 1 || values.Find(words[i].Text).Count > 0 || own.Find(words[i].Text).Count > 0 || own.FindValues(words[i].Text).Count > 0) continue;
            if (whole is "between" && words[i].Text is "btw" && i == 0) continue;   // «btw, how many …»
            (written ??= [.. words])[i] = words[i] with { Text = whole };
        }

        return written ?? words;
    }
}
