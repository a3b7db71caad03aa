using System.Text.RegularExpressions;
using SupportCopilot.Models.OutputChecks;

namespace SupportCopilot.Triage.Modelled;

/// <summary>
/// Which tickets may be asked about in one question with others: short ones, for there the instructions are most of the
/// price, whose words do not speak to a model or of sorting. What one customer writes is to have no part in what becomes of
/// another; a text that might try goes alone, and so does one in a language in which that cannot be told.
/// </summary>
internal static partial class MayShare
{
    // The instructions with their lists and schema are about 6,000 letters: beyond a quarter of that a ticket of its own costs little more.
    private const int Longest = 1_500;

    private static readonly HashSet<string> Readable = ["en", "de", "fr", "es"];

    public static bool Is(TriageJob job) =>
        job is { HasLostItsModel: false, Judged: { Question: { } question, Verdict: null or { ModelTries: 0 } } judged }   // one that failed may be why others would
        && question.Parts.Ticket.Length <= Longest
        && judged.Embedded[Tickets.TriageField.Language] is { } language && Readable.Contains(language.Value)
        && !IsToAModel(question.Parts.Words);

    /// <summary>Whether two may stand in one question: the same lists for the same server.</summary>
    public static bool Together(TriageJob one, TriageJob other) =>
        one.Judged!.Question is { } first && other.Judged!.Question is { } second && first.Server == second.Server && (one.Place is null) == (other.Place is null) && first.Parts.Lists == second.Parts.Lists && first.Parts.GivenCategory == second.Parts.GivenCategory;

    private static bool IsToAModel(string words)
    {
        var plain = PlainText.Of(words);
        return InstructionLikes.AreIn(plain) || Sorting().IsMatch(plain);
    }

    // Words of sorting, of other tickets, of models and their forms; in the languages above.
    [GeneratedRegex(@"[{}<>`|]|\b(?:tickets?|t\d{1,2}|priorit\w*|urgency|dringlichkeit|urgence|urgencia|categor\w*|kategorie\w*|catégor\w*|categoría\w*|classif\w*|klassifi\w*|clasific\w*|sentiment\w*|stimmung\w*|triag\w*|label\w*|json|schema|prompt\w*|instruct\w*|instrucc\w*|anweisung\w*|consigne\w*|ignor\w*|missachte\w*|disregard\w*|others?|andere[nrs]?|autres?|otros?|model|chatbot|assistant|ki|ai|llm|gpt)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sorting();
}
