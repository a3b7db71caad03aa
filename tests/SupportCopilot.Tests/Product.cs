using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests;

/// <summary>
/// The real host, in-process, on a real SQLite file in a folder of its own. Every HTTP call out of it that no test
/// registered throws. Its jobs do not tick by themselves: a test calls <see cref="WorkOffAsync"/>.
/// </summary>
public class Product : IAsyncLifetime
{
    private readonly Host _host;

    public Product() : this([]) { }

    private protected Product(string[] settings, string environment = "Development", Action<IServiceCollection>? fakes = null) =>
        _host = new Host(Directory.CreateTempSubdirectory("supportcopilot-").FullName, environment == "Development" ? settings : [WithoutBot, .. settings], environment, fakes);

    /// <summary>A product of its own for one test, with more settings, as <c>SupportCopilot:Zendesk:Subdomain=acme</c>.</summary>
    public static Product With(params string[] settings) => new(settings);

    /// <summary>A product of its own for one test, with fakes at its outer edges, or another clock.</summary>
    public static Product Having(Action<IServiceCollection> fakes, params string[] settings) => new(settings, fakes: fakes);

    /// <summary>A product of its own for one test, in an environment of that name.</summary>
    public static Product In(string environment, params string[] settings) => new(settings, environment);

    // Outside Development the server does not start without the bot's app id, unless it is to have no bot.
    private const string WithoutBot = "SupportCopilot:Teams:Enabled=false";

    /// <summary>The tenant that tests work in unless they say otherwise.</summary>
    public const string Tenant = "acme";

    public string DataDirectory => _host.DataDirectory;

    public IServiceProvider Services => _host.Services;

    /// <summary>What the product's calls out of it reach.</summary>
    public Outside Outside => _host.Outside;

    /// <summary>Every line that the product has logged.</summary>
    public LogLines Log => _host.Log;

    public virtual ValueTask InitializeAsync()
    {
        _ = Services;   // starts the host
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(DataDirectory, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A client that is not signed in, from this very machine.</summary>
    public HttpClient Anonymous() => _host.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A client signed in by the Development sign-in.</summary>
    public HttpClient As(Role roles, string tenant = Tenant, string user = "anna")
    {
        var client = Anonymous();
        var names = string.Join(',', Enum.GetValues<Role>().Where(r => r is not Role.None && roles.HasFlag(r)));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Dev", $"tenant={tenant};user={user};roles={names}");
        return client;
    }

    /// <summary>Does something inside the product, in a scope of one tenant.</summary>
    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work, string tenant = Tenant)
    {
        await using var scope = Services.CreateAsyncScope();
        var known = await scope.ServiceProvider.GetRequiredService<Tenants>().FindOrFoundAsync(tenant, CancellationToken.None);
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(known.Id);
        return await work(scope.ServiceProvider);
    }

    public Task InsideAsync(Func<IServiceProvider, Task> work, string tenant = Tenant) =>
        InsideAsync(async services => { await work(services); return 0; }, tenant);

    /// <summary>Looks into the database of one tenant.</summary>
    public Task<T> DatabaseAsync<T>(Func<SupportDbContext, Task<T>> look, string tenant = Tenant) =>
        InsideAsync(services => look(services.GetRequiredService<SupportDbContext>()), tenant);

    /// <summary>Brings tickets in, as a source would.</summary>
    public Task<WriteCount> HasTicketsAsync(IReadOnlyList<IncomingTicket> tickets, string tenant = Tenant) =>
        InsideAsync(services => services.GetRequiredService<ITicketWriter>()
            .WriteAsync(services.GetRequiredService<CurrentTenant>().Id, tickets, CancellationToken.None), tenant);

    /// <summary>Brings one ticket in and gives its number.</summary>
    public async Task<long> HasTicketAsync(IncomingTicket ticket, string tenant = Tenant)
    {
        await HasTicketsAsync([ticket], tenant);
        return await DatabaseAsync(db => Task.FromResult(db.Tickets.Single(t => t.Source == ticket.Source && t.ExternalId == ticket.ExternalId).Id), tenant);
    }

    /// <summary>Brings one ticket of a few words in and gives its number.</summary>
    public Task<long> HasTicketAsync(string subject, string description, string tenant = Tenant) =>
        HasTicketAsync(new IncomingTicket("file", Guid.NewGuid().ToString("N"))
        {
            Subject = subject,
            Status = TicketStatus.Open,
            CreatedAt = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc),
            Comments = [new IncomingComment("0", description)],
        }, tenant);

    /// <summary>Does what the jobs would: triage and index whatever is owed.</summary>
    public Task WorkOffAsync(string tenant = Tenant) => InsideAsync(
        services => services.GetRequiredService<WorkOff>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, null, CancellationToken.None), tenant);

    private sealed class Host(string dataDirectory, string[] settings, string environment, Action<IServiceCollection>? fakes) : WebApplicationFactory<Program>
    {
        public string DataDirectory => dataDirectory;

        public LogLines Log { get; } = new();

        public Outside Outside { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(environment);
            builder.UseSetting("data", dataDirectory);
            builder.UseSetting("no-demo", "true");
            builder.UseSetting("SupportCopilot:Jobs:Enabled", "false");
            // The most an operator could switch on.
            foreach (var category in new[] { "Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Hosting.Lifetime", "Quartz" })
                builder.UseSetting($"Logging:LogLevel:{category}", "Trace");
            foreach (var setting in settings)
            {
                var (name, value) = setting.Split('=', 2) is [var left, var right] ? (left, right) : throw new ArgumentException(setting);
                builder.UseSetting(name, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders().AddProvider(Log));
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<IStartupFilter, FromThisMachine>();
                services.ConfigureAll<HttpClientFactoryOptions>(options =>
                    options.HttpMessageHandlerBuilderActions.Add(handler => handler.PrimaryHandler = Outside.Handler()));
                fakes?.Invoke(services);
            });
        }
    }

    /// <summary>TestServer gives requests no address; here they come from this machine unless a test's header says otherwise.</summary>
    private sealed class FromThisMachine : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            // Nobody can open what listens nowhere; told a thousand times, the address would bury what a test run has to say.
            app.ServerFeatures.Get<IServerAddressesFeature>()?.Addresses.Clear();
            app.Use((context, following) =>
            {
                context.Connection.RemoteIpAddress = context.Request.Headers.TryGetValue("Test-Remote-Address", out var address)
                    ? IPAddress.Parse(address.ToString())
                    : IPAddress.Loopback;
                return following(context);
            });
            next(app);
        };
    }
}

public static class ProductClient
{
    /// <summary>Reads an answer that must be a success.</summary>
    public static async Task<T> GetAsync<T>(this HttpClient client, string address)
    {
        using var response = await client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<T>())!;
    }
}
