using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>What the bot says about itself, and what it says when it cannot go on.</summary>
internal static class GreetingCards
{
    private const int LongestName = 80;
    private const int LongestMessage = 500;

    /// <summary>The first words in a conversation.</summary>
    public static AdaptiveCard Welcome() => Card(
        "I answer questions about your support tickets, and every figure comes with the tickets behind it.",
        [
            Words.Heading("Hello, I am SupportCopilot"),
            Words.Line("I answer questions about your support tickets with figures that you can check: each says how your question was read, for which days, and which tickets stand behind it. What I do not understand I name; I never guess."),
            Words.Line("Product owners get a card here when alike tickets have a resolution to approve."),
            Words.Label("Ask me, for example"),
            AskButton.Row(FirstQuestions.All, LongestMessage)!,
        ]);

    /// <summary>How to ask.</summary>
    public static AdaptiveCard Help() => Card(
        "How to ask SupportCopilot.",
        [
            Words.Heading("How to ask"),
            Words.Line("Say what to count, of which tickets, and for which days. A follow-up may leave out what stays the same: “and by channel?”"),
            new FactSet(
            [
                new("Figures", "tickets, average, median and p90 of first reply and resolution time, shares"),
                new("By", "category, priority, status, channel, agent, group, organization, tag, product; per day, week or month"),
                new("Only", "with, without, containing, empty: urgent tickets, tickets not from Acme, tickets without a category"),
                new("Days", "yesterday, last week, the last 30 days, March 2026, since 1 May; the answer shows the exact days"),
            ]),
            Words.Label("Try one"),
            AskButton.Row(FirstQuestions.All, LongestMessage)!,
        ]);

    /// <summary>Somebody whom no admin has let in.</summary>
    /// <param name="name">As Teams calls them; null where it does not say.</param>
    /// <param name="objectId">Their id in Entra, which an admin needs; null where Teams sent none.</param>
    public static AdaptiveCard UnknownPerson(string? name, string? objectId)
    {
        IEnumerable<CardElement?> body =
        [
            Words.Heading("I do not know you yet"),
            Words.Exact($"{(name is null ? "You have" : Words.Cut(name, LongestName) + ", you have")} no rights here so far, so I can show you no tickets and no figures. Ask an admin of SupportCopilot to let you in."),
            objectId is null ? null : Words.Note("The admin needs your Entra object id:"),
            objectId is null ? null : Words.Exact(Words.Cut(objectId, LongestName)) with { Spacing = Spacing.None },
        ];
        return Card("You have no rights here so far. Ask an admin of SupportCopilot to let you in.", [.. body.OfType<CardElement>()]);
    }

    /// <summary>Something went wrong on our side, or cannot be done.</summary>
    /// <param name="what">What went wrong and what to do, in words for the one who asked.</param>
    /// <param name="reference">What an operator finds it by in the logs; null where there is nothing to find.</param>
    /// <param name="again">The question to ask again with one press; null where that would not help.</param>
    public static AdaptiveCard Error(string what, string? reference = null, string? again = null)
    {
        var words = Words.Cut(what, LongestMessage);
        IEnumerable<CardElement?> body =
        [
            new Container([Words.Exact(words)]) { Style = ContainerStyle.Attention },
            reference is null ? null : Words.Small("For your operator: " + Words.Cut(reference, LongestName)),
        ];
        return Card(words, [.. body.OfType<CardElement>()]) with { Actions = again is { Length: <= LongestMessage } ? [AskButton.Of("Try again", again, again)] : null };
    }

    private static AdaptiveCard Card(string summary, IReadOnlyList<CardElement> body) =>
        new(body) { FallbackText = Words.Summary(summary), Speak = Words.Summary(summary) };
}
