using System.Globalization;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.Caching;

/// <summary>The same answer is given again as long as nothing changed that it could be made of, and to nobody who may see less.</summary>
public sealed class AnswersThatAreKept(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    [Fact]
    public async Task The_same_plan_in_other_words_is_answered_from_the_cache()
    {
        var first = await desk.AskAsync("urgent or high tickets last month by channel");
        var again = await desk.AskAsync("tickets last month by channel with priority high or urgent");

        Assert.NotEqual("cache", From(first));
        Assert.Equal("cache", From(again));
        Assert.Equal(first.GetProperty("rows").ToString(), again.GetProperty("rows").ToString());
        Assert.Equal(first.GetProperty("tickets").GetProperty("count").GetInt32(), (await desk.DrillAsync(again)).Count);
    }

    public static TheoryData<string, string> Changes => new()
    {
        { "tickets by status", "UPDATE Tickets SET Status = CASE Status WHEN 'new' THEN 'open' ELSE 'new' END WHERE Id = (SELECT MIN(Id) FROM Tickets WHERE TenantId = $0 AND Status IN ('new', 'open'))" },
        { "tickets by category", "UPDATE Tickets SET PredictedCategory = 'moved' || Id WHERE Id = (SELECT MIN(Id) FROM Tickets WHERE TenantId = $0 AND GivenCategory IS NULL AND COALESCE(PredictedCategory, '') NOT LIKE 'moved%')" },
        { "tickets by tag", "INSERT INTO TicketTags (TenantId, TicketId, Tag) SELECT TenantId, Id, 'fresh' FROM Tickets WHERE TenantId = $0 AND Status <> 'deleted' ORDER BY Id DESC LIMIT 1" },
        { "tickets by tag per month in 2026", "DELETE FROM TicketTags WHERE TenantId = $0 AND TicketId IN (SELECT Id FROM Tickets WHERE TenantId = $0 AND CreatedAt > 1767225600000)" },
        { "tickets by group", "UPDATE [Groups] SET Name = Name || ' Two' WHERE TenantId = $0 AND Name = 'Logistics Team'" },
        { "how many tickets are open?", "DELETE FROM TicketTags WHERE TicketId = (SELECT MIN(Id) FROM Tickets WHERE TenantId = $0 AND Status = 'open'); UPDATE Tickets SET Status = 'deleted' WHERE Id = (SELECT MIN(Id) FROM Tickets WHERE TenantId = $0 AND Status = 'open')" },
    };

    /// <summary>Written as another process would write it, past everything of this one.</summary>
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_never_answered_from_before_it(string question, string change)
    {
        var before = await desk.AskAsync(question);
        Assert.Equal("cache", From(await desk.AskAsync(question)));
        await WriteAsync(change);
        var after = await desk.AskAsync(question);

        Assert.NotEqual("cache", From(after));
        Assert.NotEqual(before.GetProperty("rows").ToString(), after.GetProperty("rows").ToString());
    }

    [Fact]
    public async Task What_triage_owes_a_ticket_is_no_change()
    {
        await desk.AskAsync("tickets by brand");
        await WriteAsync("UPDATE Tickets SET Owed = Owed + 1, Version = Version + 1 WHERE TenantId = $0");
        Assert.Equal("cache", From(await desk.AskAsync("tickets by brand")));
    }

    [Fact]
    public async Task Words_of_comments_are_looked_for_each_time()
    {
        await desk.AskAsync("tickets that mention zürich");
        Assert.NotEqual("cache", From(await desk.AskAsync("tickets that mention zürich")));
    }

    [Fact]
    public async Task Neither_a_narrower_sight_nor_another_desk_gets_it()
    {
        const string Question = "tickets by product";
        var all = await desk.AskAsync(Question, "wide");
        await desk.AskAsync("tickets", "narrow");
        await desk.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.Source == "dev" && p.ExternalId == "narrow");
            db.PersonScopes.Add(new PersonScope { PersonId = person.Id, Kind = ScopeKind.Group, Value = db.Groups.Single(g => g.Name == "Devices").Id.ToString(CultureInfo.InvariantCulture) });
            return await db.SaveChangesAsync();
        });
        var (some, others) = (await desk.AskAsync(Question, "narrow"), await desk.AskAsync(Question, "rita", "rival-desk"));

        Assert.Equal("cache", From(await desk.AskAsync(Question, "wide")));
        Assert.NotEqual("cache", From(some));
        Assert.NotEqual("cache", From(others));
        Assert.True(some.GetProperty("total").GetInt32() < all.GetProperty("total").GetInt32());
        Assert.Equal(desk.Live.Count(t => t.Group?.Name == "Devices" && t.Product is null), Count(some, null));
    }

    /// <summary>A column that a later migration adds must be told of too, or stand here as one that no question reads.</summary>
    [Fact]
    public async Task Every_column_of_a_ticket_that_a_question_could_read_is_followed()
    {
        var columns = await desk.DatabaseAsync(db => Task.FromResult(db.Model.FindEntityType(typeof(Ticket))!.GetProperties()
            .Concat(db.Model.FindEntityType(typeof(Ticket))!.GetNavigations().Where(n => n.Name != "Effective").SelectMany(n => n.TargetEntityType.GetProperties().Where(p => !p.IsPrimaryKey())))
            .Select(p => p.GetColumnName(StoreObjectIdentifier.Table("Tickets", null))!).Distinct().Except(["Id", "Source", "ExternalId", "Corrected", "Owed", "ContentHash", "Version"]).ToList()));
        var trigger = await ReadAsync("SELECT sql FROM sqlite_master WHERE name = 'TR_Tickets_Update'");

        Assert.True(columns.Count > 30);
        Assert.All(columns, column => Assert.Matches($@"\b{column}\b", trigger.Split(" ON Tickets")[0]));
    }

    [Fact]
    public async Task Nothing_is_kept_where_the_settings_say_none()
    {
        await using var product = Product.With("SupportCopilot:Questions:Answers=0");
        await product.InitializeAsync();
        await product.HasTicketAsync(new IncomingTicket("file", "1") { Subject = "A", Status = "open", CreatedAt = new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc) });
        foreach (var _ in new[] { 1, 2 })
        {
            using var response = await product.As(Role.Analyst).PostAsync("/api/questions", new StringContent("""{"text":"how many tickets are there"}""", System.Text.Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
            Assert.NotEqual("cache", From(JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement));
        }
    }

    private async Task WriteAsync(string sql)
    {
        var tenant = await desk.InsideAsync(services => Task.FromResult(((CurrentTenant)services.GetService(typeof(CurrentTenant))!).Id));
        await using var file = new SqliteConnection($"Data Source={Path.Combine(desk.DataDirectory, "supportcopilot.db")};Pooling=False");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$0", tenant);
        Assert.True(await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken) > 0);
    }

    private async Task<string> ReadAsync(string sql)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(desk.DataDirectory, "supportcopilot.db")};Pooling=False");
        await file.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        return (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
    }

    private static string? From(JsonElement answer) => answer.GetProperty("from").GetString();

    private static int Count(JsonElement answer, string? label) => answer.GetProperty("rows").EnumerateArray().Single(row => row[0].GetString() == label)[1].GetInt32();
}
