using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;

namespace SupportCopilot.Tests.Questions;

/// <summary>The reader of questions against what is no question: it gives readings, words that it could not place, or a reason, and soon.</summary>
public sealed class HostileParsing(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly PlanContext Context = new(new DateContext(Instant.FromDateTimeUtc(QuestionDesk.AsOf), DateTimeZoneProviders.Tzdb[QuestionDesk.Zone]), true);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private static readonly string[] Languages =
    [
        "Wie viele Tickets hatten wir letzte Woche?", "Combien de tickets avons-nous reçus la semaine dernière ?", "¿Cuántos tickets abiertos hay por agente?", "Quanti ticket urgenti ieri?", "Hoeveel tickets vorige maand per kanaal?",
        "сколько заявок было на прошлой неделе", "先週のチケット数", "지난주 티켓 수", "上周有多少工单", "كم عدد التذاكر الأسبوع الماضي", "כמה כרטיסים השבוע", "पिछले सप्ताह कितने टिकट", "İstanbul'dan gelen biletler", "biletów w zeszłym tygodniu",
        "\u202Etickets last week\u202C", "t\u0336i\u0336c\u0336k\u0336e\u0336t\u0336s", "𝓽𝓲𝓬𝓴𝓮𝓽𝓼 last week", "ｔｉｃｋｅｔｓ", "tıckets", "🎫 by 📅", "👨‍👩‍👧‍👦👨‍👩‍👧‍👦 tickets",
    ];

    private static readonly string[] Sql =
    [
        "'; DROP TABLE Tickets; --", "tickets'); DELETE FROM Tickets WHERE ('1'='1", "tickets where TenantId = 2 or 1=1", "UNION SELECT Name, Email FROM People", "tickets mentioning \"x' OR '1'='1\"", "1; ATTACH DATABASE '/etc/passwd' AS x",
        "tickets tagged \"a' UNION SELECT sqlite_version() --\"", "tickets by category; SELECT load_extension('x')", "EXEC xp_cmdshell 'dir'", "tickets mentioning \"\\%\\_[a-z]\"", "tickets /* by */ category -- last week", "WAITFOR DELAY '0:0:10'", "@p0; @p1", "tickets with more than 1e999 replies",
    ];

    [Fact]
    public async Task Reads_ten_thousand_random_and_mutated_questions_without_breaking() =>
        await ReadAllAsync(Mutated(8_000, new Random(23)).Concat(Planes(2_000, new Random(29))));

    [Fact]
    public Task Reads_other_languages_scripts_and_statements_without_breaking() => ReadAllAsync(Languages.Concat(Sql));

    [Fact]
    public Task Reads_attacks_on_models_without_breaking()
    {
        using var attacks = JsonDocument.Parse(File.ReadAllText(SharedData.File("prompt-injection/text_attack_train.json")));
        return ReadAllAsync([.. Strings(attacks.RootElement).Where(text => text.Length <= SupportCopilot.Questions.Ask.MostCharacters).Take(3_000)]);
    }

    [Theory]
    [InlineData("tickets ")]
    [InlineData("by ")]
    [InlineData("not ")]
    [InlineData("and ")]
    [InlineData("9")]
    [InlineData("\"")]
    [InlineData("last ")]
    [InlineData("urgent billing tickets from Contoso last week by agent and ")]
    public Task Reads_the_longest_question_within_a_second(string again) => ReadAllAsync([string.Concat(Enumerable.Repeat(again, SupportCopilot.Questions.Ask.MostCharacters / again.Length))]);

    [Fact]
    public void Refuses_words_that_mean_more_than_is_looked_at_instead_of_answering_a_part_of_them()
    {
        var (words, values) = (WordReader.Read("tickets last week by category"), new ValueIndex([]));

        Assert.NotEmpty(ReadQuestion.Of(words, values, Context, []).Readings);
        var read = ReadQuestion.Of(words, values, Context, [.. Enumerable.Range(0, 7_000).Select(i => new Edge(0, 1, new UnplacedPart($"{i}"), 1))]);
        Assert.Empty(read.Readings);
        Assert.Contains("too much for one question", read.Problem);
    }

    private async Task ReadAllAsync(IEnumerable<string> texts)
    {
        var (values, _) = await desk.InsideAsync(services => services.GetRequiredService<ValuesInSight>().ForAsync([], atOnce: false, CancellationToken.None));
        ReadQuestion.Of("tickets last week by category", values, Context);
        foreach (var text in texts)
        {
            var (read, took) = Read(text, values);
            for (var again = 0; took >= Longest && again < 3; again++) (read, took) = Read(text, values);   // a busy machine may have kept it waiting
            Assert.True(read.Readings.Count > 0 || read.Unplaced.Count > 0 || read.Problem is not null, text);
            Assert.All(read.Readings, reading => Assert.Null(CheckPlan.ProblemOf(reading.Plan)));
            Assert.True(took < Longest, $"{text[..Math.Min(text.Length, 200)]} took {took}");
        }
    }

    private static (ReadResult Read, TimeSpan Took) Read(string text, ValueIndex values)
    {
        var started = Stopwatch.GetTimestamp();
        return (ReadQuestion.Of(text, values, Context), Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Words of real questions in any order, cut, doubled, swapped, and with letters knocked out.</summary>
    private static IEnumerable<string> Mutated(int count, Random dice)
    {
        var words = AnsweredQuestions.Questions.SelectMany(row => row.Data.Split(' ')).ToList();
        for (var i = 0; i < count; i++)
        {
            var text = string.Join(dice.Next(8) == 0 ? "" : " ", Enumerable.Range(0, dice.Next(1, 20)).Select(_ => words[dice.Next(words.Count)])).ToCharArray();
            for (var n = dice.Next(5); n > 0; n--) text[dice.Next(text.Length)] = (char)dice.Next(1, 0x3000);
            yield return new string(text);
        }
    }

    /// <summary>Characters of every plane, halves of pairs among them.</summary>
    private static IEnumerable<string> Planes(int count, Random dice)
    {
        for (var i = 0; i < count; i++)
            yield return "tickets " + string.Concat(Enumerable.Range(0, dice.Next(1, 40)).Select(_ => dice.Next(10) == 0 ? ((char)dice.Next(0xD800, 0xE000)).ToString() : char.ConvertFromUtf32(Plane(i, dice))));
    }

    private static int Plane(int i, Random dice)
    {
        var at = i % 17 * 0x10000 + dice.Next(0x10000);
        return at is >= 0xD800 and < 0xE000 ? 0x20 : at;
    }

    private static IEnumerable<string> Strings(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => [element.GetString()!],
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property => Strings(property.Value)),
        _ => [],
    };
}
