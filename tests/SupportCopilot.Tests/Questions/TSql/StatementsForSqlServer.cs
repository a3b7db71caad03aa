using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases.Sqlite;
using SupportCopilot.Databases.SqlServer;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.TSql;

/// <summary>
/// No SQL Server runs here: what it would be told is parsed by a parser that others wrote, carried over to SQLite by it, and
/// must find there what the statements written for SQLite find.
/// </summary>
public sealed class StatementsForSqlServer(QuestionDesk desk) : IClassFixture<QuestionDesk>
{
    private static readonly string[] Zones = ["America/New_York", "Asia/Kolkata", "Australia/Adelaide", "America/St_Johns", "Pacific/Apia"];

    [Fact]
    public async Task Read_as_TSql_every_one()
    {
        var compiler = new PlanCompiler(new CompileContext(1, new Visibility([1, 2], [3], ["Northbay"]), new SqlServerDialect(), NameIds.None));
        var all = RandomPlans.Of(200, 8).Concat(Plans()).SelectMany(plan => EveryStatement.Of(plan, compiler)).Select(one => one.Query.Text).Distinct().ToList();

        Assert.True(all.Count > 500, $"Only {all.Count} statements.");
        // Words of SQLite that the parser would let pass.
        Assert.All(all, text => Assert.DoesNotMatch(@"\b(LIMIT|GLOB|IFNULL|strftime|NULLS)\b|\|\|", text));
        Assert.Empty((await Sqlglot.CarryOverAsync(all)).Where(one => one.Error is not null).Select(one => one.Error!));
    }

    /// <summary>No statement is added to the compiler without being compared here.</summary>
    [Fact]
    public void Are_compared_whatever_the_compiler_makes()
    {
        var compared = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "tests/SupportCopilot.Tests/Questions/TSql/EveryStatement.cs"));
        var made = typeof(PlanCompiler).GetMethods().Where(method => method.ReturnType == typeof(SqlQuery) || method.ReturnType == typeof((SqlQuery, RowShape))).Select(method => method.Name).Distinct().ToList();
        Assert.NotEmpty(made);
        Assert.All(made, name => Assert.Contains($"compiler.{name}(", compared));
    }

    [Theory]
    [InlineData("SELECT COUNT(*) AS n FROM Tickets AS t WHERE (t.TenantId = @p0")]
    [InlineData("SELECT COUNT(* AS n FROM Tickets AS t")]
    [InlineData("SELEKT COUNT(*) FROM Tickets")]
    [InlineData("DELETE FROM Tickets")]
    public async Task Are_refused_where_they_are_none(string statement) => Assert.NotNull((await Sqlglot.CarryOverAsync([statement])).Single().Error);

    [Fact]
    public async Task Find_what_those_for_SQLite_find()
    {
        var plans = Plans();
        Assert.Equal(100, plans.Count);
        Assert.True(plans.Count(HasMedianOrZone) * 3 >= plans.Count);

        var differences = await DifferencesAsync(plans);
        Assert.True(differences.Count == 0, $"{differences.Count}:\n{string.Join("\n\n", differences.Take(5))}");
    }

    /// <summary>The comparison notices a bound, a weight or a condition that differs.</summary>
    [Theory]
    [InlineData(">= @p", "< @p")]
    [InlineData("/ 100 + 1", "/ 100 + 2")]
    [InlineData("t.Status <> 'deleted'", "1 = 1")]
    [InlineData("ROW_NUMBER() OVER (ORDER BY x)", "ROW_NUMBER() OVER (ORDER BY x DESC)")]
    [InlineData("TOP (50)", "TOP (49)")]
    [InlineData("NOT IN", "IN")]
    public async Task Are_told_apart_where_they_differ(string from, string to) =>
        Assert.NotEmpty(await DifferencesAsync(Plans(), (from, to)));

    private static bool HasMedianOrZone(Plan plan) => plan.Measures.Any(measure => Catalog.Measure(measure.Name).Over is Aggregate.Percentile)
        || plan.TimeZone != QuestionDesk.Zone && (plan.Grain is not null || plan.GroupBy.Concat(plan.Filters.Select(filter => filter.Field)).Any(name => name is "weekday" or "hourOfDay"));

    /// <summary>A hundred: any that may come, medians, and other zones, of which some are off by parts of an hour or have changed sides of the date line.</summary>
    private static List<Plan> Plans()
    {
        var medians = RandomPlans.Of(2000, 31).Where(plan => Catalog.Measure(plan.Measures[0].Name).Over is Aggregate.Percentile).Take(20);
        var zoned = RandomPlans.Of(2000, 32).Where(plan => plan.Grain is not null).Take(20).Select((plan, i) => plan with { TimeZone = Zones[i % Zones.Length] });
        Plan[] chosen =
        [
            new([new("tickets", "created")]) { TimeZone = "Asia/Kolkata", GroupBy = ["weekday", "hourOfDay"] },
            new([new("tickets", "created")]) { TimeZone = "America/St_Johns", Filters = [new("weekday", "is", ["Saturday", "Sunday"]), new("text", "contains", ["[50%_off"])] },
            new([new("tickets", "created")]) { Filters = [new("text", "notContains", ["50%_off", "it's"])], GroupBy = ["tag"] },
            new([new("tickets", "created"), new("solved", "solved")]) { GroupBy = ["field.Region"], Filters = [new("field.Seats", "moreThan", ["9"])] },
            new([new("tickets", "created")]) { Filters = [new("field.Seats", "lessThan", ["9"]), new("field.Region", "isNot", ["EMEA"])] },
            new([new("share", "created") { Part = [new("priority", "is", ["high"]), new("tag", "isNot", ["vip"])] }]) { GroupBy = ["agent"] },
        ];
        List<Plan> all = [.. medians, .. zoned, .. chosen];
        return [.. all, .. RandomPlans.Of(100 - all.Count, 33)];
    }

    private async Task<List<string>> DifferencesAsync(IReadOnlyList<Plan> plans, (string From, string To)? spoilt = null)
    {
        await desk.HasTicketsAsync([.. Enumerable.Range(0, 12).Select(n => new IncomingTicket("file", $"fields-{n}")
        {
            Subject = "Refund [50%_off]",
            Status = TicketStatus.Open,
            CreatedAt = QuestionDesk.AsOf.AddDays(-n),
            Fields = new Dictionary<string, string> { ["Region"] = n % 2 == 0 ? "EMEA" : "APAC", ["Seats"] = n % 5 == 0 ? "many" : $"{n * 3}" },
        })]);
        return await desk.InsideAsync(async services =>
        {
            var (tenant, names) = (services.GetRequiredService<CurrentTenant>().Id, services.GetRequiredService<PlanNames>());
            var pairs = new List<Pair>();
            foreach (var plan in plans)
            {
                var ids = await names.IdsAsync(plan, CancellationToken.None);
                IEnumerable<(string Kind, SqlQuery Query)> By(ISqlDialect dialect) => EveryStatement.Of(plan, new PlanCompiler(new CompileContext(tenant, Visibility.Everything, dialect, ids)));
                pairs.AddRange(By(new SqliteDialect()).Zip(By(new SqlServerDialect()), (lite, server) => new Pair(lite.Kind, lite.Query, server.Query)));
            }

            // Of statements spoilt on purpose a few are enough.
            if (spoilt is { } word) pairs = [.. pairs.Where(pair => pair.SqlServer.Text.Contains(word.From, StringComparison.Ordinal)).Take(60).Select(pair => pair with { SqlServer = pair.SqlServer with { Text = pair.SqlServer.Text.Replace(word.From, word.To, StringComparison.Ordinal) } })];
            var carried = await Sqlglot.CarryOverAsync([.. pairs.Select(pair => pair.SqlServer.Text)]);
            var connection = (SqliteConnection)services.GetRequiredService<SupportDbContext>().Database.GetDbConnection();
            await connection.OpenAsync();
            connection.CreateFunction<object?, double?>("TRY_CAST_FLOAT", value => double.TryParse(Convert.ToString(value, CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var number) ? number : null);
            return pairs.Zip(carried).Select(two => Difference(connection, two.First.Kind, two.First.Sqlite, two.First.SqlServer, two.Second)).OfType<string>().ToList();
        });
    }

    private sealed record Pair(string Kind, SqlQuery Sqlite, SqlQuery SqlServer);

    private static string? Difference(SqliteConnection connection, string kind, SqlQuery sqlite, SqlQuery server, (string? Sqlite, string? Error) carried)
    {
        if (carried.Error is { } error) return $"{kind}: {error}\n{server.Text}";
        try
        {
            var (wanted, found) = (Rows(connection, sqlite.Text, sqlite.Values), Rows(connection, carried.Sqlite!, server.Values));
            return wanted.SequenceEqual(found) ? null : $"{kind}: {string.Join("; ", wanted.Take(5))} but {string.Join("; ", found.Take(5))}\n{sqlite.Text}\n{carried.Sqlite}";
        }
        catch (SqliteException exception)
        {
            return $"{kind}: {exception.Message}\n{carried.Sqlite}";
        }
    }

    /// <summary>The rows, in the order in which they come where the statement orders them by a number, else sorted.</summary>
    private static List<string> Rows(SqliteConnection connection, string text, IReadOnlyList<object> values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Count; i++) command.Parameters.AddWithValue($"@p{i}", values[i]);
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Cell(reader.GetValue(i)))));
        return text.Contains("ORDER BY t.CreatedAt DESC", StringComparison.Ordinal) ? rows : [.. rows.Order(StringComparer.Ordinal)];
    }

    private static string Cell(object value) => value switch
    {
        DBNull => "null",
        double number => Math.Round(number, 9).ToString(CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
