using SupportCopilot.Questions;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>Links to all tickets behind an answer, and to its files.</summary>
internal static class FilesCard
{
    /// <param name="answer">The answer.</param>
    /// <param name="page">The page of its tickets, under which its files are.</param>
    public static AdaptiveCard Of(Answer answer, Uri page) => CardSize.Fit(detail =>
    {
        var title = "Files of your answer";
        IEnumerable<CardElement?> body =
        [
            Words.Opening(title),
            Words.Small(Words.Cut(answer.Interpretation ?? answer.Text, detail.Characters)),
            Words.Note("The links are good for a quarter of an hour and open with your rights: do not pass them on."),
        ];
        List<CardAction> links = answer.Tickets is { Count: > 0 } tickets ? [new OpenUrlAction($"All tickets ({Words.Count(tickets.Count)})", page.AbsoluteUri)] : [];
        links.AddRange([new OpenUrlAction("Figures as CSV", $"{page.AbsoluteUri}/figures?format=csv"), new OpenUrlAction("Figures for Excel", $"{page.AbsoluteUri}/figures?format=xlsx")]);
        if (links.Count > 2) links.Add(new OpenUrlAction("Tickets as CSV", $"{page.AbsoluteUri}/tickets?format=csv"));
        return new AdaptiveCard([.. body.OfType<CardElement>()]) { Actions = links, FallbackText = Words.Summary(title), Speak = Words.Summary(title) };
    });
}
