using System.Text.Json;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.House;

/// <summary>
/// The same product on SQL Server. Runs wherever <c>SUPPORTCOPILOT_TEST_SQLSERVER</c> holds the connection string of a
/// server on which databases may be created; each test makes one of its own and drops it.
/// </summary>
[Trait("Needs", "SqlServer")]
public sealed class LiveSqlServerTests
{
    [Fact]
    public async Task Tickets_come_in_are_shown_and_come_in_again_without_doubling() => await OnSqlServerAsync(async product =>
    {
        var ticket = new IncomingTicket("file", "A-1")
        {
            Subject = "Où est ma commande ?",
            Requester = new("nia@example.org", "Nia Obi", "nia@example.org"),
            CreatedAt = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc),
            Tags = ["order", "vip"],
            Comments = [new("0", "It should have come on Monday.")],
        };
        var id = await product.HasTicketAsync(ticket);
        Assert.Equal(new WriteCount(0, 0, 1), await product.HasTicketsAsync([ticket]));
        Assert.Equal(new WriteCount(0, 1, 0), await product.HasTicketsAsync([ticket with { Subject = "Où est-elle ?" }]));

        var shown = await product.As(Role.Agent).GetAsync<JsonElement>($"/api/tickets/{id}");

        Assert.Equal("Où est-elle ?", shown.GetProperty("ticket").GetProperty("subject").GetString());
        Assert.Equal("Nia Obi", shown.GetProperty("ticket").GetProperty("requester").GetString());
        Assert.Equal(1, shown.GetProperty("comments").GetArrayLength());
    });

    [Fact]
    public async Task What_is_given_holds_before_what_is_predicted() => await OnSqlServerAsync(async product =>
    {
        var id = await product.HasTicketAsync("Refund", "Please give it back.");
        await product.DatabaseAsync(async db =>
        {
            var ticket = await db.Tickets.SingleAsync(t => t.Id == id);
            (ticket.Predicted.Category, ticket.Predicted.Priority, ticket.Given.Priority) = ("billing", "high", "low");
            return await db.SaveChangesAsync();
        });

        var holds = await product.DatabaseAsync(db => db.Tickets.Where(t => t.Id == id).Select(t => new { t.Effective.Category, t.Effective.Priority }).SingleAsync());

        Assert.Equal(("billing", "low"), (holds.Category, holds.Priority));
    });

    [Fact]
    public async Task One_of_two_gets_the_lease() => await OnSqlServerAsync(async product =>
    {
        var leases = product.Services.GetRequiredService<Leases>();
        await using var first = await leases.TryTakeAsync("test", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.NotNull(first);
        Assert.Null(await leases.TryTakeAsync("test", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    });

    private static async Task OnSqlServerAsync(Func<Product, Task> test)
    {
        var server = Environment.GetEnvironmentVariable("SUPPORTCOPILOT_TEST_SQLSERVER");
        Assert.SkipWhen(string.IsNullOrEmpty(server), "needs a live SQL Server: set SUPPORTCOPILOT_TEST_SQLSERVER to its connection string");
        var database = new SqlConnectionStringBuilder(server) { InitialCatalog = $"supportcopilot_{Guid.NewGuid():N}" };
        try
        {
            await using var product = Product.With("SupportCopilot:Database:Provider=SqlServer", $"SupportCopilot:Database:ConnectionString={database.ConnectionString}");
            await test(product);
        }
        finally
        {
            SqlConnection.ClearAllPools();
            await using var connection = new SqlConnection(server);
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var drop = connection.CreateCommand();
            drop.CommandText = $"IF DB_ID('{database.InitialCatalog}') IS NOT NULL DROP DATABASE [{database.InitialCatalog}]";
            await drop.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
