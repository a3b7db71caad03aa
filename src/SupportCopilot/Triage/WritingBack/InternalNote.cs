using System.Globalization;
using System.Text;
using SupportCopilot.Tickets;

namespace SupportCopilot.Triage.WritingBack;

/// <summary>
/// The internal note beside a triaged ticket: what it is about, how soon, how sure, why, in a few short lines for an agent
/// with no time. It quotes the ticket's own customer and nobody else.
/// </summary>
internal static class InternalNote
{
    private const int MostQuotes = 4;
    private const int LongestQuote = 60;   // characters: enough to find the place in the ticket

    public static string Of(Ticket ticket, Judgement judgement, TriageVerdict? verdict, string? priority)
    {
        var note = new StringBuilder("SupportCopilot read this ticket. (Automatic note; your customer cannot see it.)\n\n");
        var category = ticket.Given.Category ?? ticket.Predicted.Category;
        var about = new[] { category, ticket.Given.Subcategory ?? ticket.Predicted.Subcategory }.Where(value => value is not null);
        note.Append(Line("About", category is null ? "nothing in it says clearly" : string.Join(" – ", about)));
        if ((ticket.Given.RootCause ?? ticket.Predicted.RootCause) is { } cause) note.Append(Line("Cause", cause));
        note.Append(Line("Urgency", With(ticket.Given.Urgency ?? ticket.Predicted.Urgency ?? "nothing in it says", Quotes(judgement.UrgencyWords))));
        if (priority is not null) note.Append(Line("Priority", $"{priority}, set where nobody had set one"));
        if ((ticket.Given.Sentiment ?? ticket.Predicted.Sentiment) is { } sentiment)
            note.Append(Line("Mood", With(sentiment, (ticket.Given.Emotion ?? ticket.Predicted.Emotion) is { } emotion && emotion != sentiment ? emotion : "")));
        note.Append(Line("How sure", HowSure(ticket, judgement, verdict)));
        if (Quotes(WhyOf(judgement)) is { Length: > 0 } why) note.Append(Line("Why", why));
        if (verdict?.WithoutModelBecause is not null) note.Append("The model that is set did not answer; it will be asked again.\n");
        return note.Append("\nWrong? Change the priority or the copilot_ tags here: your word holds, and is learned from.").ToString();
    }

    /// <summary>How likely a field's value is right, 0–1: certain where a person said it, none where nothing is known.</summary>
    public static double ConfidenceOf(Ticket ticket, Judgement judgement, TriageField field)
    {
        if (ticket.Given[field] is not null) return 1;
        return judgement[field] is { } judged && judged.Value == ticket.Predicted[field] ? judged.Confidence : 0;
    }

    private static string HowSure(Ticket ticket, Judgement judgement, TriageVerdict? verdict)
    {
        if (ticket.Given.Category is not null) return "certain of what it is about, because a person said so";
        var confidence = ConfidenceOf(ticket, judgement, TriageField.Category);
        if (confidence <= 0) return "low";
        var way = judgement[TriageField.Category]!.Source switch
        {
            TriageSource.Rules => "by rules",
            TriageSource.Classifier => "by what your own earlier tickets taught",
            _ => verdict?.Model is { } model ? $"by the model {model}" : "by a model",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{ConfidenceLevel.Of(confidence)} ({confidence * 100:0} of 100), {way}");
    }

    private static IEnumerable<string> WhyOf(Judgement judgement) =>
        judgement[TriageField.Category] is { Because.Count: > 0 } category ? category.Because : judgement.KeyPhrases;

    private static string Quotes(IEnumerable<string> words) => string.Join(", ", words
        .Select(word => string.Join(' ', word.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
        .Where(word => word.Length > 0)
        .Distinct(StringComparer.OrdinalIgnoreCase)
        .Take(MostQuotes)
        .Select(word => $"“{(word.Length > LongestQuote ? word[..LongestQuote] + "…" : word)}”"));

    private static string With(string value, string more) => more.Length > 0 ? $"{value} ({more})" : value;

    private static string Line(string name, string value) => $"{name}: {value}\n";
}
