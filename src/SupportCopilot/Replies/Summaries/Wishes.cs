using System.Text.RegularExpressions;
using SupportCopilot.Access.Languages;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Replies.Summaries;

/// <summary>What a customer wants the desk to do, and what the desk said it would do, by their usual words.</summary>
internal static partial class Wishes
{
    private static readonly (Regex Words, Func<AgentWords, string> Step)[] Known =
    [
        (Person(), say => say[$"they want to speak to a manager or a specialist; decide on the escalation"]),
        (RefundOrReplacement(), say => say[$"decide on the refund or replacement they ask for"]),
        (Refund(), say => say[$"decide on the refund they ask for"]),
        (Replacement(), say => say[$"decide on the replacement they ask for"]),
        (Cancellation(), say => say[$"settle the cancellation they ask for"]),
        (Call(), say => say[$"they ask for a call"]),
    ];

    /// <summary>The strongest wish in a text; null where none is plain.</summary>
    public static string? In(string text, AgentWords say) => Known.Where(wish => wish.Words.IsMatch(text)).Select(wish => wish.Step(say)).FirstOrDefault();

    public static bool IsStillWaiting(string text) => Waiting().IsMatch(text);

    /// <summary>The sentence in which the desk promises to come back to it; null where there is none.</summary>
    public static string? PromiseIn(string text) => Sentences.Of(text).FirstOrDefault(sentence => Promise().IsMatch(sentence));

    [GeneratedRegex(@"\b(?:escalate|speak (?:to|with) (?:a|your|the|someone)|talk to (?:a|your) (?:manager|supervisor|human|person)|(?:higher|next) level of support|supervisor|(?:a|your) manager\b|(?:specialist|direct contact) (?:or|at|whom|i can))", RegexOptions.IgnoreCase)]
    private static partial Regex Person();

    [GeneratedRegex(@"\brefund\b.{0,40}\bor\b.{0,30}\b(?:replace\w*|exchange)|\b(?:replace\w*|exchange)\b.{0,40}\bor\b.{0,30}\brefund", RegexOptions.IgnoreCase)]
    private static partial Regex RefundOrReplacement();

    [GeneratedRegex(@"\b(?:want|demand|request|expect|need|like|get|seek\w*|demand\w*|issue|process|give|for|full|my) (?:\w+ ){0,3}(?:refund|money back)|refund (?:me|my|it|this|the)|money back|erstattung|rückerstattung|remboursement|reembolso", RegexOptions.IgnoreCase)]
    private static partial Regex Refund();

    [GeneratedRegex(@"\b(?:want|demand|request|expect|need|like|get|send|ship|arrange) (?:\w+ ){0,4}(?:replacement|new (?:one|unit|device))\b|\breplace (?:it|this|the (?:defective|broken|damaged))|(?:exchange|return) (?:it|this|the)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Replacement();

    [GeneratedRegex(@"\b(?:cancel|terminate) (?:my|our|the|this)|\b(?:want|like|need) (?:\w+ ){0,2}to cancel|kündig(?:en|ung)|stornier\w+", RegexOptions.IgnoreCase)]
    private static partial Regex Cancellation();

    [GeneratedRegex(@"\b(?:call me|give me a call|phone me|callback|call back)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Call();

    [GeneratedRegex(@"\b(?:still (?:no|not|haven'?t|waiting|nothing)|any (?:update|news)|no (?:response|reply|answer)|(?:haven'?t|have not) (?:heard|received)|follow(?:ing)? up|how much longer)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Waiting();

    [GeneratedRegex(@"\b(?:i|we|you)(?:'ll| will) (?:\w+ )?(?:get back|let you know|update you|follow up|keep you|come back|write (?:again|to you|back)|call you|be in touch|hear from|contact you|report back|receive (?:an|a|the|your))", RegexOptions.IgnoreCase)]
    private static partial Regex Promise();
}
