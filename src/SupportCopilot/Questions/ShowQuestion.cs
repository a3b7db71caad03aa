using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Questions;

/// <summary>Shows a question that was asked, and the tickets behind its figure, to its asker or an admin.</summary>
public sealed class ShowQuestion(SupportDbContext db, CurrentCaller caller, RunPlan run, ListTickets tickets, TimeProvider clock)
{
    private const string OutOfSight = "What you may see has changed since this was answered. Ask again.";

    /// <summary>The answer as it was given, or how far it is; null for a question that is not there, or is another's.</summary>
    public async Task<Answer?> RunAsync(string id, CancellationToken ct)
    {
        if (await FindAsync(id, ct) is not { } question) return null;
        var answer = KeptAnswer.AnswerOf(question);
        if (answer.Kind is AnswerKind.Working && await db.Investigations.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id, ct) is { } row) return HowFar.Of(answer, row, clock.GetUtcNow().UtcDateTime);
        return KeptAnswer.IsFor(question, answer, caller.Visibility) && await IsQuotedInSightAsync(answer, ct) ? answer : new Answer(id, AnswerKind.Refusal, OutOfSight);
    }

    /// <summary>Customers' words, subjects among them, and what was made of them, are shown to those who may read their tickets now.</summary>
    private async Task<bool> IsQuotedInSightAsync(Answer answer, CancellationToken ct)
    {
        List<long> cited = [.. (answer.Quotes ?? []).Concat((answer.Themes ?? []).SelectMany(theme => theme.Quotes)).Select(quote => quote.TicketId).Concat((answer.Listed ?? []).Select(ticket => ticket.Id)).Distinct()];
        return cited.Count == 0 || await db.Tickets.VisibleTo(caller.Visibility).CountAsync(t => cited.Contains(t.Id), ct) == cited.Count;
    }

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

    /// <summary>The question, where it is the caller's own; any for an admin.</summary>
    internal async Task<AskedQuestion?> FindAsync(string id, CancellationToken ct)
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
