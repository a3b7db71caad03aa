using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage.Reading;

namespace SupportCopilot.Triage.Rules;

/// <summary>
/// Judges a ticket by its words alone, before a desk has labels to learn from. RULES.md lists every rule. What a text does
/// not speak of stays open. Costs a few passes over at most <see cref="LongestText"/> characters.
/// </summary>
internal static class TriageRules
{
    // A log pasted into a ticket may have megabytes; what it is about stands at its beginning.
    private const int LongestText = 16_000;

    /// <summary>The id of every rule, as in RULES.md.</summary>
    public static IEnumerable<string> Ids =>
    [
        .. TopicRules.Ids, .. UrgencyRules.Ids, .. SentimentRules.Ids, .. EmotionRules.Ids,
        LanguageGuess.Rule, KeyPhrases.Rule, .. SignalRules.Ids, OrderNumbers.Rule, Amounts.Rule, Dates.Rule,
    ];

    /// <summary>What the words of a ticket say.</summary>
    /// <param name="text">Its words.</param>
    /// <param name="createdAt">When it came in (UTC), for dates without a year.</param>
    /// <param name="givenCategory">The category that the desk gave; the subcategory is then sought within it.</param>
    public static Judgement Judge(TicketText text, DateTime? createdAt, string? givenCategory = null)
    {
        var openingText = Cut(text.AtCreation);
        var wholeText = Cut(text.CustomerWords);
        var opening = WordList.Of(openingText);
        var whole = wholeText == openingText ? opening : WordList.Of(wholeText);
        var subjectWords = openingText.StartsWith(text.Subject, StringComparison.Ordinal) ? opening.Words.TakeWhile(word => word.Start < text.Subject.Length).Count() : 0;

        var (language, languageCode) = LanguageGuess.Judge(whole);
        var signals = SignalRules.Find(wholeText, whole);
        var topics = TopicRules.Read(opening, subjectWords);
        var category = TopicRules.Category(topics);
        var rootCause = TopicRules.RootCause(opening, subjectWords, SignalRules.AsksHow(opening));
        var (urgency, priority, urgencyWords) = UrgencyRules.Judge(whole, isUnderstood: category is not null || rootCause is not null);
        var (score, sentiment) = SentimentRules.Judge(whole);

        return new Judgement
        {
            SentimentScore = score,
            UrgencyWords = urgencyWords,
            KeyPhrases = KeyPhrases.Of(whole, languageCode),
            Signals = signals,
            Entities = new TriageEntities(OrderNumbers.In(wholeText), Amounts.In(wholeText), Dates.In(wholeText, languageCode, createdAt)),
        }.With(
        [
            (TriageField.Category, category),
            (TriageField.Subcategory, TopicRules.Subcategory(topics, givenCategory ?? category?.Value)),
            (TriageField.RootCause, rootCause),
            (TriageField.Priority, priority),
            (TriageField.Urgency, urgency),
            (TriageField.Sentiment, sentiment),
            (TriageField.Emotion, EmotionRules.Judge(whole, score)),
            (TriageField.Language, language),
        ]);
    }

    private static string Cut(string text) => text.Length <= LongestText ? text : text[..LongestText];
}
