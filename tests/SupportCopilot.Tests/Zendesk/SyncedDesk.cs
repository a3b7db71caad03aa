using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Host.Jobs;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Simulator.Contract;
using SupportCopilot.Tickets.Desks;
using ZendeskSimulator;
using Ticket = SupportCopilot.Tickets.Ticket;

namespace SupportCopilot.Tests.Zendesk;

/// <summary>A product whose tenant <c>default</c> is connected to a simulated account, both by one clock that the test sets.</summary>
internal sealed class SyncedDesk : IAsyncDisposable
{
    /// <summary>The tenant that the settings describe.</summary>
    public const string Tenant = SupportCopilot.Access.Tenant.DefaultKey;

    private readonly WatchedZendesk _watched;

    private SyncedDesk(ZendeskSettings settings, Action<IServiceCollection>? fakes, string[] more)
    {
        Zendesk = new SimulatedZendesk(settings, Clock);
        Product = Product.Having(
            services =>
            {
                services.AddSingleton<TimeProvider>(Clock);
                fakes?.Invoke(services);
            },
            [
                "SupportCopilot:Zendesk:Subdomain=acme", $"SupportCopilot:Zendesk:ClientId={settings.ClientId}", $"SupportCopilot:Zendesk:ClientSecret={settings.ClientSecret}", .. more,
            ]);
        _watched = new WatchedZendesk((request, ct) => (Answer ?? Zendesk.SendAsync)(request, ct));
        Product.Outside.Has(DeskSettings.Host, _watched.SendAsync);
    }

    public SetClock Clock { get; } = new(new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    public SimulatedZendesk Zendesk { get; }

    public Product Product { get; }

    /// <summary>Which operations of Zendesk's description the product has asked for, and how often.</summary>
    public IReadOnlyDictionary<string, int> Asked => _watched.Operations;

    /// <summary>Stands before the account, for faults.</summary>
    public Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>>? Answer { get; set; }

    public static async Task<SyncedDesk> WithAsync(ZendeskSettings settings, Action<IServiceCollection>? fakes = null, params string[] more)
    {
        var desk = new SyncedDesk(settings, fakes, more);
        await desk.Product.InitializeAsync();
        await desk.Product.InsideAsync(_ => Task.CompletedTask, Tenant);   // founds it
        return desk;
    }

    public Task<T> LookAsync<T>(Func<SupportDbContext, Task<T>> look) => Product.DatabaseAsync(look, Tenant);

    /// <summary>A ticket as it is kept, by its number there.</summary>
    public Task<Ticket?> TicketAsync(long number)
    {
        var id = number.ToString();
        return LookAsync(db => db.Tickets.AsNoTracking().SingleOrDefaultAsync(t => t.ExternalId == id));
    }

    /// <summary>Its thread as it is kept.</summary>
    public Task<List<SupportCopilot.Tickets.Comment>> ThreadAsync(long number)
    {
        var id = number.ToString();
        return LookAsync(db => db.Comments.AsNoTracking().Where(c => db.Tickets.Any(t => t.Id == c.TicketId && t.ExternalId == id)).OrderBy(c => c.Position).ToListAsync());
    }

    /// <summary>Reads everything that the account says, as the command does.</summary>
    public Task<SyncOutcome> SyncAsync(SyncExtent extent = SyncExtent.Everything, CancellationToken? ct = null) => Product.InsideAsync(
        services => services.GetRequiredService<ISyncDesk>().RunAsync(services.GetRequiredService<CurrentTenant>().Id, extent, null, ct ?? TestContext.Current.CancellationToken), Tenant);

    /// <summary>The job, once.</summary>
    public async Task TickAsync() =>
        await ActivatorUtilities.CreateInstance<SyncJob>(Product.Services).Execute(null!, TestContext.Current.CancellationToken);

    /// <summary>Time goes by until what just happened is in the exports.</summary>
    public void WaitForExports() => Clock.Advance(TimeSpan.FromMinutes(3));

    public Task<FetchOutcome> FetchAsync(long number, FetchUrgency urgency = FetchUrgency.Job) => Product.InsideAsync(
        services => services.GetRequiredService<IFetchTickets>().FetchAsync(services.GetRequiredService<CurrentTenant>().Id, "zendesk", number.ToString(), urgency, TestContext.Current.CancellationToken), Tenant);

    /// <summary>Whatever the test was about: all that was asked and answered stands in Zendesk's own description of its API.</summary>
    public async ValueTask DisposeAsync()
    {
        await Product.DisposeAsync();
        _watched.AssertKept();
    }
}
