using System.Collections.Concurrent;
using SupportCopilot.Tests.Questions.QuestionSet;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>Questions of a desk whose names get into the way of the grammar, with answers worked out by LINQ: right, or honestly none.</summary>
public sealed class QuestionsWithOddNames(OddDesk desk, ITestOutputHelper output) : IClassFixture<OddDesk>
{
    /// <summary>What must be right at the least; the rest is refused or asked back, and none is wrong.</summary>
    private const double Floor = 0.9;

    private static readonly IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> All = [.. OddNames.All, .. WholesAndBounds.All];

    [Fact]
    public async Task Are_right_or_honestly_none()
    {
        var verdicts = new ConcurrentDictionary<string, Verdict>();
        await Parallel.ForEachAsync(All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (row, ct) => verdicts[row.Question] = await Judge.OfAsync(desk, row.Question, row.Expected(desk), ct));

        foreach (var (question, verdict) in verdicts.Where(row => row.Value.Mark != Mark.Right)) output.WriteLine($"{verdict.Mark}: {question}\n    {verdict.Why}");
        var (right, wrong) = (verdicts.Values.Count(verdict => verdict.Mark == Mark.Right), verdicts.Values.Count(verdict => verdict.Mark == Mark.Wrong));
        var report = $"{verdicts.Count} questions with odd names: {right} right, {verdicts.Count - right - wrong} refused or asked back, {wrong} wrong";
        output.WriteLine(report);
        Assert.True(wrong == 0 && right >= Floor * verdicts.Count, report);
    }

    [Fact]
    public void Have_expectations_that_hold_something() => Assert.All(All, row => Assert.All(row.Expected(desk).AnyOf, outcome => Assert.True(outcome.Tickets.Count > 0 && outcome.Rows.Any(one => !one.IsNothing), row.Question)));
}
