using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access.Languages;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Triage.Reading;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Replies.AutoAnswers;

/// <summary>Writes the internal note that proposes an answer, in the language in which the desk's people write their own notes.</summary>
internal sealed class ProposalNote(SupportDbContext db, CurrentLanguage language, AgentWords say)
{
    private const int Looked = 60;      // of the newest notes
    private const int Least = 5;        // fewer that can be told are chance
    private const double Sure = 0.5;

    public async Task<string> OfAsync(string toCustomer, SuggestedReply reply, CancellationToken ct)
    {
        language.Set([await OfDeskAsync(ct) ?? AgentWords.English]);
        return string.Join("\n\n",
            say[$"SupportCopilot would answer this by itself. (Automatic note; your customer cannot see it.)"],
            toCustomer,
            say[$"From: {string.Join(", ", reply.Citations.Select(citation => citation.Title).Distinct())}"],
            NoteMarker.New());
    }

    private async Task<string?> OfDeskAsync(CancellationToken ct)
    {
        var notes = await db.Comments.AsNoTracking().Where(c => !c.IsPublic && c.AuthorKind == AuthorKind.Agent).OrderByDescending(c => c.Id).Take(Looked).Select(c => c.Body).ToListAsync(ct);
        var languages = notes.Where(body => !NoteMarker.IsOurs(body, isPublic: false)).Select(body => LanguageGuess.Judge(WordList.Of(body)))
            .Where(guess => guess.Judgement?.Confidence >= Sure).Select(guess => guess.Code).OfType<string>().ToList();
        return languages.Count < Least ? null : languages.CountBy(code => code).MaxBy(count => count.Value).Key;
    }
}
