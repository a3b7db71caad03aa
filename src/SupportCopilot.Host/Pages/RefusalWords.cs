using SupportCopilot.Zendesk.SignIn;

namespace SupportCopilot.Host.Pages;

/// <summary>What an agent reads in the place of the sidebar, in each language that the sidebar speaks.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ByLanguage">Title and text, by the language's two letters; English is always among them.</param>
internal sealed record RefusalWords(int Status, IReadOnlyDictionary<string, (string Title, string Text)> ByLanguage)
{
    public const string English = "en";

    public static RefusalWords ByHand { get; } = new(StatusCodes.Status400BadRequest, RefusalTexts.ByHand);

    private static readonly RefusalWords OpenAgain = new(StatusCodes.Status401Unauthorized, RefusalTexts.OpenAgain);
    private static readonly RefusalWords NotAnAgent = new(StatusCodes.Status403Forbidden, RefusalTexts.NotAnAgent);
    private static readonly RefusalWords DeskSilent = new(StatusCodes.Status503ServiceUnavailable, RefusalTexts.DeskSilent);

    public static RefusalWords Of(SidebarRefusal refusal) => refusal switch
    {
        SidebarRefusal.NotAnAgent => NotAnAgent,
        SidebarRefusal.DeskSilent => DeskSilent,
        _ => OpenAgain,
    };
}
