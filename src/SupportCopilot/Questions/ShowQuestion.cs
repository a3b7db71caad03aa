using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Questions;

/// <summary>Shows a question that was asked, and the tickets behind its figure, to its asker or an admin.</summary>
public sealed class ShowQuestion(SupportDbContext db, CurrentCaller caller, RunPlan run, ListTickets tickets)
{
    /// <summary>The answer as it was given; null for a question that is not there, or is another's.</summary>
    public async Task<Answer?> RunAsync(string id, CancellationToken ct) => await FindAsync(id, ct) is { } question ? KeptAnswer.AnswerOf(question) : null;

    /// <summary>A page of the tickets behind the figure, newest first: those that the caller may see now.</summary>
    /// <param name="id">The question.</param>
    /// <param name="limit">At most so many rows, 1–200.</param>
    /// <param name="after">The mark that the page before gave; null for the first page.</param>
    /// <param name="ct">Cancels the query.</param>
    /// <returns>The rows and the mark of the next page; null for a question that is not there, is another's, or has no figure.</returns>
    /// <exception cref="FormatException">The mark is none that a page gave.</exception>
    /// <exception cref="TimeoutException">It took longer than a question may.</exception>
    public async Task<(IReadOnlyList<TicketRow> Rows, string? Next)?> TicketsAsync(string id, int limit, string? after, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } question || KeptAnswer.PlanOf(question) is not { } kept) return null;

        var found = await run.ListAsync(kept.Plan, kept.Only?.ToRestriction(), after is null ? null : Read(after), limit + 1, ct);
        var page = found.Take(limit).ToList();
        var rows = await tickets.OfAsync([.. page.Select(mark => mark.Id)], new TicketFilter(), ct);
        return (rows, found.Count > limit ? Mark(page[^1]) : null);
    }

    private async Task<AskedQuestion?> FindAsync(string id, CancellationToken ct)
    {
        var question = await db.Questions.AsNoTracking().SingleOrDefaultAsync(q => q.Id == id, ct);
        if (question is null || caller.Value is not { } asker) return question;
        return question.PersonId == asker.PersonId && asker.PersonId != 0 || asker.Has(Role.Admin) ? question : null;
    }

    private static string Mark(ListMark last) => string.Create(CultureInfo.InvariantCulture, $"{(last.CreatedAt is { } at ? at.ToString(CultureInfo.InvariantCulture) : "-")}.{last.Id}");

    private static ListMark Read(string after)
    {
        if (after.Split('.') is [var at, var number] && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
        {
            if (at == "-") return new ListMark(null, id);
            if (long.TryParse(at, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var created)) return new ListMark(created, id);
        }

        throw new FormatException("\"after\" is none that a page gave.");
    }
}
