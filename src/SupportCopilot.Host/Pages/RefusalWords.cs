using SupportCopilot.Zendesk.SignIn;

namespace SupportCopilot.Host.Pages;

/// <summary>What an agent reads in the place of the sidebar, in the two languages that the sidebar speaks.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="English">Title and text.</param>
/// <param name="German">Title and text.</param>
internal sealed record RefusalWords(int Status, (string Title, string Text) English, (string Title, string Text) German)
{
    public static RefusalWords ByHand { get; } = new(
        StatusCodes.Status400BadRequest,
        ("Please open it from Zendesk", "SupportCopilot knows who you are only when Zendesk opens it beside a ticket. Open a ticket there and choose SupportCopilot in the apps bar."),
        ("Bitte aus Zendesk öffnen", "SupportCopilot weiß nur dann, wer Sie sind, wenn Zendesk es neben einem Ticket öffnet. Öffnen Sie dort ein Ticket und wählen Sie SupportCopilot in der App-Leiste."));

    private static readonly RefusalWords OpenAgain = new(
        StatusCodes.Status401Unauthorized,
        ("Please open the app again", "Zendesk’s sign-in for this panel is not valid, or no longer. Close the ticket’s tab and open the ticket again. If you read this again, tell whoever looks after SupportCopilot: the health page and the log say why."),
        ("Bitte öffnen Sie die App noch einmal", "Die Anmeldung, die Zendesk für diese Leiste mitgegeben hat, gilt nicht oder nicht mehr. Schließen Sie den Tab des Tickets und öffnen Sie das Ticket wieder. Lesen Sie dies dann noch immer, sagen Sie es denen, die SupportCopilot betreuen: Der Grund steht auf der Zustandsseite und im Protokoll."));

    private static readonly RefusalWords NotAnAgent = new(
        StatusCodes.Status403Forbidden,
        ("This panel is for agents", "Zendesk does not count you among the agents of this desk. If that is wrong, ask your Zendesk admin, then open the app again."),
        ("Diese Leiste ist für Agenten", "Zendesk zählt Sie nicht zu den Agenten dieses Desks. Stimmt das nicht, fragen Sie Ihren Zendesk-Admin und öffnen Sie die App danach noch einmal."));

    private static readonly RefusalWords DeskSilent = new(
        StatusCodes.Status503ServiceUnavailable,
        ("Zendesk did not answer", "SupportCopilot asked Zendesk who you are and got no answer in time. Open the app again in a minute."),
        ("Zendesk hat nicht geantwortet", "SupportCopilot hat Zendesk gefragt, wer Sie sind, und nicht rechtzeitig eine Antwort bekommen. Öffnen Sie die App in einer Minute noch einmal."));

    public static RefusalWords Of(SidebarRefusal refusal) => refusal switch
    {
        SidebarRefusal.NotAnAgent => NotAnAgent,
        SidebarRefusal.DeskSilent => DeskSilent,
        _ => OpenAgain,
    };
}
