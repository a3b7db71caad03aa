using SupportCopilot.Evaluations;

namespace SupportCopilot.Tests.Evaluations;

public sealed class SetsOfADesksOwn
{
    [Theory]
    [InlineData("line 2", "{\n  oops")]
    [InlineData("\"task\" is one of", """{"task": "poems", "name": "a", "cases": [{"id": "1", "text": "t"}]}""")]
    [InlineData("there are no cases", """{"task": "triage", "name": "a", "cases": []}""")]
    [InlineData("two cases are called 1", """{"task": "questions", "name": "a", "cases": [{"id": "1", "text": "t"}, {"id": "1", "text": "t"}]}""")]
    [InlineData("case 1: it has no \"labels\"", """{"task": "triage", "name": "a", "cases": [{"id": "1", "text": "t"}]}""")]
    [InlineData("case 1: colour is no field", """{"task": "triage", "name": "a", "cases": [{"id": "1", "text": "t", "labels": {"colour": "red"}}]}""")]
    [InlineData("case 1: it has neither", """{"task": "questions", "name": "a", "cases": [{"id": "1"}]}""")]
    [InlineData("case 1: there is no article b", """{"task": "replies", "name": "a", "articles": [], "cases": [{"id": "1", "text": "t", "articles": ["b"]}]}""")]
    [InlineData("silent is no figure of triage", """{"task": "triage", "name": "a", "floors": {"silent": 0.5}, "cases": [{"id": "1", "text": "t", "labels": {"category": "x"}}]}""")]
    [InlineData("not from 0 to 1", """{"task": "triage", "name": "a", "floors": {"category": 70}, "cases": [{"id": "1", "text": "t", "labels": {"category": "x"}}]}""")]
    public async Task That_cannot_be_read_are_refused_in_words(string because, string text)
    {
        await using var folder = new EvalFolder();

        var (set, problem) = await ReadSets.FromAsync(folder.File("set.json", text), TestContext.Current.CancellationToken);

        Assert.Null(set);
        Assert.Contains(because, problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_judged_with_what_the_desk_has_its_articles_and_its_tickets()
    {
        await using var folder = new EvalFolder();
        var articles = Directory.CreateDirectory(Path.GetDirectoryName(folder.File("keep.txt", ""))! + "/help").FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(articles, "moorings.md"), "# Renting a mooring\n\nA mooring in the harbour costs 40 euros a night. Book it at the harbour office before 6 pm.\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await folder.RunAsync("import", articles, "--articles")).ExitCode);
        var tickets = folder.File("tickets.csv", "id,subject,created,priority,status\n1,Boat,2026-03-02,high,open\n2,Mast,2026-03-03,low,open\n3,Sail,2026-04-03,low,open\n");
        Assert.Equal(0, (await folder.RunAsync("import", tickets)).ExitCode);

        var (_, replies) = await folder.EvalAsync("--file", folder.File("replies.json",
            """{"task": "replies", "name": "harbour", "cases": [{"id": "price", "text": "What does a mooring in the harbour cost for a night?", "language": "en", "articles": ["moorings.md"], "facts": ["40 euros"]}, {"id": "sun", "text": "Will the sun shine on Sunday?"}]}"""));
        var (_, questions) = await folder.EvalAsync("--file", folder.File("questions.json",
            """{"task": "questions", "name": "harbour questions", "timeZone": "UTC", "cases": [{"id": "march", "text": "tickets created in March 2026", "rows": [[2]]}, {"id": "wrong", "text": "tickets created in April 2026", "rows": [[7]]}, {"id": "none", "text": "boats by colour of the moon"}]}"""));

        Assert.Equal((1, 1, 1, 1), (EvalFolder.Share(replies, "answered"), EvalFolder.Share(replies, "silent"), EvalFolder.Share(replies, "covered"), EvalFolder.Share(replies, "verified")));
        Assert.Equal("harbour", replies.GetProperty("set").GetString());
        Assert.Equal((0.667, 0.667), (Math.Round(EvalFolder.Share(questions, "right")!.Value, 3), Math.Round(EvalFolder.Share(questions, "notWrong")!.Value, 3)));
        Assert.Equal("wrong", Assert.Single(questions.GetProperty("missed").EnumerateArray()).GetProperty("case").GetString());
        Assert.Equal(3, await folder.CountAsync("SELECT COUNT(*) FROM Tickets"));
    }

    [Theory]
    [InlineData("charged/billed twice", "I was billed TWICE.", true)]
    [InlineData("charged/billed twice", "I was billed once.", false)]
    [InlineData("pay", "The repayment came.", false)]
    [InlineData("pay", "Payment, please.", true)]
    public void Say_what_must_be_told_by_words_that_all_occur(string fact, string text, bool isIn) => Assert.Equal(isIn, Fact.IsIn(fact, text));
}
