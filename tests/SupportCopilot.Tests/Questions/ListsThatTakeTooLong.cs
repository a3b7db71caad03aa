using System.Data.Common;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Access;
using SupportCopilot.Questions.Compiling;

namespace SupportCopilot.Tests.Questions;

/// <summary>The list behind a figure that the database cannot give in time.</summary>
public sealed class ListsThatTakeTooLong
{
    [Theory]
    [InlineData("tickets")]
    [InlineData("tickets/export?format=csv")]
    public async Task Are_unavailable_for_now_and_say_what_to_do(string part)
    {
        var stuck = new Stuck();
        await using var product = Product.Having(services => StuckDatabase.Under(services, stuck));
        await product.InitializeAsync();
        await product.HasTicketsAsync([new("file", "1") { Subject = "The parcel is late", CreatedAt = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc) }]);
        var client = product.As(Role.Analyst);
        var asked = await (await client.PostAsJsonAsync("/api/questions", new { text = "tickets in March 2026" }, TestContext.Current.CancellationToken)).Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        stuck.IsOn = true;
        using var response = await client.GetAsync($"/api/questions/{asked.GetProperty("id").GetString()}/{part}", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("That took longer than a request may.", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private sealed class Stuck
    {
        public bool IsOn { get; set; }
    }

    /// <summary>SQLite that begins no reading any more once it is told so, as after the time limit.</summary>
    private sealed class StuckDatabase(ISqlDialect sqlite, Stuck stuck) : ISqlDialect
    {
        public IRowScan? Rows => sqlite.Rows;

        public static void Under(IServiceCollection services, Stuck stuck)
        {
            var sqlite = services.Single(service => service.ServiceType == typeof(ISqlDialect)).ImplementationFactory!;
            services.Replace(ServiceDescriptor.Singleton<ISqlDialect>(provider => new StuckDatabase((ISqlDialect)sqlite(provider), stuck)));
        }

        public string First(int rows) => sqlite.First(rows);

        public string Last(int rows) => sqlite.Last(rows);

        public string Number(string column) => sqlite.Number(column);

        public string Containing(string text) => sqlite.Containing(text);

        public Task<DbTransaction> BeginReadAsync(DbConnection connection, CancellationToken ct) => stuck.IsOn ? throw new TimeoutException() : sqlite.BeginReadAsync(connection, ct);

        public IDisposable StopOn(DbConnection connection, CancellationToken ct) => sqlite.StopOn(connection, ct);
    }
}
