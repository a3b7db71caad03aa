using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupportCopilot.Models;
using SupportCopilot.Models.Ledger;
using SupportCopilot.Storage;
using SupportCopilot.Tests.Models.Scripted;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Triage;

namespace SupportCopilot.Tests.Models;

/// <summary>The product with a scripted model server behind it, called «scripted».</summary>
public sealed class ModelProduct : Product
{
    public const string Server = "scripted";

    private ModelProduct(string[] settings, Action<IServiceCollection>? fakes) : base([.. Defaults, .. settings], fakes: services =>
    {
        services.Replace(ServiceDescriptor.Singleton<ITicketDesk>(new RecordingDesk()));
        fakes?.Invoke(services);
    }) => Outside.Has("model.test", Model.SendAsync);

    /// <summary>The desk that is told; it takes everything.</summary>
    public RecordingDesk Desk => (RecordingDesk)Services.GetRequiredService<ITicketDesk>();

    public ScriptedModel Model { get; } = new();

    private static string[] Defaults =>
    [
        $"SupportCopilot:Models:0:Name={Server}", "SupportCopilot:Models:0:Endpoint=https://model.test/v1", "SupportCopilot:Models:0:Model=scripted-1",
        $"SupportCopilot:Models:0:Key={ScriptedModel.Key}", "SupportCopilot:Models:0:InputPer1M=2.5", "SupportCopilot:Models:0:OutputPer1M=10",
        "SupportCopilot:ModelGate:CacheMinutes=0", "SupportCopilot:Models:0:RetrySeconds=0.01", "SupportCopilot:Models:0:TrySeconds=5", "SupportCopilot:Models:0:TotalSeconds=10",
    ];

    public static async Task<ModelProduct> StartAsync(params string[] settings) => await StartAsync(null, settings);

    public static async Task<ModelProduct> StartAsync(Action<IServiceCollection>? fakes, params string[] settings)
    {
        var product = new ModelProduct(settings, fakes);
        await product.InitializeAsync();
        return product;
    }

    public Task<TicketTriage> ShownAsync(long id) =>
        InsideAsync(async services => (await services.GetRequiredService<ShowTriage>().RunAsync(id, CancellationToken.None))!);

    public Task<TriageVerdict> VerdictAsync(long id) => DatabaseAsync(db => db.Verdicts.AsNoTracking().SingleAsync(v => v.TicketId == id));

    /// <summary>The ledger, with what waited to be written.</summary>
    public Task<List<ModelCall>> LedgerAsync() => InsideAsync(async services =>
    {
        await services.WriteDownModelCallsAsync();
        return await services.GetRequiredService<SupportDbContext>().ModelCalls.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
    });

    public Task<Ticket> TicketAsync(long id) => DatabaseAsync(db => db.Tickets.AsNoTracking().SingleAsync(t => t.Id == id));

    /// <summary>Brings in a ticket of a connected desk.</summary>
    public Task<long> HasDeskTicketAsync(string subject, string description, string status = TicketStatus.Open, TriageValues? given = null) =>
        HasTicketAsync(new IncomingTicket(TicketSource.Zendesk, Guid.NewGuid().ToString("N"))
        {
            Subject = subject,
            Status = status,
            CreatedAt = new DateTime(2026, 3, 2, 8, 0, 0, DateTimeKind.Utc),
            Given = given ?? new TriageValues(),
            Comments = [new IncomingComment("0", description)],
        });
}
