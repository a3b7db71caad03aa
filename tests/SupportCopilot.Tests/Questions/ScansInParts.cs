using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Databases;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Running.Splitting;

namespace SupportCopilot.Tests.Questions;

/// <summary>The parts of a long scan, read at the same time by connections of their own.</summary>
public sealed class ScansInParts(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    // Turns the desk's time round within its two years: what was early is late, and the other way. No ticket comes or goes.
    private const string TurnRound = "UPDATE Tickets SET CreatedAt = 3485000000000 - CreatedAt WHERE CreatedAt IS NOT NULL";

    [Fact]
    public async Task Count_each_ticket_once_while_all_of_them_move()
    {
        var plan = new Plan([new("tickets", "created")]) { From = new(2022, 1, 1, 0, 0, 0, DateTimeKind.Utc), To = new(2032, 1, 1, 0, 0, 0, DateTimeKind.Utc), GroupBy = ["category"], TimeZone = QuestionDesk.Zone };
        var all = desk.Live.Count(ticket => ticket.CreatedAt is not null);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var moves = 0;
        var writer = desk.InsideAsync(services => Task.Run(() =>
        {
            using var connection = new SqliteConnection(services.GetRequiredService<DatabaseLocation>().ConnectionString);
            connection.Open();
            Execute(connection, "PRAGMA wal_autocheckpoint = 20000");   // the log is begun anew now and then only
            while (!stop.IsCancellationRequested || moves % 2 == 1)
            {
                Execute(connection, TurnRound);
                moves++;
            }
            return moves;
        }));

        for (var i = 0; i < 60 || moves < 20; i++)
        {
            var run = await desk.InsideAsync(services => ActivatorUtilities.CreateInstance<RunPlan>(services, new ScanParts(4, 0), KeptAnswers.None).RunAsync(plan with { Grain = i % 2 == 0 ? "month" : null }, CancellationToken.None));
            Assert.Equal(all, run.Total);
            Assert.Equal(all, run.Tickets);
            Assert.Equal(all, run.Rows.Sum(row => (long)row[^1]!));
            Assert.False(writer.IsFaulted);
        }

        await stop.CancelAsync();
        Assert.True(await writer >= 20);
    }

    [Fact]
    public async Task See_what_the_question_saw_and_not_what_was_written_since()
    {
        var (before, beside, after) = await desk.InsideAsync(async services =>
        {
            var (dialect, text) = (services.GetRequiredService<ISqlDialect>(), services.GetRequiredService<DatabaseLocation>().ConnectionString);
            await using var main = new SqliteConnection(text);
            await using var writer = new SqliteConnection(text);
            main.Open();
            writer.Open();
            Execute(writer, "PRAGMA wal_autocheckpoint = 0; UPDATE Tickets SET Replies = 1");   // so that the log is not begun anew, for then parts are refused
            await using var transaction = await dialect.BeginReadAsync(main, CancellationToken.None);
            var seen = Replies(main);
            Execute(writer, "UPDATE Tickets SET Replies = 2");
            await using var other = (SqliteConnection)dialect.Rows!.OpenBeside(main)!;
            return (seen, Replies(other), Replies(writer));
        });

        Assert.Equal(before, beside);
        Assert.Equal(2 * before, after);
    }

    [Fact]
    public async Task End_when_the_asker_no_longer_waits()
    {
        var plan = new Plan([new("tickets", "created")]) { GroupBy = ["category"], TimeZone = QuestionDesk.Zone };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.InsideAsync(services =>
            ActivatorUtilities.CreateInstance<RunPlan>(services, new ScanParts(4, 0), KeptAnswers.None).RunAsync(plan, new CancellationToken(true))));
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static long Replies(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT SUM(Replies) FROM Tickets";
        return (long)command.ExecuteScalar()!;
    }
}
