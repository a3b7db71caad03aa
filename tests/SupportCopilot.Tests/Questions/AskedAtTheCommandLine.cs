using System.Text.Json;

namespace SupportCopilot.Tests.Questions;

/// <summary>The command <c>ask</c>.</summary>
public sealed class AskedAtTheCommandLine : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("supportcopilot-").FullName;

    [Fact]
    public async Task Prints_the_contracts_object_for_machines_and_a_table_for_people()
    {
        var file = Path.Combine(_data, "tickets.csv");
        await File.WriteAllTextAsync(file, "id,created_at,subject,status,channel\n1,2026-03-02,Lost parcel,open,email\n2,2026-03-03,Sign in,open,chat\n3,2026-03-04,Refund,solved,email\n", TestContext.Current.CancellationToken);
        Assert.Equal(0, (await CommandRun.OfAsync("import", file, "--data", _data, "--json")).ExitCode);

        var json = await CommandRun.OfAsync("ask", "tickets by channel in March 2026", "--data", _data, "--json");
        var answer = JsonDocument.Parse(json.Output).RootElement;
        Assert.Equal(0, json.ExitCode);
        Assert.Empty(Contract.Except(answer.EnumerateObject().Select(property => property.Name)));
        Assert.Equal("[[\"email\",2],[\"chat\",1]]", answer.GetProperty("rows").GetRawText());

        var words = await CommandRun.OfAsync("ask", "tickets by channel in March 2026", "--data", _data);
        Assert.Contains("email", words.Output);
        Assert.Contains("Read as: tickets created 2026-03-01 – 2026-03-31", words.Output);

        var csv = await CommandRun.OfAsync("ask", "tickets by channel in March 2026", "--data", _data, "--csv");
        Assert.Equal((0, "channel,tickets\r\nemail,2\r\nchat,1\r\n"), (csv.ExitCode, csv.Output));

        var sheet = Path.Combine(_data, "answer.xlsx");
        Assert.Equal(0, (await CommandRun.OfAsync("ask", "tickets by channel in March 2026", "--data", _data, "--xlsx", sheet)).ExitCode);
        Assert.Equal("PK"u8.ToArray(), (await File.ReadAllBytesAsync(sheet, TestContext.Current.CancellationToken)).Take(2));
        Assert.Equal(2, (await CommandRun.OfAsync("ask", "tickets", "--data", _data, "--csv", "--json")).ExitCode);
    }

    [Fact]
    public async Task Ends_with_1_where_a_word_cannot_be_placed()
    {
        var run = await CommandRun.OfAsync("ask", "flibbert tickets", "--data", _data, "--tenant", "empty", "--no-demo");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("flibbert", run.Output);
    }

    public void Dispose() => Directory.Delete(_data, recursive: true);

    private static readonly string[] Contract =
        ["id", "kind", "text", "interpretation", "plan", "columns", "rows", "total", "tickets", "chart", "choices", "unplaced", "source", "from", "elapsedMs", "costUsd", "suggestions"];
}
