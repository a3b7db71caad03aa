using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupportCopilot.Storage;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>Removes events of a tenant that were worked off so long ago that they will not come again.</summary>
public sealed class RemoveOldDeskEvents
{
    private const int AtOnce = 2_000;

    private readonly SupportDbContext _db;
    private readonly WebhookOptions _options;
    private readonly TimeProvider _clock;

    private RemoveOldDeskEvents(SupportDbContext db, WebhookOptions options, TimeProvider clock) => (_db, _options, _clock) = (db, options, clock);

    // Made by hand: its options are the edge's own, and a public constructor would show them.
    internal static RemoveOldDeskEvents Of(IServiceProvider services) => new(
        services.GetRequiredService<SupportDbContext>(), services.GetRequiredService<IOptions<WebhookOptions>>().Value, services.GetRequiredService<TimeProvider>());

    /// <summary>Removes them, some thousands at a time: a webhook that arrives meanwhile waits for no long transaction.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var before = _clock.GetUtcNow().UtcDateTime.AddDays(-_options.KeepDays);
        while (true)
        {
            var old = await _db.DeskEvents.Where(e => e.WorkedAt != null && e.WorkedAt < before).OrderBy(e => e.Id).Take(AtOnce).ToListAsync(ct);
            if (old.Count == 0) return;
            _db.DeskEvents.RemoveRange(old);
            await _db.SaveChangesAsync(ct);
            _db.ChangeTracker.Clear();
        }
    }
}
