using SupportCopilot.Knowledge;
using SupportCopilot.Knowledge.Articles;

namespace SupportCopilot.BrowserTests;

/// <summary>What replies on the desk may be made from.</summary>
internal static class KnownArticles
{
    public const string ChargedTwice = "Why you were charged twice";

    public static IReadOnlyList<IncomingArticle> All { get; } =
    [
        Public("1", ChargedTwice, "A second charge for one order is a double authorisation. The second charge is refunded within three business days. The refund then shows on your card statement after five to ten days."),
        Public("2", "Exporting your data", "You can export all records as CSV under Settings, Export. An export of more than 10,000 rows is sent by e-mail as a zip file."),
        Public("3", "Tracking a parcel", "Every parcel has a tracking number that is sent when it leaves our warehouse. A parcel that does not move for five days is searched for by the carrier."),
        Public("4", "Changing your plan", "You can change your plan at any time under Settings, Plan. A higher plan begins at once, a lower one with the next bill."),
        new("file", "5", "Unlocking a locked account", "After five wrong passwords an account is locked. Agents unlock the account in the console after they have checked the owner's mail address.") { Segment = ArticleSegment.Internal },
        Public("6", "Connecting your calendar", "The calendar connection reads free and busy times only. Reconnect the calendar when events stop appearing."),
    ];

    private static IncomingArticle Public(string id, string title, string body) =>
        new("file", id, title, body) { Url = $"https://help.example.com/{id}" };
}
