using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Exports;
using SupportCopilot.Teams.Cards;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Turns;

/// <summary>Gives the one who asked a link to all tickets behind an answer and to its files. It opens with their own rights, so it is given to them alone.</summary>
internal sealed class ShowFiles(ShowQuestion show, IAnswerPasses passes, CurrentCaller caller)
{
    private const string NotYours = "These files are for the one who asked. Ask the question yourself to have yours.";
    private const string NotHere = "A link to files opens with your own rights, so I give it in our own chat only. Ask me there.";
    private const string NoAddress = "Nobody has told me how this server is reached (PublicUrl), so I can give no link. Over HTTP: {0}/export?format=csv.";

    /// <returns>What to show; null where the button is about something else.</returns>
    public async Task<Acted?> RunAsync(Conversation conversation, ActionData pressed, CancellationToken ct)
    {
        if (pressed.Verb != CardVerb.Files || pressed.Question is not { Length: > 0 and <= 32 } id) return null;
        if (caller.Value?.Has(Role.Analyst) is not true) return new(Help.NoAnalyst, null);
        if (conversation.Kind is not ConversationKind.Personal) return new(NotHere, null);
        if (await show.RunAsync(id, ct) is not { Kind: AnswerKind.Answer } answer) return new(NotYours, null);
        return passes.PageOf(id) is { } page
            ? new("", FilesCard.Of(answer, page)) { IsNew = true }
            : new(string.Format(System.Globalization.CultureInfo.InvariantCulture, NoAddress, $"/api/questions/{id}"), null);
    }
}
