using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Teams.Arriving;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Teams.Turns;

/// <summary>An activity in its surroundings.</summary>
/// <param name="Arrival">What came.</param>
/// <param name="Conversation">Where, as it is kept.</param>
/// <param name="Caller">Who, with the rights of this very moment.</param>
internal sealed record Setting(Arrival Arrival, Conversation Conversation, Caller Caller)
{
    public Activity Activity => Arrival.Activity;

    /// <summary>Where answers go: into the thread that was written in.</summary>
    public Place Place => new(Activity.ServiceUrl!, Activity.Conversation!.Id!, Activity.Recipient?.Id);

    /// <summary>Whether somebody gave this person a role; everybody else is a stranger here.</summary>
    public bool IsKnown => Caller.PersonId != 0 && Caller.Roles != Role.None;
}
