using SupportCopilot.Databases.SqlServer;
using SupportCopilot.Tests.House;

namespace SupportCopilot.Tests.Importing;

public sealed class SqlServerStatements
{
    private static IEnumerable<string> All => [.. SqlServerTicketSql.All, .. SqlServerDeskSql.All];

    [Fact]
    public async Task Of_the_bulk_writer_read_as_TSql()
    {
        var (exitCode, output) = await SqlServerScriptTests.ParseAsync(string.Concat(All.Select(sql => sql + ";\nGO\n")));

        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("unparsable", output, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Of_the_bulk_writer_name_the_tenant() => Assert.All(All, sql => Assert.Matches(@"\b(TenantId|t\.Id) = @tenant", sql));
}
