using System.Text.RegularExpressions;
using SupportCopilot.Knowledge;
using SupportCopilot.Models.OutputChecks;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Text;
using SupportCopilot.Triage.Reading;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Evaluations;

/// <summary>What a reply is worth, told from its words, its citations and the articles alone: <see cref="FigureNames"/> says what each figure is.</summary>
internal static partial class RubricOfReplies
{
    private const double SureLanguage = 0.6;

    /// <param name="one">The case.</param>
    /// <param name="reply">The reply, or the silence.</param>
    /// <param name="shown">The articles shown beside it.</param>
    /// <param name="articles">All articles by their numbers.</param>
    /// <param name="tally">Where it is counted.</param>
    public static void Judge(EvaluationCase one, SuggestedReply reply, IReadOnlyList<long> shown, IReadOnlyDictionary<long, Article> articles, Tally tally)
    {
        bool IsRight(long id) => articles.TryGetValue(id, out var article) && one.Articles.Contains(article.ExternalId);
        var isSilent = reply.Text is null;
        var isAnswered = !isSilent && reply.Citations is [{ ArticleId: var first }, ..] && IsRight(first);
        if (one.Articles.Count > 0)
        {
            tally.Count(FigureNames.Found, shown.Concat(reply.Citations.Select(citation => citation.ArticleId)).Any(IsRight));
            tally.Count(FigureNames.Answered, isAnswered);
        }
        else
        {
            tally.Count(FigureNames.Silent, isSilent);
        }

        var isRight = one.Articles.Count > 0 ? isAnswered : isSilent;
        tally.Count(FigureNames.Right, isRight);
        tally.Count(FigureNames.NotWrong, isSilent || reply.Citations.Any(citation => IsRight(citation.ArticleId)));
        if (!isRight) tally.Miss(one, isSilent ? "silent, where an article answers" : $"cites {string.Join(", ", reply.Citations.Select(citation => articles[citation.ArticleId].ExternalId).Distinct())}");
        foreach (var fact in one.Facts) tally.Count(FigureNames.Covered, reply.Text is { } said && Fact.IsIn(fact, said));
        if (reply.Text is { } text) JudgeWords(one, text, reply.Citations, articles, tally);
    }

    private static void JudgeWords(EvaluationCase one, string text, IReadOnlyList<Citation> citations, IReadOnlyDictionary<long, Article> articles, Tally tally)
    {
        foreach (var citation in citations)
            tally.Count(FigureNames.Verified, articles.TryGetValue(citation.ArticleId, out var article) && InOneLine(article.Body).Contains(InOneLine(citation.Quote), StringComparison.Ordinal));

        var words = Marks().Replace(text, "");
        var sources = string.Join('\n', [.. citations.Select(citation => $"{citation.Title}\n{citation.Quote}"), one.Subject ?? "", one.Text ?? "", .. (one.Thread ?? []).Select(message => message.Text)]);
        tally.Count(FigureNames.Clean, CheckAnswer.Piece(words, new(new Dictionary<string, string> { ["all"] = sources }, "")) is null && KeptFacts.In(words).IsSubsetOf(KeptFacts.In(sources)));

        var guess = LanguageGuess.Judge(WordList.Of(words));
        if (one.Language is { } language && guess.Judgement is { Confidence: >= SureLanguage }) tally.Count(FigureNames.Language, guess.Code == language);
    }

    private static string InOneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s?\[\d{1,3}\]")]
    private static partial Regex Marks();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
