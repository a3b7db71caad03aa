using System.Net;
using System.Text.RegularExpressions;
using SupportCopilot.Teams.Protocol;

namespace SupportCopilot.Teams.Turns;

/// <summary>What somebody said to the bot, in words alone.</summary>
internal static partial class MessageText
{
    /// <summary>The words without the bot's own name, which channels put before them; other people's names stay.</summary>
    public static string Of(Activity activity)
    {
        var text = activity.Text ?? "";
        foreach (var mention in activity.Entities?.Where(e => e.Type == "mention" && e.Mentioned?.Id is { } id && id == activity.Recipient?.Id) ?? [])
            if (mention.Text is { Length: > 0 } name) text = text.Replace(name, " ", StringComparison.Ordinal);
        text = Mentions().Replace(text, match => match.Groups[1].Value == activity.Recipient?.Name ? " " : match.Groups[1].Value);
        return Spaces().Replace(WebUtility.HtmlDecode(text), " ").Trim();
    }

    [GeneratedRegex("<at(?: [^>]*)?>([^<]*)</at>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mentions();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
