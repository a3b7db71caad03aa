using System.Collections.Concurrent;
using SupportCopilot.Tests.Questions.QuestionSet;

namespace SupportCopilot.Tests.Questions.FollowUps;

/// <summary>
/// Conversations of three to five turns, as managers have them. What each turn must give is worked out of the tickets that
/// came in; a turn that is asked back or refused is no fault, a turn with another figure is.
/// </summary>
public sealed class Dialogs(SetDesk desk, ITestOutputHelper output) : IClassFixture<SetDesk>
{
    /// <summary>Of all turns so many must be right; what is missing is asked back or refused.</summary>
    private const double Floor = 0.95;

    [Fact]
    public async Task Have_no_turn_wrong()
    {
        var verdicts = new ConcurrentBag<(string Dialog, string Said, Verdict Verdict)>();
        await Parallel.ForEachAsync(SpokenDialogs.All, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (dialog, ct) =>
        {
            var (conversation, before) = (Guid.NewGuid().ToString("N"), "");
            foreach (var (said, expected) in dialog)
            {
                before = $"{before}{(before.Length > 0 ? " → " : "")}{said}";
                var verdict = await Judge.OfAsync(desk, said, expected(desk), ct, conversation);
                verdicts.Add((before, said, verdict));
                if (verdict.Mark is not Mark.Right) break;   // what follows would lean on something else
            }
        });

        var (right, wrong) = (verdicts.Count(turn => turn.Verdict.Mark == Mark.Right), verdicts.Count(turn => turn.Verdict.Mark == Mark.Wrong));
        foreach (var (dialog, _, verdict) in verdicts.Where(turn => turn.Verdict.Mark != Mark.Right)) output.WriteLine($"{verdict.Mark}: {dialog}\n    {verdict.Why}");
        var turns = SpokenDialogs.All.Sum(dialog => dialog.Count);
        var report = $"{SpokenDialogs.All.Count} dialogs, {turns} turns: {right} right, {wrong} wrong";
        output.WriteLine(report);
        Assert.True(wrong == 0 && right >= Floor * turns, report);
    }

    [Fact]
    public void Are_sixty_of_three_turns_and_more()
    {
        Assert.True(SpokenDialogs.All.Count >= 60);
        Assert.All(SpokenDialogs.All, dialog => Assert.InRange(dialog.Count, 3, 5));
    }
}
