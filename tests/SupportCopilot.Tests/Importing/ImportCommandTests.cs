using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace SupportCopilot.Tests.Importing;

public sealed class ImportCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("supportcopilot-").FullName;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private string File(string content)
    {
        var path = Path.Combine(_folder, "tickets.csv");
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    private Task<CommandRun> Import(string path, params string[] more) => CommandRun.OfAsync(["import", path, "--data", _folder, .. more]);

    [Fact]
    public async Task Shows_the_mapping_and_what_came_of_the_file()
    {
        var run = await Import(File("id,Betreff,created\n1,Lampe,03.04.2026\n2,Tür,31.31.2026\n"));

        Assert.True(run.ExitCode == 0, run.Error);
        Assert.Contains("Betreff", run.Output, StringComparison.Ordinal);
        Assert.Contains("subject", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 rows read: 1 ticket created, 0 updated, 1 row rejected.", run.Output, StringComparison.Ordinal);
        Assert.Contains("Line 3: created \"31.31.2026\" is no date", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_where_a_row_went_that_is_said_twice()
    {
        var run = await Import(File("id,subject\n1,Lamp\n2,Door\n1,Lamp\n"));

        Assert.Contains("3 rows read: 2 tickets created, 0 updated, 0 rows rejected. 1 row more belongs to one of these tickets, or says nothing new.", string.Join(' ', run.Output.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Works_in_the_tenant_of_the_setting_and_refuses_one_that_cannot_be()
    {
        var file = File("id,subject\n1,Lamp\n");
        Assert.Equal(0, (await Import(file, "--SupportCopilot:Development:Tenant=mine")).ExitCode);
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")}");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var tenants = database.CreateCommand();
        tenants.CommandText = "SELECT Key FROM Tenants JOIN Tickets ON Tickets.TenantId = Tenants.Id";
        Assert.Equal("mine", await tenants.ExecuteScalarAsync(TestContext.Current.CancellationToken));

        var odd = await Import(file, "--tenant", "../etc");
        Assert.Equal(2, odd.ExitCode);
        Assert.Contains("cannot be a tenant's key", odd.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Prints_one_JSON_object_for_machines_and_works_in_the_tenant_default()
    {
        var run = await Import(File("id,Title,Other\n1,Lamp,Blue\n"), "--json", "--map", "subject=Other");

        using var json = JsonDocument.Parse(run.Output);
        Assert.Equal(("completed", 1), (json.RootElement.GetProperty("status").GetString(), json.RootElement.GetProperty("created").GetInt32()));
        Assert.Equal("subject", json.RootElement.GetProperty("mapping").GetProperty("columns")[2].GetProperty("field").GetString());
        Assert.Equal("default/Blue", await Ask("SELECT n.Key || '/' || t.Subject FROM Tickets t JOIN Tenants n ON n.Id = t.TenantId"));
    }

    [Fact]
    public async Task Fails_in_words_when_the_file_is_none_of_tickets()
    {
        var run = await Import(File("a,b\n1,2\n"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("does not look like tickets", run.Error, StringComparison.Ordinal);
        Assert.Equal("0", await Ask("SELECT COUNT(*) FROM Tickets"));
    }

    [Fact]
    public async Task Fails_in_words_when_there_is_no_file_or_the_asking_is_odd()
    {
        Assert.Contains("There is no file", (await Import(Path.Combine(_folder, "nothing.csv"))).Error, StringComparison.Ordinal);
        Assert.Equal(2, (await Import(File("id,subject\n1,a\n"), "--dates", "soon")).ExitCode);
    }

    private async Task<string?> Ask(string sql)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "supportcopilot.db")}");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = sql;
        return Convert.ToString(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken), System.Globalization.CultureInfo.InvariantCulture);
    }
}
