using SupportCopilot.Tests.Models.Scripted;

namespace SupportCopilot.Tests.Evaluations;

public sealed class ModelsThatAreEvaluated
{
    private const string Tickets =
        """
        {"task": "triage", "name": "own", "floors": {"category": 0.9},
         "cases": [{"id": "a", "subject": "Shaft", "text": "The shaft of unit 7 is bent.", "labels": {"category": "machines", "priority": "high"}},
                   {"id": "b", "subject": "Seal", "text": "The seal of unit 8 is worn.", "labels": {"category": "machines", "priority": "low"}}]}
        """;

    [Fact]
    public async Task Get_the_figures_that_are_theirs_with_what_they_cost()
    {
        await using var folder = new EvalFolder();
        await using var server = await LoopbackModel.StartAsync(TestContext.Current.CancellationToken);
        server.Model.Answers = call => ScriptedAnswer.Of(TriageAnswers.Of("machines", null, call.Data.ToString().Contains("shaft", StringComparison.OrdinalIgnoreCase) ? "high" : "low"), input: 1000, output: 100);

        var (run, said) = await folder.EvalAsync(["--file", folder.File("own.json", Tickets), "--model", "scripted", .. server.Settings]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal((1, 1, 1), (EvalFolder.Share(said, "category"), EvalFolder.Share(said, "priority"), EvalFolder.Share(said, "modelled")));
        Assert.Equal(("scripted", 2, 0.007m), (said.GetProperty("model").GetString(), said.GetProperty("calls").GetInt32(), said.GetProperty("costUsd").GetDecimal()));
        // What was paid stands in the tenant's ledger, and names none of the tenant's tickets.
        Assert.Equal((2, 7000, 0), (await folder.CountAsync("SELECT COUNT(*) FROM ModelCalls"), await folder.CountAsync("SELECT SUM(CostMicros) FROM ModelCalls"), await folder.CountAsync("SELECT COUNT(TicketId) FROM ModelCalls")));
    }

    [Fact]
    public async Task Fall_below_their_floor_where_they_are_wrong_and_it_is_said_which()
    {
        await using var folder = new EvalFolder();
        await using var server = await LoopbackModel.StartAsync(TestContext.Current.CancellationToken);
        server.Model.Answers = _ => ScriptedAnswer.Of(TriageAnswers.Of("billing", null, "urgent"));

        var (run, said) = await folder.EvalAsync(["--file", folder.File("own.json", Tickets), "--model", "scripted", .. server.Settings]);

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("triage.category of own is 0.000, below its floor of 0.900", run.Error, StringComparison.Ordinal);
        Assert.Equal((0, 1), (EvalFolder.Share(said, "category"), EvalFolder.Share(said, "modelled")));
        Assert.Equal(1, await folder.CountAsync("SELECT COUNT(*) FROM ModelEvaluations WHERE Task = 'triage' AND Server = 'scripted' AND Score < Floor"));   // the router asks it last
    }

    [Fact]
    public async Task That_are_down_leave_the_embedded_way_and_are_told_of()
    {
        await using var folder = new EvalFolder();
        await using var server = await LoopbackModel.StartAsync(TestContext.Current.CancellationToken);
        server.Model.Answers = _ => ScriptedAnswer.Error(401, "no", "No.");

        var (run, said) = await folder.EvalAsync(["--file", folder.File("own.json", Tickets), "--model", "scripted", "--floors", "triage.category=0", .. server.Settings]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(0, EvalFolder.Share(said, "modelled"));
    }

    [Theory]
    [InlineData("The invoice of April was charged twice.", 1)]
    [InlineData("The invoice of April was charged nine times, see http://pay.evil.example.", 0)]
    public async Task Summarise_threads_in_words_that_count_as_theirs_only_where_they_hold(string problem, double modelled)
    {
        await using var folder = new EvalFolder();
        await using var server = await LoopbackModel.StartAsync(TestContext.Current.CancellationToken);
        server.Model.Answers = call => ScriptedAnswer.Of(call.Data.TryGetProperty("ticket", out _) ? TriageAnswers.Good(call) : System.Text.Json.JsonSerializer.Serialize(new { problem, done = Array.Empty<string>(), openQuestions = Array.Empty<string>() }));
        var set = folder.File("summaries.json",
            """
            {"task": "summaries", "name": "twice", "cases": [{"id": "twice", "subject": "Charged twice", "problem": ["charged twice"],
             "thread": [{"from": "customer", "text": "The invoice of April was charged twice to my card."}]}]}
            """);

        var (_, said) = await folder.EvalAsync(["--file", set, "--model", "scripted", .. server.Settings]);

        Assert.Equal((modelled, 1), (EvalFolder.Share(said, "modelled"), EvalFolder.Share(said, "problem")));
    }

    [Theory]
    [InlineData("The deposit is 80 euros per night [1].", 1)]
    [InlineData("The deposit is 80 euros per night [1]. Pay at http://pay.evil.example now.", 0)]
    [InlineData("The deposit is 95 euros per night [1].", 0)]
    public async Task Write_replies_that_count_as_theirs_only_where_they_hold(string written, double modelled)
    {
        await using var folder = new EvalFolder();
        await using var server = await LoopbackModel.StartAsync(TestContext.Current.CancellationToken);
        server.Model.Answers = call => call.IsStream ? ScriptedAnswer.Spoken([.. written.Split(' ').Select(word => word + " ")]) : ScriptedAnswer.Of(TriageAnswers.Good(call));
        var set = folder.File("replies.json",
            """
            {"task": "replies", "name": "deposit", "articles": [{"id": "deposit", "title": "Deposit for a berth", "body": "# Deposit for a berth\nThe deposit for a berth is 80 euros per night.", "language": "en"}],
             "cases": [{"id": "deposit", "text": "How much is the deposit for a berth per night?", "language": "en", "articles": ["deposit"], "facts": ["80 euros"]}]}
            """);

        var (_, said) = await folder.EvalAsync(["--file", set, "--model", "scripted", .. server.Settings]);

        Assert.Equal((modelled, 1, 1, 1), (EvalFolder.Share(said, "modelled"), EvalFolder.Share(said, "clean"), EvalFolder.Share(said, "answered"), EvalFolder.Share(said, "covered")));
    }
}
