using ZendeskSimulator.Accounts;
using ZendeskSimulator.Delivery;
using ZendeskSimulator.Faults;
using ZendeskSimulator.HelpCenter;
using ZendeskSimulator.Http;
using ZendeskSimulator.Jobs;
using ZendeskSimulator.Limits;
using ZendeskSimulator.Macros;
using ZendeskSimulator.Oracle;
using ZendeskSimulator.People;
using ZendeskSimulator.Webhooks;

namespace ZendeskSimulator;

/// <summary>
/// A Zendesk account that lives in this process and remembers what is done to it.
/// <para>In-process, without a socket:
/// <code>
/// var zendesk = new SimulatedZendesk(new() { Tickets = 50 }, clock);
/// product.Outside.Has("acme.zendesk.test", zendesk.SendAsync);   // SupportCopilot:Zendesk:BaseUrl=https://acme.zendesk.test
/// zendesk.Agent(1).AddsTags(7, "vip");                           // people work on it too
/// Assert.Contains("copilot_billing", zendesk.Ticket(7).Tags);    // and the test sees what it holds
/// </code></para>
/// <para>Over loopback, for another process:
/// <code>
/// await using var server = await zendesk.ListenAsync();          // SupportCopilot:Zendesk:BaseUrl={server.BaseUrl}
/// </code></para>
/// <para>Exports hold back the last minute: with a fixed clock, advance it by more than a minute before syncing changes.</para>
/// </summary>
public sealed class SimulatedZendesk
{
    private readonly Account _account;
    private readonly Courier _courier;

    /// <param name="settings">What kind of account; two hundred tickets without limits where it is null.</param>
    /// <param name="clock">The account's clock; this machine's where it is null.</param>
    public SimulatedZendesk(ZendeskSettings? settings = null, TimeProvider? clock = null)
    {
        Settings = settings ?? new ZendeskSettings();
        _account = new Account(Settings, clock ?? TimeProvider.System);
        _courier = new Courier(_account, new Switchboard(_account, Requests), Faults);
    }

    /// <summary>What kind of account it is.</summary>
    public ZendeskSettings Settings { get; }

    /// <summary>Each request that reached the account, as <c>PUT /api/v2/tickets/7.json</c>, with its status, in order.</summary>
    public RequestLog Requests { get; } = new();

    /// <summary>What goes wrong on the way to the account and back.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>Limits; they may be changed while the account works.</summary>
    public RateLimits Limits
    {
        get => Within(account => account.Meter.Limits);
        set => Within(account => account.Meter.Limits = value);
    }

    /// <summary>How long a job takes; may be changed while the account works.</summary>
    public TimeSpan JobDuration
    {
        get => Within(account => account.Jobs.Duration);
        set => Within(account => account.Jobs.Duration = value);
    }

    /// <summary>The next job does so many of its parts and then fails as a whole.</summary>
    public void BreakNextJobAfter(int parts) => Within(account => account.Jobs.NextBreaksAfter = parts);

    /// <summary>Answers a request in this process; fits <c>Outside.Has</c> and an HttpMessageHandler.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct) => InProcess.SendAsync(this, request, ct);

    /// <summary>An account as the inner handler of an HttpClient.</summary>
    public HttpMessageHandler Handler() => new InProcess.Handler(this);

    /// <summary>Lets it be reached over HTTP on this machine alone.</summary>
    /// <param name="port">The port; a free one where it is 0.</param>
    /// <param name="ct">Cancels the start.</param>
    public Task<LoopbackZendesk> ListenAsync(int port = 0, CancellationToken ct = default) => LoopbackZendesk.StartAsync(this, port, ct);

    /// <summary>A ticket as the account holds it now.</summary>
    public TicketSeen Ticket(long id) => Within(account => TicketSeen.Of(account, id));

    /// <summary>The tickets that changed or came since the start.</summary>
    public IReadOnlyList<long> ChangedTickets => Within(account => account.Tickets.Changed.Keys.Order().ToList());

    /// <summary>The number of the youngest ticket.</summary>
    public long LastTicket => Within(account => account.Tickets.LastNumber);

    /// <summary>Every update since the start, in order: who did what, and when.</summary>
    public IReadOnlyList<AuditSeen> Updates => Within(account => account.Tickets.Audits.Select(AuditSeen.Of).ToList());

    /// <summary>How many requests were refused for a limit.</summary>
    public int Refused => Within(account => account.Meter.Refused);

    /// <summary>How many OAuth tokens were given out.</summary>
    public int TokensGiven => Within(account => account.Tokens.Given);

    /// <summary>Makes every OAuth token invalid at once.</summary>
    public void RevokeTokens() => Within(account =>
    {
        account.Tokens.RevokeAll();
        return 0;
    });

    /// <summary>An agent, numbered from 1, who works in the account's own windows.</summary>
    public Person Agent(int number) => new(this, Generated.Ids.Admin + number);

    /// <summary>A customer, numbered from 1.</summary>
    public Person Customer(int number) => new(this, Generated.Ids.FirstCustomer + number - 1);

    /// <summary>Its Help Center, as its authors work on it.</summary>
    public Library HelpCenter => new(this);

    /// <summary>Its macros, as its admins work on them.</summary>
    public PreparedAnswers Macros => new(this);

    /// <summary>People who work on it by dice, beside the product.</summary>
    /// <param name="seed">Fixes what they do.</param>
    /// <param name="tickets">On which tickets; on all where it is null.</param>
    public Crowd Crowd(ulong seed, IReadOnlyList<long>? tickets = null) => new(this, seed, tickets);

    /// <summary>Tells a webhook what happens from now on.</summary>
    /// <param name="webhook">Where to, and what.</param>
    /// <param name="client">What carries it: <c>product.Anonymous()</c> in-process.</param>
    public WebhookSender Tells(Webhook webhook, HttpClient client) => new(this, webhook, client, _account.Clock);

    /// <summary>The account itself, as its automations act.</summary>
    public Machinery System => new(this);

    internal Task<Delivered> CarryAsync(SimulatedRequest request, CancellationToken ct) => _courier.CarryAsync(request, ct);

    internal T Within<T>(Func<Account, T> look)
    {
        lock (_account.Gate)
        {
            _account.CatchUp();
            return look(_account);
        }
    }
}
