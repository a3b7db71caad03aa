using System.Globalization;
using System.Text.Json;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Replies;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>
/// Questions written for this project on the five manuals of eShopSupport, in words other than theirs: is the chunk that
/// answers among the first five passages, does the reply cite it, and is the reply silent on the 500 questions on other products?
/// The manuals come in as their file does, as five articles; a passage or citation counts as the chunk when half of it
/// stands there, or half of the chunk in it.
/// </summary>
internal static class ManualQuestions
{
    private sealed record Asked(string Id, string Text, IReadOnlySet<int> Chunks);

    public static async Task RunAsync(CancellationToken ct)
    {
        if (!SharedData.TryFind("eshopsupport", out var folder)) return;
        var chunks = Chunks(folder);
        var (tuning, reporting) = Halves();
        var others = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "product-questions.json"), ct)).RootElement.EnumerateArray()
            .Select((q, i) => new Asked($"other-{i}", q.GetProperty("Question").GetString()!, new HashSet<int>())).ToList();

        await using var desk = await AssistDesk.CreateAsync(ct);
        await desk.ImportAsync(Path.Combine(folder, "manual-chunks.json"), ct);
        await desk.WriteAsync([.. tuning.Concat(reporting).Concat(others).Select(asked => new IncomingTicket("file", asked.Id)
        {
            Status = TicketStatus.Open, Comments = [new IncomingComment("0", asked.Text)],
        })], ct);
        await desk.IndexAsync(ct);
        var ids = await desk.IdsAsync(ct);

        await ReportAsync("tuning", tuning, false);
        await ReportAsync("reporting", reporting, true);
        var spoken = new List<(Asked, SuggestedReply)>();
        foreach (var other in others)
            if ((await desk.AssistAsync(ids[other.Id], ct)).Reply is { Text: not null } reply) spoken.Add((other, reply));
        Target.AtLeast("silent on the questions on other products", 1 - (double)spoken.Count / others.Count, 0.95);
        foreach (var (asked, reply) in spoken.Take(40)) Console.WriteLine($"    {asked.Text} → {reply.Citations[0].Quote}");

        async Task ReportAsync(string half, IReadOnlyList<Asked> all, bool isTarget)
        {
            var (found, cited, answered, wrong) = (0, 0, 0, new List<string>());
            foreach (var asked in all)
            {
                var five = await desk.PassagesAsync(asked.Text, 5, ct);
                var place = five.ToList().FindIndex(passage => IsOf(passage.Text, asked.Chunks, chunks));
                if (place >= 0) found++;
                var reply = (await desk.AssistAsync(ids[asked.Id], ct)).Reply;
                if (reply.Text is not null) answered++;
                var isRight = reply.Citations.Any(citation => IsOf(citation.Quote, asked.Chunks, chunks));
                if (isRight) cited++;
                if (place < 0 || !isRight) wrong.Add($"    {(place < 0 ? "–" : place + 1)} {(reply.Text is null ? "silent" : isRight ? "" : "wrong")} {asked.Text} [{string.Join(',', asked.Chunks)}] {reply.SilentBecause}{(isRight ? "" : reply.Citations.FirstOrDefault()?.Quote[..Math.Min(90, reply.Citations[0].Quote.Length)].ReplaceLineEndings(" "))}");
            }
            var n = (double)all.Count;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{half}: {all.Count} questions, answered {answered / n:P1}, of these right {cited / Math.Max(1.0, answered):P1}"));
            if (isTarget)
            {
                Target.AtLeast("the chunk among the first five passages", found / n, 0.75);
                Target.AtLeast("answered with it", cited / n, 0.60);
            }
            else
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  among the first five {found / n:P1}, answered with it {cited / n:P1}"));
                foreach (var line in wrong) Console.WriteLine(line);
            }
        }
    }

    private static (List<Asked> Tuning, List<Asked> Reporting) Halves()
    {
        using var stream = typeof(ManualQuestions).Assembly.GetManifestResourceStream("manual-questions.txt")!;
        using var reader = new StreamReader(stream);
        var (tuning, reporting) = (new List<Asked>(), new List<Asked>());
        var target = tuning;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("== reporting", StringComparison.Ordinal)) target = reporting;
            if (line.Length == 0 || line[0] is '#' or '=') continue;
            var parts = line.Split('|', 2);
            target.Add(new Asked($"q{tuning.Count + reporting.Count}", parts[1].Trim(), parts[0].Split(',').Select(chunk => int.Parse(chunk, CultureInfo.InvariantCulture)).ToHashSet()));
        }
        return (tuning, reporting);
    }

    private static Dictionary<int, string> Chunks(string folder) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "manual-chunks.json"))).RootElement.EnumerateArray().ToDictionary(
            chunk => chunk.GetProperty("ChunkId").GetInt32(), chunk => Bare(ArticleText.Read(chunk.GetProperty("Text").GetString()!, ArticleFormat.Text).Body));

    private static bool IsOf(string passage, IReadOnlySet<int> wanted, Dictionary<int, string> chunks)
    {
        var sentences = Sentences.Of(passage).Select(Bare).Where(sentence => sentence.Length > 0).ToList();
        return wanted.Any(id => sentences.Where(chunks[id].Contains).Sum(sentence => sentence.Length) is var shared
            && (shared * 2 >= sentences.Sum(sentence => sentence.Length) || shared * 2 >= chunks[id].Length));
    }

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
