using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Triage;
using SupportCopilot.Triage.WritingBack;
using ZendeskSimulator;
using ZendeskSimulator.Oracle;

namespace SupportCopilot.Tests.Zendesk.Writing;

/// <summary>A product that writes back to a simulated account, by one clock that the test sets.</summary>
internal sealed class WritingDesk : IAsyncDisposable
{
    private const int MostRounds = 40;   // a loop that never ends fails its test instead

    private WritingDesk(SyncedDesk desk) => Desk = desk;

    public SyncedDesk Desk { get; }

    public SimulatedZendesk Zendesk => Desk.Zendesk;

    public static async Task<WritingDesk> WithAsync(string mode = "Full", ZendeskSettings? settings = null) =>
        new(await SyncedDesk.WithAsync(settings ?? new() { Tickets = 1 }, null, $"SupportCopilot:Zendesk:WriteBack={mode}"));

    /// <summary>A customer opens a ticket, and it is brought in.</summary>
    public async Task<long> OpensAsync(string subject = "Charged twice", string body = "You charged my card twice this month. Please refund one payment.", params string[] tags)
    {
        var number = Zendesk.Customer(1).Opens(subject, body, tags);
        await BringInAsync(number);
        return number;
    }

    /// <summary>What the sync or a webhook would bring, a minute later.</summary>
    public async Task BringInAsync(params IEnumerable<long> numbers)
    {
        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var number in numbers) await Desk.FetchAsync(number);
    }

    /// <summary>Triage makes this of a ticket.</summary>
    public Task JudgedAsync(long number, string category = "billing", string urgency = "normal", string? priority = null, double confidence = 0.9, string? withoutModel = null) =>
        Desk.Product.DatabaseAsync(async db =>
        {
            var id = number.ToString();
            var ticket = await db.Tickets.SingleAsync(t => t.Source == TicketSource.Zendesk && t.ExternalId == id);
            var fields = new Dictionary<string, FieldJudgement>
            {
                ["category"] = new(category, confidence, TriageSource.Rules, "category-1", ["refund one payment"]),
                ["urgency"] = new(urgency, confidence, TriageSource.Rules, "urgency-1", []),
                ["sentiment"] = new("negative", confidence, TriageSource.Rules, "sentiment-1", []),
            };
            if (priority is not null) fields["priority"] = new(priority, confidence, TriageSource.Rules, "priority-1", []);
            (ticket.Predicted.Category, ticket.Predicted.Urgency, ticket.Predicted.Sentiment, ticket.Predicted.Priority) = (category, urgency, "negative", priority);
            var detail = JsonSerializer.Serialize(new Judgement { Fields = fields, UrgencyWords = ["this month"] }, JudgementJson.Default.Judgement);
            if (await db.Verdicts.SingleOrDefaultAsync(v => v.TicketId == ticket.Id) is { } verdict) (verdict.Detail, verdict.WithoutModelBecause) = (detail, withoutModel);
            else db.Verdicts.Add(new TriageVerdict { TicketId = ticket.Id, MadeAt = Desk.Clock.GetUtcNow().UtcDateTime, Detail = detail, WithoutModelBecause = withoutModel });
            ticket.Owed = Owed.WriteBack;
            ticket.Version++;
            return await db.SaveChangesAsync();
        }, SyncedDesk.Tenant);

    /// <summary>What the job does: writes back as long as something can be written.</summary>
    public async Task WriteBackAsync()
    {
        for (var round = 0; await RoundAsync() > 0; round++) Assert.True(round < MostRounds, "Writing back does not come to an end.");
    }

    /// <summary>One round of it.</summary>
    public Task<int> RoundAsync(CancellationToken? ct = null) =>
        Desk.Product.InsideAsync(services => services.GetRequiredService<WriteBackOwed>().RunAsync(ct ?? TestContext.Current.CancellationToken), SyncedDesk.Tenant);

    /// <summary>What the job does with words that changed: takes what agents set right, triages, writes back.</summary>
    public async Task WorkOffAsync()
    {
        await Desk.Product.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<SupportDbContext>();
            var owed = await db.Tickets.Where(t => t.Owed != Owed.Nothing && (t.Owed & Owed.Triage) != Owed.Nothing).ToListAsync();
            await new TakeDeskCorrections(db, Desk.Clock).RunAsync(owed, CancellationToken.None);
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
            await services.GetRequiredService<TriageOwed>().RunAsync(CancellationToken.None);
        }, SyncedDesk.Tenant);
        await WriteBackAsync();
    }

    /// <summary>Time passes, and the job comes round again.</summary>
    public async Task LaterAsync(TimeSpan time)
    {
        Desk.Clock.Advance(time);
        await WriteBackAsync();
    }

    public TicketSeen Ticket(long number) => Zendesk.Ticket(number);

    public IReadOnlyList<string> OwnTagsOf(long number) => [.. Ticket(number).Tags.Where(tag => tag.StartsWith("copilot_", StringComparison.Ordinal))];

    /// <summary>How often somebody tried to change that ticket by itself.</summary>
    public int Puts(long number) => Zendesk.Requests.All.Count(r => r.Method == "PUT" && r.Path == $"/api/v2/tickets/{number}");

    public Task<List<Effect>> EffectsAsync() => Desk.LookAsync(db => db.Effects.AsNoTracking().OrderBy(e => e.Id).ToListAsync());

    public async Task<EffectState[]> StatesAsync() => [.. (await EffectsAsync()).Select(effect => effect.State)];

    public async Task<bool> IsOwedAsync(long number) => (await Desk.TicketAsync(number))!.Owed.HasFlag(Owed.WriteBack);

    /// <summary>Just before a request that fits reaches the account, something else happens there, and a second passes.</summary>
    public void JustBefore(string method, string path, Action happens, int times = 1)
    {
        var left = times;
        Desk.Answer = (request, ct) =>
        {
            if (request.Method.Method == method && request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal) && Interlocked.Decrement(ref left) >= 0)
            {
                Desk.Clock.Advance(TimeSpan.FromSeconds(1));
                happens();
            }

            return Zendesk.SendAsync(request, ct);
        };
    }

    public ValueTask DisposeAsync() => Desk.DisposeAsync();
}
