using System.Text.Json.Serialization;
using SupportCopilot.Tickets.Speech;

namespace SupportCopilot.Replies.Cautions;

/// <summary>An internal note that restrains: shown to the agent beside the reply, and no reply that breaks it is suggested. Its words are for agents alone.</summary>
/// <param name="Text">The sentence of the note.</param>
/// <param name="Forbids">What it holds back: date, refund, amount, replacement, cancellation, promise, closing, reply, telling, or other.</param>
/// <param name="At">When the note was written (UTC), where known.</param>
public sealed record Caution(string Text, IReadOnlyList<string> Forbids, DateTime? At)
{
    internal const string Date = "date";
    internal const string Refund = "refund";
    internal const string Amount = "amount";
    internal const string Replacement = "replacement";
    internal const string Cancellation = "cancellation";
    internal const string Promise = "promise";
    internal const string Closing = "closing";
    internal const string Reply = "reply";
    internal const string Telling = "telling";
    internal const string Other = "other";

    private const double EnoughToTell = 0.4;      // of what must not be told
    private const double EnoughToDo = 0.6;        // of what must not be done, its verb among it

    /// <summary>What it is about, where none of the kinds says it.</summary>
    [JsonIgnore]
    internal IReadOnlySet<string> About { get; init; } = new HashSet<string>();

    /// <summary>Whether a text says what it forbids. It rather takes too much for that than too little: silence costs less.</summary>
    internal bool IsBrokenBy(string text) => Forbids.Any(kind => kind switch
    {
        Reply => true,
        Closing => false,
        Telling => About.Count == 0 || Holds(text, EnoughToTell),
        Other => About.Count > 0 && Holds(text, EnoughToDo),
        Promise => Matters.Commitments.Any(matter => Matters.IsSaid(matter, text)),
        _ => Matters.IsSaid(kind, text),
    });

    private bool Holds(string text, double share)
    {
        var said = Terms.Of(text);
        return About.Count(said.Contains) >= share * About.Count;
    }
}
