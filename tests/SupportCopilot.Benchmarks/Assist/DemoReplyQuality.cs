using System.Globalization;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Tickets;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>
/// How the suggested replies do on fresh tickets of the demo desk: cut to the customer's first message, beside a desk with
/// a history, and beside one without. The problems are split: what fixes numbers is not what is reported.
/// </summary>
internal static class DemoReplyQuality
{
    private const int History = 5000;
    private const int Fresh = 600;
    private static readonly DateTime Now = new(2026, 3, 2, 12, 0, 0, DateTimeKind.Utc);

    private sealed record Asked(string Id, string Problem, IReadOnlyCollection<string> Right);

    public static async Task RunAsync(CancellationToken ct)
    {
        var material = DeskMaterial.Load();
        await MeasureAsync(material, History, ct);
        await MeasureAsync(material, 0, ct);
    }

    private static async Task MeasureAsync(DeskMaterial material, int history, CancellationToken ct)
    {
        await using var desk = await AssistDesk.CreateAsync(ct);
        var generator = new TicketGenerator(material, Now);
        await desk.WriteAsync([.. material.Articles.Select(page => page.ToIncoming())], ct);
        if (history > 0) await desk.WriteAsync([.. Enumerable.Range(1, history).Select(generator.Make)], ct);
        var fresh = Enumerable.Range(History + 1, Fresh).Select(generator.MakeKnown).ToList();
        await desk.WriteAsync([.. fresh.Select(known => Unanswered(known.Ticket))], ct);
        await desk.TriageAsync(ct);
        await desk.IndexAsync(ct);

        var titles = material.Articles.ToDictionary(page => page.Key, page => page.Title);
        var tuning = DemoAnswers.Tuning(material.Problems.Select(problem => problem.Key));
        var asked = fresh.Select(known => new Asked(known.Ticket.ExternalId, known.Problem.Key, [.. DemoAnswers.To(known.Problem.Key).Select(key => titles[key])])).ToList();
        Console.WriteLine($"demo desk, {history} tickets of history, fresh tickets cut to their first message");
        await ReportAsync("tuning half", desk, [.. asked.Where(a => tuning.Contains(a.Problem))], ct);
        await ReportAsync("reporting half", desk, [.. asked.Where(a => !tuning.Contains(a.Problem))], ct);
    }

    private static IncomingTicket Unanswered(IncomingTicket ticket) => ticket with
    {
        Status = TicketStatus.New,
        Comments = [ticket.Comments![0]],
        Changes = [],
        FirstReplyAt = null,
        SolvedAt = null,
        UpdatedAt = ticket.CreatedAt,
        Reopens = 0,
    };

    private static async Task ReportAsync(string half, AssistDesk desk, IReadOnlyList<Asked> asked, CancellationToken ct)
    {
        var ids = await desk.IdsAsync(ct);
        var cited = new List<(Asked Asked, string? Title)>();
        foreach (var question in asked)
            cited.Add((question, (await desk.AssistAsync(ids[question.Id], ct)).Reply.Citations.FirstOrDefault()?.Title));

        var answerable = cited.Where(c => c.Asked.Right.Count > 0).ToList();
        var answered = cited.Where(c => c.Title is not null).ToList();
        var others = cited.Where(c => c.Asked.Right.Count == 0).ToList();
        Console.WriteLine($"  {half}: {asked.Count} tickets, {answerable.Count} with a right article");
        Target.AtLeast("    answered where an article exists", Share(answerable, c => c.Title is not null), 0.60);
        Target.AtLeast("    answers where an article exists that are right", Share([.. answerable.Where(c => c.Title is not null)], IsRight), 0.85);
        Target.AtLeast("    all answers that are right", Share(answered, IsRight), 0.85);
        Target.AtLeast("    silent where none exists", Share(others, c => c.Title is null), 0.90);
        foreach (var wrong in answered.Where(c => !IsRight(c)).CountBy(c => $"{c.Asked.Problem} → {c.Title}").OrderByDescending(pair => pair.Value).Take(MostShown))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      wrong {wrong.Value,3}  {wrong.Key}"));
    }

    private const int MostShown = 8;

    private static bool IsRight((Asked Asked, string? Title) cited) => cited.Title is not null && cited.Asked.Right.Contains(cited.Title);

    private static double Share(IReadOnlyCollection<(Asked, string?)> all, Func<(Asked Asked, string? Title), bool> which) =>
        all.Count == 0 ? 0 : (double)all.Count(which) / all.Count;
}
