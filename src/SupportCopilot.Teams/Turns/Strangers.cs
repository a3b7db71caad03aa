using SupportCopilot.Teams.Arriving;
using SupportCopilot.Teams.Cards;

namespace SupportCopilot.Teams.Turns;

/// <summary>What people are told whom nobody has given a role.</summary>
internal static class Strangers
{
    public const string Words = "You have no rights here so far. Ask an admin of SupportCopilot to let you in; write to me for how.";

    public static Reply Refusal(Setting setting) =>
        Reply.Showing(GreetingCards.UnknownPerson(setting.Activity.From?.Name, setting.Arrival.Source == Arrival.Entra ? setting.Arrival.PersonId : null));
}
