using System.Globalization;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Questions.Exports;

/// <summary>
/// Hands out the figures of a question, or the tickets behind them, as a file. The plan is run once more, with the rights
/// that the caller has now: what was in sight when it was asked may not be any more. Each export is in the audit.
/// </summary>
public sealed class ExportQuestion(SupportDbContext db, ShowQuestion show, RunPlan run, AuditLog audit, TimeProvider clock)
{
    /// <summary>The most tickets in one file.</summary>
    public const int MostTickets = 50_000;

    private const int PageSize = 200;

    /// <summary>The figures.</summary>
    /// <returns>The file; null for a question that is not there, is another's, or has no figure.</returns>
    /// <exception cref="TimeoutException">It took longer than a question may.</exception>
    public async Task<ExportFile?> AnswerAsync(string id, ExportFormat format, bool withAbout, CancellationToken ct)
    {
        if (await show.FindAsync(id, ct) is not { } question || KeptAnswer.PlanOf(question) is not { } kept) return null;
        if (AsGiven.Of(KeptAnswer.AnswerOf(question)) is { } given)
        {
            // Reasons are made of words, and no plan alone makes them again: they are handed out as they were given, to who may see them still.
            if (await show.RunAsync(id, ct) is not { Kind: AnswerKind.Answer } answer) return null;
            return await FileAsync(question, "answer", format, given with { About = withAbout ? [("Question", question.Text), ("Read as", answer.Interpretation ?? ""), ("Answer", answer.Text)] : [] }, ct);
        }

        var figures = await run.RunAsync(kept.Plan, ct);
        var table = ExportTable.Of(figures, withAbout ? [.. About(question, kept.Plan), .. TotalOf(figures)] : []);
        return await FileAsync(question, "answer", format, table, ct);
    }

    /// <summary>The tickets behind them, newest first, as far as the caller may see them now.</summary>
    /// <inheritdoc cref="AnswerAsync"/>
    public async Task<ExportFile?> TicketsAsync(string id, ExportFormat format, bool withAbout, CancellationToken ct)
    {
        if (await show.FindAsync(id, ct) is not { } question || KeptAnswer.PlanOf(question) is not { } kept) return null;
        var zone = DateTimeZoneProviders.Tzdb[kept.Plan.TimeZone];
        var rows = new List<IReadOnlyList<object?>>();
        string? after = null;
        do
        {
            if (await show.TicketsAsync(id, PageSize, after, ct) is not var (page, next)) return null;
            rows.AddRange(page.Select(ticket => Row(ticket, zone)));
            after = next;
        }
        while (after is not null && rows.Count < MostTickets);

        (string, string)[] cut = after is null ? [] : [("Left out", $"Only the newest {MostTickets.ToString("N0", CultureInfo.InvariantCulture)} tickets are in this file.")];
        return await FileAsync(question, "tickets", format, new ExportTable("Tickets", Columns, rows, withAbout ? [.. About(question, kept.Plan), .. cut] : []), ct);
    }

    private static readonly string[] Columns = ["id", "source", "externalId", "subject", "status", "priority", "category", "assignee", "requester", "createdAt"];

    private static IReadOnlyList<object?> Row(TicketRow ticket, DateTimeZone zone) =>
        [ticket.Id, ticket.Source, ticket.ExternalId, ticket.Subject, ticket.Status, ticket.Priority, ticket.Category, ticket.Assignee, ticket.Requester, Local(ticket.CreatedAt, zone)];

    private static object? Local(DateTime? at, DateTimeZone zone) =>
        at is { } utc ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).InZone(zone).ToDateTimeOffset() : null;

    private IEnumerable<(string, string)> About(AskedQuestion question, Plan plan)
    {
        yield return ("Question", question.Text);
        yield return ("Read as", Interpretation.Of(plan));
        if (plan.Days is { } days) yield return ("Days", days);
        yield return ("Time zone", plan.TimeZone);
        yield return ("As of", clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        foreach (var how in HowComputed.Of(plan)) yield return ("How computed", how);
    }

    private static IEnumerable<(string, string)> TotalOf(PlanRun figures) =>
        figures.Total is { } total && figures.Rows.Count > 1 ? [("Total", total.ToString(CultureInfo.InvariantCulture))] : [];

    private async Task<ExportFile> FileAsync(AskedQuestion question, string what, ExportFormat format, ExportTable table, CancellationToken ct)
    {
        audit.Add("question.exported", $"question/{question.Id}", string.Create(CultureInfo.InvariantCulture, $"{what} as {format.ToString().ToLowerInvariant()}, {table.Rows.Count} rows"));
        await db.SaveChangesAsync(ct);
        var name = $"{what}-{question.Id[..8]}";
        return format is ExportFormat.Csv
            ? new ExportFile($"{name}.csv", "text/csv; charset=utf-8", WriteCsv.Of(table))
            : new ExportFile($"{name}.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", WriteXlsx.Of(table));
    }
}
