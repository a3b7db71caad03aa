using SupportCopilot.DemoDesk.People;
using SupportCopilot.DemoDesk.Reading;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>What one ticket is: who has which problem, how it came in, and how they feel. Everything in its thread follows from it.</summary>
internal sealed record Matter(Problem Problem, Requester Requester, Product Product, DateTime Created)
{
    public required Phrases Phrases { get; init; }

    /// <summary>What agents write among themselves, in English whatever the customer's language.</summary>
    public required Phrases Notes { get; init; }

    /// <summary>The problem's words in the customer's language.</summary>
    public required Wording Words { get; init; }

    public required TicketFacts Facts { get; init; }

    public required string Channel { get; init; }

    public required string Mood { get; init; }

    /// <summary>How pressing it really is: low, normal, high or urgent.</summary>
    public required string Severity { get; init; }

    public required Style Style { get; init; }

    /// <summary>Another problem of the same product that is mentioned by the way, or null.</summary>
    public required Problem? Aside { get; init; }

    /// <summary>A phrase of a kind, or nothing where the language has none.</summary>
    public string Phrase(string kind, Dice dice) =>
        (kind.StartsWith("note.", StringComparison.Ordinal) ? Notes : Phrases)[kind] is { Count: > 0 } some ? dice.Pick(some).Say(dice, Facts.Say) : "";

    /// <summary>A phrase of a layer of the problem's own words, or else of the language.</summary>
    public string Layer(string layer, Dice dice)
    {
        if (Words[layer] is { Count: > 0 } some) return dice.Pick(some).Say(dice, Facts.Say);
        return layer is "tried" or "impact" && !Problem.IsRepaired ? "" : Phrase(layer, dice);   // a question about prices is not restarted
    }
}
