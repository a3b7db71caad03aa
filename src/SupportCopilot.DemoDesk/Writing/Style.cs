using SupportCopilot.DemoDesk.People;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>The manner in which a customer writes.</summary>
internal enum Style
{
    Formal,
    Casual,
    Terse,
    Rant,
    Chat,
    Voicemail,
}

internal static class Styles
{
    public static Style Of(string channel, string mood, Requester requester, Dice dice) => channel switch
    {
        "chat" => Style.Chat,
        "phone" => Style.Voicemail,
        _ when mood == "angry" && dice.Chance(0.4) => Style.Rant,
        "api" => Style.Terse,
        _ when dice.Chance(0.16) => Style.Terse,
        _ => requester.Formality + (channel == "email" ? 0.1 : -0.1) > 0.5 ? Style.Formal : Style.Casual,
    };
}
