using System.Globalization;
using System.Text;
using System.Text.Json;
using ExcelDataReader;
using SupportCopilot.Access;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions;

public sealed class ExportedAnswers(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    static ExportedAnswers() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);   // what the reader of workbooks wants at its start

    [Theory]
    [InlineData("tickets by category")]
    [InlineData("tickets per week this year by channel")]
    [InlineData("tickets last month by agent compared with the previous period")]
    [InlineData("median first reply time by priority")]
    [InlineData("open tickets by group")]
    [InlineData("csat by agent this year")]
    public async Task Have_the_rows_of_the_answer_with_numbers_as_numbers(string question)
    {
        var answer = await desk.AskAsync(question);
        var (id, rows) = (answer.GetProperty("id").GetString(), answer.GetProperty("rows").EnumerateArray().ToList());
        var csv = Lines(await GetAsync($"/api/questions/{id}/export?format=csv&about=false"));
        var sheet = Sheet(await GetAsync($"/api/questions/{id}/export?format=xlsx"), 0);

        Assert.Equal(rows.Count, csv.Count - 1);
        Assert.Equal(rows.Count, sheet.Count - 1);
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < rows[row].GetArrayLength(); column++)
            {
                var cell = rows[row][column];
                if (cell.ValueKind is JsonValueKind.Number)
                {
                    Assert.Equal(cell.GetDouble(), double.Parse(csv[row + 1][column], CultureInfo.InvariantCulture), 9);
                    Assert.Equal(cell.GetDouble(), Assert.IsType<double>(sheet[row + 1][column]), 9);
                }
                else
                {
                    Assert.Equal(cell.GetString() ?? "", csv[row + 1][column]);
                }
            }
        }
    }

    [Fact]
    public async Task Say_how_they_were_read_in_which_zone_and_when()
    {
        var answer = await desk.AskAsync("tickets last week by category");
        var id = answer.GetProperty("id").GetString();
        var csv = Encoding.UTF8.GetString(await GetAsync($"/api/questions/{id}/export"));
        var about = Sheet(await GetAsync($"/api/questions/{id}/export?format=xlsx"), 1).ToLookup(row => (string)row[0]!, row => (string)row[1]!);

        Assert.Contains("\r\n\r\nQuestion,tickets last week by category\r\n", csv);
        Assert.Contains("Time zone,Europe/London", csv);
        Assert.Equal(answer.GetProperty("interpretation").GetString(), about["Read as"].Single());
        Assert.True(about.Contains("As of") && about.Contains("How computed"));
    }

    [Fact]
    public async Task Of_tickets_have_exactly_as_many_as_stand_behind_the_answer()
    {
        var answer = await desk.AskAsync("tickets with priority urgent this year");
        var id = answer.GetProperty("id").GetString();
        var count = answer.GetProperty("tickets").GetProperty("count").GetInt32();

        Assert.Equal(count + 1, Lines(await GetAsync($"/api/questions/{id}/tickets/export?format=csv&about=false")).Count);
        Assert.Equal(count + 1, Sheet(await GetAsync($"/api/questions/{id}/tickets/export?format=xlsx"), 0).Count);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil\",\"x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    [InlineData(" =1+1")]
    public async Task Make_cells_harmless_that_begin_like_formulas(string subject)
    {
        await using var own = new Product();
        await own.InitializeAsync();
        await own.HasTicketAsync(new IncomingTicket("file", "1") { Subject = subject, CreatedAt = new(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc), Given = new() { Category = subject.Trim() }, Comments = [new("0", "x")] });
        var client = own.As(Role.Analyst);
        var answer = JsonDocument.Parse(await (await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(client, "/api/questions", new { text = "tickets by category" }, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        foreach (var path in new[] { "export", "tickets/export" })
        {
            var id = answer.GetProperty("id").GetString();
            var csv = Lines(await client.GetByteArrayAsync($"/api/questions/{id}/{path}?format=csv", TestContext.Current.CancellationToken));
            var sheet = Sheet(await client.GetByteArrayAsync($"/api/questions/{id}/{path}?format=xlsx", TestContext.Current.CancellationToken), 0);
            Assert.Contains(csv.SelectMany(row => row), cell => cell.StartsWith('\'') && cell.Contains('1') | cell.Contains('2') | cell.Contains('S') | cell.Contains('H'));
            Assert.DoesNotContain(csv.SelectMany(row => row), cell => cell.TrimStart(' ').Length > 0 && "=+@\t\r".Contains(cell.TrimStart(' ')[0]));
            Assert.DoesNotContain(sheet.SelectMany(row => row).OfType<string>(), cell => cell.TrimStart(' ').Length > 0 && "=+-@\t\r".Contains(cell.TrimStart(' ')[0]));
        }
    }

    [Fact]
    public async Task Are_for_their_asker_within_the_rights_of_now_and_in_the_audit()
    {
        var answer = await desk.AskAsync("tickets by category", user: "exporter");
        var id = answer.GetProperty("id").GetString();
        Assert.Equal(404, (int)(await desk.As(Role.Analyst, user: "other").GetAsync($"/api/questions/{id}/export", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(403, (int)(await desk.As(Role.Agent, user: "other").GetAsync($"/api/questions/{id}/export", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(400, (int)(await desk.As(Role.Analyst, user: "exporter").GetAsync($"/api/questions/{id}/export?format=pdf", TestContext.Current.CancellationToken)).StatusCode);

        await desk.DatabaseAsync(async db =>
        {
            var person = db.People.Single(p => p.ExternalId == "exporter");
            db.PersonScopes.Add(new() { PersonId = person.Id, Kind = ScopeKind.Brand, Value = "no such brand" });
            return await db.SaveChangesAsync();
        });
        var file = Lines(await desk.As(Role.Analyst, user: "exporter").GetByteArrayAsync($"/api/questions/{id}/export?about=false", TestContext.Current.CancellationToken));
        Assert.Single(file);   // the columns' names alone
        Assert.True(await desk.DatabaseAsync(db => Task.FromResult(db.Audit.Any(a => a.Action == "question.exported" && a.Subject == $"question/{id}"))));
    }

    private Task<byte[]> GetAsync(string path) => desk.As(Role.Analyst).GetByteArrayAsync(path, TestContext.Current.CancellationToken);

    private static List<List<string>> Lines(byte[] csv)
    {
        Assert.True(csv.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        using var reader = ExcelReaderFactory.CreateCsvReader(new MemoryStream(csv), new() { FallbackEncoding = Encoding.UTF8, AutodetectSeparators = [','] });
        return [.. Rows(reader).Select(row => row.Select(cell => cell?.ToString() ?? "").ToList())];
    }

    private static List<List<object?>> Sheet(byte[] xlsx, int sheet)
    {
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(xlsx));
        for (var i = 0; i < sheet; i++) Assert.True(reader.NextResult());
        return Rows(reader);
    }

    private static List<List<object?>> Rows(IExcelDataReader reader)
    {
        var rows = new List<List<object?>>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }
}
