using SupportCopilot.Triage.Reading;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Replies.Templates;

/// <summary>Tells the language of a prepared answer, where it is sure: one in another language than the customer's is not proposed.</summary>
internal static class TellLanguage
{
    private const double Sure = 0.6;

    /// <summary>Two letters; null where there is too little to tell.</summary>
    public static string? Of(string text)
    {
        var guess = LanguageGuess.Judge(WordList.Of(text));
        return guess.Judgement?.Confidence >= Sure ? guess.Code : null;
    }
}
