using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Databases;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.House;

public sealed class StorageTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_scope_without_a_tenant_sees_and_writes_nothing()
    {
        await product.HasTicketAsync("Somebody's", "words");
        await using var scope = product.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();

        Assert.Empty(await db.Tickets.ToListAsync(TestContext.Current.CancellationToken));
        db.Tickets.Add(new Ticket { Source = "file", ExternalId = "stray" });
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_tenant_never_sees_or_touches_the_rows_of_another()
    {
        var id = await product.HasTicketAsync("Mine", "words", tenant: "one");

        Assert.NotNull(await product.DatabaseAsync(db => db.Tickets.SingleOrDefaultAsync(t => t.Id == id), tenant: "one"));
        Assert.Null(await product.DatabaseAsync(db => db.Tickets.SingleOrDefaultAsync(t => t.Id == id), tenant: "two"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => product.DatabaseAsync(db =>
        {
            db.Attach(new Ticket { Id = id, TenantId = 1, Source = "file", ExternalId = "x" }).Entity.Subject = "Theirs";
            return db.SaveChangesAsync();
        }, tenant: "two"));
    }

    [Fact]
    public void A_scope_cannot_change_its_tenant()
    {
        var tenant = new CurrentTenant();
        tenant.Set(1);
        tenant.Set(1);
        Assert.Throws<InvalidOperationException>(() => tenant.Set(2));
    }

    [Fact]
    public async Task A_given_value_holds_before_a_predicted_one()
    {
        var id = await product.HasTicketAsync("Refund", "Please");
        await product.DatabaseAsync(async db =>
        {
            var ticket = await db.Tickets.SingleAsync(t => t.Id == id);
            (ticket.Predicted.Category, ticket.Given.Category, ticket.Predicted.Urgency) = ("billing", "shipping", "high");
            return await db.SaveChangesAsync();
        });

        Assert.True(await product.DatabaseAsync(db => db.Tickets.AnyAsync(t => t.Id == id && t.Effective.Category == "shipping" && t.Effective.Urgency == "high")));
    }

    [Fact]
    public async Task Two_changes_of_one_state_cannot_both_win()
    {
        var id = await product.HasTicketAsync("Contended", "words");
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => product.DatabaseAsync(async first =>
        {
            var mine = await first.Tickets.SingleAsync(t => t.Id == id);
            await product.DatabaseAsync(async second =>
            {
                (await second.Tickets.SingleAsync(t => t.Id == id)).Version++;
                return await second.SaveChangesAsync();
            });
            mine.Subject = "Too late";
            mine.Version++;
            return await first.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_lease_is_held_by_one_until_given_back()
    {
        var leases = product.Services.GetRequiredService<Leases>();
        var first = await leases.TryTakeAsync("held", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.NotNull(first);
        Assert.Null(await leases.TryTakeAsync("held", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

        await first.DisposeAsync();
        await using var second = await leases.TryTakeAsync("held", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.True(second!.Token > first.Token);
    }

    [Fact]
    public async Task A_holder_that_slept_past_its_time_is_told_so()
    {
        var leases = product.Services.GetRequiredService<Leases>();
        var slept = await leases.TryTakeAsync("slept", TimeSpan.FromMinutes(-1), TestContext.Current.CancellationToken);
        await using var awake = await leases.TryTakeAsync("slept", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<LeaseLostException>(() => slept!.RenewAsync(TestContext.Current.CancellationToken));
        await slept!.DisposeAsync();
        await awake!.RenewAsync(TestContext.Current.CancellationToken);   // giving back late took nothing from the new holder
    }

    [Fact]
    public async Task Of_many_at_once_one_gets_the_lease()
    {
        var leases = product.Services.GetRequiredService<Leases>();
        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => leases.TryTakeAsync("raced", TimeSpan.FromMinutes(1), CancellationToken.None))));
        Assert.Single(taken, hold => hold is not null);
    }

    [Theory]
    [InlineData("Server=db;Database=s;Encrypt=false")]
    [InlineData("Server=db;Database=s")]
    public void SQL_Server_is_always_spoken_to_under_encryption(string connection) =>
        Assert.Contains("Encrypt=True", new DatabaseLocation(new() { Provider = "SqlServer", ConnectionString = connection }, "data").ConnectionString);

    [Fact]
    public void SQL_Server_without_a_connection_string_is_refused_in_words() =>
        Assert.Contains("ConnectionString is not set", Assert.Throws<InvalidOperationException>(() => new DatabaseLocation(new() { Provider = "SqlServer" }, "data")).Message);

    [Fact]
    public async Task The_database_survives_a_power_cut_by_its_settings()
    {
        var (journal, synchronous) = await product.DatabaseAsync(async db =>
        {
            await db.Database.OpenConnectionAsync();
            async Task<string> Pragma(string name)
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"PRAGMA {name}";
                return (await command.ExecuteScalarAsync())!.ToString()!;
            }

            return (await Pragma("journal_mode"), await Pragma("synchronous"));
        });
        Assert.Equal(("wal", "2"), (journal, synchronous));
    }
}
