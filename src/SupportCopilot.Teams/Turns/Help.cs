using System.Text.RegularExpressions;

namespace SupportCopilot.Teams.Turns;

/// <summary>What the bot says where there is no figure to show.</summary>
internal static partial class Help
{
    public const string OnlyFiles = "I cannot read files here. Ask me about tickets in words; files come in by the command import.";

    public const string NoAnalyst = "Figures are shown to people with the role analyst, which you do not have. An admin can give it to you.";

    public const string NoScopeYet =
        "Everybody here reads what I answer, and nobody has said yet what this conversation may see. "
        + "An admin can tell me here: “this channel may see everything”, or “this channel may see group NAME” (also organization NAME, brand NAME; several by comma).";

    /// <summary>Whether somebody greets, or asks what the bot can do, and nothing more.</summary>
    public static bool IsAskedFor(string text) => Asking().IsMatch(text);

    [GeneratedRegex(@"^(?:help(?: me)?|\?|hi|hello|hey|hi there|good (?:morning|afternoon|evening)|start|what can (?:you|i) (?:do|ask)(?: (?:for me|here|you))?|who are you|what are you)[\s!.?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();
}
