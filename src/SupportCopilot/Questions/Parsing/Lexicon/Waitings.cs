namespace SupportCopilot.Questions.Parsing.Lexicon;

/// <summary>Tickets that wait for their customer, in all the ways to say so; the customer must be named, for one may wait for an agent as well.</summary>
internal static class Waitings
{
    private static readonly string[] Said =
    [
        "{in wait|in waiting|waiting|wait|waits|awaiting|await|awaits|on wait|sitting|stuck|hanging|parked|pending} {for|of|on|with|from|at|until|} {a|an|the|some|any|their|} {reply|answer|response|feedback|reaction|input|information|} {of|from|by|} {the|our|a|their|} {customer|client|requester|customers|clients|end user} {to reply|to answer|to respond|to react|to get back|to get back to us|}",
        "{in wait|in waiting|waiting|wait|waits|awaiting|await|awaits|pending} {for|of|on|} {the|our|a|} {customer's|client's|requester's|customers|clients} {reply|answer|response|feedback|reaction|input}",
        "where {we are waiting|we wait|we're waiting} {for|on} {the|our|a|} {customer|client|requester|customers|clients} {to reply|to answer|to respond|}",
    ];

    /// <summary>The ways.</summary>
    public static Frames All { get; } = new(Said);
}
