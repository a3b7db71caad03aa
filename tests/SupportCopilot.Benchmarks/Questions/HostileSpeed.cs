using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Benchmarks.Questions;

/// <summary>
/// Ten thousand texts that are no questions, one after the other over a large desk by HTTP: random and mutated ones, characters of
/// every plane, pieces of statements, attacks on models, a hundred thousand characters. How long each waits, and what the server
/// works for it: on a busy machine the clock tells of the others. QUESTIONS_DESK and QUESTIONS_TICKETS as for <c>questions</c>.
/// </summary>
internal static class HostileSpeed
{
    private const int Texts = 10_000;

    private static readonly string[] Sql =
    [
        "'; DROP TABLE Tickets; --", "tickets'); DELETE FROM Tickets WHERE ('1'='1", "tickets where TenantId = 2 or 1=1", "UNION SELECT Name, Email FROM People", "tickets mentioning \"x' OR '1'='1\"",
        "tickets tagged \"a' UNION SELECT sqlite_version() --\"", "tickets by category; SELECT load_extension('x')", "WAITFOR DELAY '0:0:10'", "@p0; @p1", "tickets with more than 1e999 replies", "%_%[a-z]\\", "\"\"\"\"\"\"",
    ];

    public static async Task RunAsync(CancellationToken ct)
    {
        var kept = Environment.GetEnvironmentVariable("QUESTIONS_DESK");
        var tickets = int.TryParse(Environment.GetEnvironmentVariable("QUESTIONS_TICKETS"), CultureInfo.InvariantCulture, out var asked) ? asked : 1_000_000;
        var folder = kept ?? Directory.CreateTempSubdirectory("supportcopilot-benchmark-").FullName;
        try
        {
            await MillionTickets.FillAsync(folder, tickets, ct);
            SqliteConnection.ClearAllPools();
            await using var server = await QuestionServer.StartAsync(folder, ct);
            await QuestionSpeed.SettleAsync(server, ct);
            await AskAllAsync(server, ct);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            if (kept is null) Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task AskAllAsync(QuestionServer server, CancellationToken ct)
    {
        var (times, kinds, broken) = (new List<(double Ms, double Work, string Text)>(), new Dictionary<string, int>(), new List<string>());
        foreach (var text in All().Take(Texts))
        {
            var before = server.Busy;
            var (ms, status, kind) = await server.TryAskAsync(text, ct);
            times.Add((ms, (server.Busy - before).TotalMilliseconds, text));
            kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
            if (status is not (200 or 400)) broken.Add($"{status}: {Cut(text)}");
        }

        double[] waited = [.. times.Select(t => t.Ms).Order()], worked = [.. times.Select(t => t.Work).Order()];
        Console.WriteLine($"{times.Count:N0} texts: {string.Join(", ", kinds.OrderByDescending(k => k.Value).Select(k => $"{k.Value:N0} {k.Key}"))}; p50 {QuestionSpeed.At(waited, .5):0} ms, p99 {QuestionSpeed.At(waited, .99):0} ms, longest {waited[^1]:0} ms, over a second {waited.Count(ms => ms > 1000)}");
        Console.WriteLine($"  processor time of the server: p50 {QuestionSpeed.At(worked, .5):0} ms, p99 {QuestionSpeed.At(worked, .99):0} ms, most {worked[^1]:0} ms");
        foreach (var (ms, work, text) in times.OrderByDescending(t => t.Work).Take(4).Concat(times.OrderByDescending(t => t.Ms).Take(6)).Distinct()) Console.WriteLine($"  {work:0} ms of work, {ms:0} ms waited: {Cut(text)}");
        foreach (var line in broken.Take(10)) Console.WriteLine($"  {line}");
        Target.AtMost("texts that broke something", broken.Count, 0);
        Target.AtMost("longest wait in ms", waited[^1], 1000);
    }

    private static IEnumerable<string> All()
    {
        var dice = new Random(23);
        var words = QuestionMix.All.SelectMany(question => question.Text.Split(' ')).Concat(["Person", "4711", "Company", "17", "not", "without", "or", "other", "than", "why", "tikets", "urgnt", "last", "99999999", "\"money", "back\""]).ToList();
        var attacks = SharedData.TryFind("prompt-injection/text_attack_train.json", out var file) ? Strings(JsonDocument.Parse(File.ReadAllText(file)).RootElement).Take(1_500).ToList() : [];
        for (var i = 0; ; i++)
        {
            yield return (i % 20) switch
            {
                < 12 => Mutated(words, dice),
                < 15 => "tickets " + string.Concat(Enumerable.Range(0, dice.Next(1, 40)).Select(_ => Letter(i, dice))),
                15 => $"{Sql[dice.Next(Sql.Length)]} {Mutated(words, dice)}",
                16 => string.Concat(Enumerable.Repeat($"{words[dice.Next(words.Count)]} ", 1 + dice.Next(300))),
                17 when i % 200 == 17 => string.Concat(Enumerable.Repeat("tickets by ", 9_100)),
                _ when attacks.Count > 0 => attacks[i % attacks.Count],
                _ => Mutated(words, dice),
            };
        }
    }

    private static string Mutated(List<string> words, Random dice)
    {
        var text = string.Join(dice.Next(8) == 0 ? "" : " ", Enumerable.Range(0, dice.Next(1, 25)).Select(_ => words[dice.Next(words.Count)])).ToCharArray();
        for (var n = dice.Next(5); n > 0; n--) text[dice.Next(text.Length)] = (char)dice.Next(1, 0x3000);
        return new string(text);
    }

    private static string Letter(int i, Random dice)
    {
        var at = i % 17 * 0x10000 + dice.Next(0x10000);
        return at is >= 0xD800 and < 0xE000 ? ((char)at).ToString() : char.ConvertFromUtf32(at);
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };

    private static string Cut(string text) => (text.Length > 90 ? text[..90] + "…" : text).ReplaceLineEndings(" ");
}
