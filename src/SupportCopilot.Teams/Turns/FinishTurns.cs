using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;
using SupportCopilot.Teams.Arriving;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Teams.Turns;

/// <summary>
/// Finishes the turns of a tenant whose process died: what had not begun to leave is answered now; of what had, the person
/// is told, because nobody knows whether it arrived. Old entries of the book go.
/// </summary>
public sealed partial class FinishTurns
{
    private const int AtOnce = 50;
    private static readonly TimeSpan LongestSending = TimeSpan.FromMinutes(5);   // with every retry and every wait that Teams may ask for
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);   // Teams repeats within minutes

    private const string Interrupted = "I was restarted while I answered you. If you see no answer above, please ask again.";

    private readonly SupportDbContext _db;
    private readonly TurnBook _book;
    private readonly ConnectorClient _connector;
    private readonly IServiceScopeFactory _scopes;
    private readonly TimeProvider _clock;
    private readonly ILogger<FinishTurns> _log;

    private FinishTurns(SupportDbContext db, TurnBook book, ConnectorClient connector, IServiceScopeFactory scopes, TimeProvider clock, ILogger<FinishTurns> log) =>
        (_db, _book, _connector, _scopes, _clock, _log) = (db, book, connector, scopes, clock, log);

    // Made by hand: what it works with is the edge's own, and a public constructor would show it.
    internal static FinishTurns Of(IServiceProvider services) => new(
        services.GetRequiredService<SupportDbContext>(), services.GetRequiredService<TurnBook>(), services.GetRequiredService<ConnectorClient>(),
        services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<ILogger<FinishTurns>>());

    /// <summary>Works until no turn of the scope's tenant is left behind.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var now = _clock.GetUtcNow().UtcDateTime;
        var (stale, lost, old) = (now - TurnBook.Stale, now - LongestSending, now - Kept);
        foreach (var turn in await _db.Turns.AsNoTracking().Where(t => t.AnsweredAt == null && t.BegunAt < stale && (t.SendingAt == null || t.SendingAt < lost)).OrderBy(t => t.ReceivedAt).Take(AtOnce).ToListAsync(ct))
            await FinishAsync(turn, ct);

        _db.Turns.RemoveRange(await _db.Turns.Where(t => t.AnsweredAt != null && t.ReceivedAt < old).OrderBy(t => t.ReceivedAt).Take(AtOnce).ToListAsync(ct));
        await _db.SaveChangesAsync(ct);
    }

    private async Task FinishAsync(Turn turn, CancellationToken ct)
    {
        var entry = new TurnEntry(turn.TenantId, turn.Key);
        if (turn.Message is null || turn.Attempts >= TurnBook.MostAttempts || turn.SendingAt is not null)
        {
            await _book.AnsweredAsync(entry, ct);   // first: what follows is said at most once
            LogGivenUp(turn.Attempts);
            if (turn.Message is not null) await TellAsync(Arrival.OfJson(turn.Message).Activity, ct);
            return;
        }

        await using var scope = _scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TakeTurn>().RunAsync(Arrival.OfJson(turn.Message), ct);
    }

    private Task TellAsync(Activity activity, CancellationToken ct) => activity.Type is ActivityType.Message or ActivityType.MessageUpdate
        ? _connector.PostAsync(new(activity.ServiceUrl!, activity.Conversation!.Id!, activity.Recipient?.Id), Message.Saying(Interrupted), ct)
        : Task.CompletedTask;   // a welcome is missed by nobody

    [LoggerMessage(Level = LogLevel.Warning, Message = "A turn was left unanswered by a process that ended; it had been begun {Attempts} times")]
    private partial void LogGivenUp(int attempts);
}
