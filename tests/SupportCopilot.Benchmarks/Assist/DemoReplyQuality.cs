using System.Globalization;
using SupportCopilot.DemoDesk.Reading;
using SupportCopilot.DemoDesk.Writing;
using SupportCopilot.Tickets;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>
/// How the suggested replies do on fresh tickets of the demo desk: cut to the customer's first message, beside a desk with
/// a history, and beside one without. The problems are split: what fixes numbers is not what is reported. The desk's tickets are made from
/// templates, so its history is nearer to a fresh ticket than a real desk's will be.
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
        var tuning = DemoAnswers.Tuning(material.Problems.Select(problem => problem.Key));
        var (tuned, others) = (material.Problems.Where(p => tuning.Contains(p.Key)).ToList(), material.Problems.Where(p => !tuning.Contains(p.Key)).ToList());
        foreach (var history in (int[])[History, 0])
        {
            Console.WriteLine($"demo desk, {history} tickets of history, fresh tickets cut to their first message");
            await using (var desk = await DeskAsync(material.Articles, history, material, ct))
            {
                await ReportAsync("tuning half", desk, Asks(material, tuned, material.Articles), ct);
                await ReportAsync("reporting half", desk, Asks(material, others, material.Articles), ct);
            }
            await WithoutItsArticlesAsync("tuning half without its articles", tuned, history, material, ct);
            await WithoutItsArticlesAsync("reporting half without its articles", others, history, material, ct);
        }
    }

    /// <summary>Few problems have no article; with theirs taken away, all of a half have none.</summary>
    private static async Task WithoutItsArticlesAsync(string half, IReadOnlyList<Problem> problems, int history, DeskMaterial material, CancellationToken ct)
    {
        var answers = problems.SelectMany(problem => DemoAnswers.To(problem.Key)).ToHashSet();
        var left = material.Articles.Where(page => !answers.Contains(page.Key)).ToList();
        await using var desk = await DeskAsync(left, history, material, ct);
        await ReportAsync(half, desk, Asks(material, problems, left), ct);
    }

    private static async Task<AssistDesk> DeskAsync(IReadOnlyList<HelpPage> pages, int history, DeskMaterial material, CancellationToken ct)
    {
        var desk = await AssistDesk.CreateAsync(ct);
        var generator = new TicketGenerator(material, Now);
        await desk.WriteAsync([.. pages.Select(page => page.ToIncoming())], ct);
        if (history > 0) await desk.WriteAsync([.. Enumerable.Range(1, history).Select(generator.Make)], ct);
        await desk.WriteAsync([.. FreshOnes(material).Select(known => Unanswered(known.Ticket))], ct);
        await desk.TriageAsync(ct);
        await desk.IndexAsync(ct);
        return desk;
    }

    private static IEnumerable<(IncomingTicket Ticket, Problem Problem)> FreshOnes(DeskMaterial material) =>
        Enumerable.Range(History + 1, Fresh).Select(new TicketGenerator(material, Now).MakeKnown);

    private static List<Asked> Asks(DeskMaterial material, IReadOnlyList<Problem> problems, IReadOnlyList<HelpPage> pages)
    {
        var titles = pages.ToDictionary(page => page.Key, page => page.Title);
        return
        [
            .. FreshOnes(material).Where(known => problems.Contains(known.Problem)).Select(known => new Asked(
                known.Ticket.ExternalId, known.Problem.Key, [.. DemoAnswers.To(known.Problem.Key).Where(titles.ContainsKey).Select(key => titles[key])])),
        ];
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
        if (answerable.Count > 0)
        {
            Target.AtLeast("    answered where an article exists", Share(answerable, c => c.Title is not null), 0.60);
            Target.AtLeast("    of these right", Share([.. answerable.Where(c => c.Title is not null)], IsRight), 0.85);
            Target.AtLeast("    right among all answers", Share(answered, IsRight), 0.85);
        }
        Target.AtLeast("    silent where none exists", Share(others, c => c.Title is null), 0.90);
        foreach (var wrong in answered.Where(c => !IsRight(c)).CountBy(c => $"{c.Asked.Problem} → {c.Title}").OrderByDescending(pair => pair.Value).Take(MostShown))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"      wrong {wrong.Value,3}  {wrong.Key}"));
    }

    private const int MostShown = 8;

    private static bool IsRight((Asked Asked, string? Title) cited) => cited.Title is not null && cited.Asked.Right.Contains(cited.Title);

    private static double Share(IReadOnlyCollection<(Asked, string?)> all, Func<(Asked Asked, string? Title), bool> which) =>
        all.Count == 0 ? 0 : (double)all.Count(which) / all.Count;
}
