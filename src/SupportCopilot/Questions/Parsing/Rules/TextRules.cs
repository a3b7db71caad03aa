using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Questions.Parsing.Rules;

/// <summary>What tickets must mention: «mentioning refund», «about the new invoice», «containing "error 42"».</summary>
internal static class TextRules
{
    private const int MostAbout = 3;               // «about» is followed by a subject, not by a sentence
    private const int MostWords = 5;
    private const double EachFurtherWord = 1.3;   // dearer than another part, so that days and filters after the text keep their meaning
    private const double ValuePenalty = 3;        // a value's name means the value
    private const double AboutPenalty = 1.5;      // «about» asks for a category first

    public static void Apply(Chart chart, ValueIndex values)
    {
        for (var start = 0; start < chart.Words.Count; start++)
        {
            foreach (var quoted in chart.Of<QuotedPart>(start)) Add(chart, start, quoted.End, [((QuotedPart)quoted.Part).Text], "text", 2.5);
            if (start + 1 < chart.Words.Count && chart.Words[start].Text is "with" or "having" && HasContent(chart, start + 1) && AfterInSubject(chart, start + 2) is { } whole)
                Add(chart, start, whole, [chart.Words[start + 1].Raw], "subject", 1);   // «with laptop in the subject»
            foreach (var cue in chart.Of<CuePart>(start))
            {
                var kind = ((CuePart)cue.Part).Kind;
                if (kind is CueKind.Mention or CueKind.About or CueKind.InSubject) After(chart, cue, kind, values);
            }
        }
    }

    private static void After(Chart chart, Edge cue, CueKind kind, ValueIndex values)
    {
        var (field, cost) = (kind is CueKind.InSubject ? "subject" : "text", kind is CueKind.About ? 1 + AboutPenalty : 1);
        foreach (var place in chart.Positions(cue.End, FillerKind.Plain, FillerKind.Mark, FillerKind.Is))
        {
            foreach (var quoted in chart.Of<QuotedPart>(place)) AddWithOther(chart, cue.Start, quoted.End, ((QuotedPart)quoted.Part).Text, field, cost);
            for (var words = 1; words <= MostWords && place + words <= chart.Words.Count; words++)
            {
                if (chart.Words[place + words - 1].IsMark && chart.Words[place + words - 1].Text is not ("-" or "_" or "/" or ".")) break;
                if (!HasContent(chart, place) || !HasContent(chart, place + words - 1)) continue;
                if (IsPercent(chart, place + words))   // «containing 100%»
                {
                    AddWithOther(chart, cue.Start, place + words + 1, LexicalRules.RawOf(chart, place, place + words + 1), field, cost + (words - 1) * EachFurtherWord);
                    break;
                }

                var isDoubtful = kind is CueKind.About && (words > MostAbout || Enumerable.Range(place, words).Any(i => SaysMore(chart, i) || IsJoint(chart, i))) || kind is CueKind.InSubject && SaysMore(chart, place);
                if (isDoubtful) continue;
                var end = place + words;
                if (IsNearlyValue(chart, place, end, kind, values)) continue;
                var isValue = kind is CueKind.About && chart.From(place).Any(edge => edge.End == end && edge.Part is ValuesPart);   // «about Atlas», where that is a product
                if (kind is CueKind.Mention && AfterInSubject(chart, end) is { } whole) Add(chart, cue.Start, whole, [LexicalRules.RawOf(chart, place, end)], "subject", cost - 0.2);
                AddWithOther(chart, cue.Start, place + words, words == 1 && kind is CueKind.About ? Singular(chart.Words[place].Raw) : LexicalRules.RawOf(chart, place, place + words), field, cost + (words - 1) * EachFurtherWord + (isValue ? ValuePenalty : 0));
            }
        }
    }

    /// <summary>«about exports» is about an export as well; the singular stands in both.</summary>
    private static string Singular(string raw) => raw.Length > 4 && raw[^1] is 's' && Stems.Of(raw.ToLowerInvariant()) is var stem && raw.StartsWith(stem, StringComparison.OrdinalIgnoreCase) ? raw[..stem.Length] : raw;

    /// <summary>«about Brightmor Till», where a product is a slip of the keys away: to be offered, for a search would find nothing and look like an answer.</summary>
    private static bool IsNearlyValue(Chart chart, int start, int end, CueKind kind, ValueIndex values)
    {
        var isName = char.IsUpper(chart.Words[start].Raw[0]);
        if (kind is not CueKind.About && !isName || chart.From(start).Any(edge => edge.Part is ValuesPart)) return false;
        var key = string.Join(' ', Enumerable.Range(start, end - start).Where(at => !chart.Words[at].IsMark).Select(at => chart.Words[at].Text));
        return key.Length > 4 && values.Near(key, 1) is [var near] && near != Stems.OfPhrase(key) && Stems.OfPhrase(near) != Stems.OfPhrase(key);
    }

    /// <summary>A word that says something: no filler, or nothing would be left of «about the».</summary>
    private static bool HasContent(Chart chart, int at) => !chart.Words[at].IsMark && !chart.From(at).Any(edge => edge.Part is FillerPart or OrPart or NotPart or WithoutPart && edge.End == at + 1);

    /// <summary>«problems with their parcel» stands in no ticket just so.</summary>
    private static bool IsJoint(Chart chart, int at) => chart.From(at).Any(edge => edge.End == at + 1 && edge.Part is FillerPart or CuePart);

    /// <summary>A number, a day or a word of the catalogue: «around 5 pm» is no subject that tickets are about.</summary>
    private static bool SaysMore(Chart chart, int at) =>
        chart.Words[at].IsNumber || chart.From(at).Any(edge => edge.Part is PeriodPart or NumberPart or MeasurePart or AggregatePart or DimensionPart or GrainPart or RankPart or ClockPart);

    private static bool IsPercent(Chart chart, int at) => at < chart.Words.Count && chart.Words[at].Text == "%" && chart.Words[at - 1].Touches(chart.Words[at]) && chart.Words[at - 1].IsNumber;

    /// <summary>The place after «in the subject», where that follows.</summary>
    private static int? AfterInSubject(Chart chart, int at)
    {
        if (at + 1 >= chart.Words.Count || chart.Words[at].Text != "in") return null;
        var noun = chart.Words[at + 1].Text is "the" or "their" ? at + 2 : at + 1;
        if (noun >= chart.Words.Count || chart.Words[noun].Text is not ("subject" or "subjects" or "title" or "titles")) return null;
        return noun + 1 < chart.Words.Count && chart.Words[noun + 1].Text is "line" or "lines" ? noun + 2 : noun + 1;
    }

    private static void AddWithOther(Chart chart, int start, int end, string text, string field, double cost)
    {
        Add(chart, start, end, [text], field, cost);
        foreach (var or in chart.Of<OrPart>(end))
        {
            foreach (var quoted in chart.Of<QuotedPart>(or.End)) Add(chart, start, quoted.End, [text, ((QuotedPart)quoted.Part).Text], field, cost + 0.1);
            if (or.End < chart.Words.Count && HasContent(chart, or.End)) Add(chart, start, or.End + 1, [text, chart.Words[or.End].Raw], field, cost + 0.1);
        }
    }

    private static void Add(Chart chart, int start, int end, string[] texts, string field, double cost) =>
        chart.Add(start, end, new FilterPart(new FilterSet([new PlanFilter(field, "contains", texts)])), cost);
}
