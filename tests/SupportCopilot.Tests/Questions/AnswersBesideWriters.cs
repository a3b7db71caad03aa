using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Tests.Questions;

/// <summary>An answer is kept beside whoever writes, and its asker waits for that writer and hardly longer.</summary>
public sealed class AnswersBesideWriters(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly TimeSpan Held = TimeSpan.FromMilliseconds(100), Longest = TimeSpan.FromMilliseconds(700);

    [Fact]
    public async Task Come_as_soon_as_the_other_is_done()
    {
        await desk.AskAsync("tickets last month by channel");
        var took = TimeSpan.MaxValue;
        for (var tries = 0; took > Longest && tries < 4; tries++) took = await AskBesideAsync();   // a busy machine may have kept it waiting

        Assert.InRange(took, Held / 2, Longest);
    }

    private async Task<TimeSpan> AskBesideAsync()
    {
        await using var other = new SqliteConnection($"Data Source={Path.Combine(desk.DataDirectory, "supportcopilot.db")}");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var writing = other.BeginTransaction(deferred: false);
        var started = Stopwatch.GetTimestamp();
        var asked = Task.Run(() => desk.AskAsync("tickets last month by channel"));
        await Task.Delay(Held, TestContext.Current.CancellationToken);
        await writing.RollbackAsync(TestContext.Current.CancellationToken);
        Assert.Equal("answer", (await asked).GetProperty("kind").GetString());
        return Stopwatch.GetElapsedTime(started);
    }
}
