using System.Collections.Concurrent;
using System.Reflection;
using SupportCopilot.Tests.Questions.QuestionSet.Answers;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>The project's own question set, asked over HTTP: of a desk that says what all desks say, and of one with words, fields and a calendar of its own.</summary>
public sealed class AnswersOfTheSet(SetDesk desk, OwnDesk own, ITestOutputHelper output) : IClassFixture<SetDesk>, IClassFixture<OwnDesk>
{
    /// <summary>What must be right at the least; the rest is refused or asked back, and none is wrong.</summary>
    private const double Floor = 0.98;

    internal static readonly IReadOnlyList<(string Question, Func<SetDesk, Expected> Expected)> Set =
        [.. Counts.All, .. Times.All, .. Splits.All, .. Comparisons.All, .. SpokenDates.All, .. NoAnswer.All, .. OtherPeople.All, .. FoundLater.All, .. OtherWords.All, .. AskedByOthers.All, .. RanksAndEnds.All, .. SaidOtherwise.All, .. AsStrangersWrite.All];

    private IEnumerable<(SetDesk Desk, string Question, Func<SetDesk, Expected> Expected)> Asked =>
        Set.Select(row => (desk, row.Question, row.Expected)).Concat(InOwnWords.All.Select(row => ((SetDesk)own, row.Question, row.Expected)));

    [Fact]
    public async Task Are_right_or_honestly_none()
    {
        var verdicts = new ConcurrentDictionary<(SetDesk, string), Verdict>();
        await Parallel.ForEachAsync(Asked, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (row, ct) => verdicts[(row.Desk, row.Question)] = await Judge.OfAsync(row.Desk, row.Question, row.Expected(row.Desk), ct));

        foreach (var (question, verdict) in Asked.Select(row => (row.Question, verdicts[(row.Desk, row.Question)])).Where(row => row.Item2.Mark != Mark.Right)) output.WriteLine($"{verdict.Mark}: {question}\n    {verdict.Why}");
        var (right, wrong) = (verdicts.Values.Count(verdict => verdict.Mark == Mark.Right), verdicts.Values.Count(verdict => verdict.Mark == Mark.Wrong));
        var report = $"{verdicts.Count} questions: {right} right ({right * 100.0 / verdicts.Count:0.0} %), {verdicts.Count - right - wrong} refused or asked back, {wrong} wrong";
        output.WriteLine(report);
        Assert.True(wrong == 0 && right >= Floor * verdicts.Count, report);
    }

    [Fact]
    public void Have_expectations_that_hold_something() => Assert.All(Asked, row => Assert.All(row.Expected(row.Desk).AnyOf, outcome => Assert.True(outcome.Tickets.Count > 0 && outcome.Rows.Any(one => !one.IsNothing), row.Question)));

    /// <summary>None of those written first was left out or reworded.</summary>
    [Fact]
    public void Hold_every_question_that_was_written_before()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("written-before.txt")!;
        var before = new StreamReader(stream).ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').ToList();
        Assert.True(before.Count >= 150);
        Assert.Empty(before.Except(Asked.Select(row => row.Question)));
    }
}
