using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;
using SupportCopilot.Storage;
using SupportCopilot.Teams.Arriving;

namespace SupportCopilot.Teams.Turns;

/// <summary>
/// Remembers which messages came, so that each is answered once however often Teams sends it. Its rows are written on a
/// context of their own: an answer that failed half-way must not take the book down with it.
/// </summary>
internal sealed class TurnBook(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Whoever began that long ago has stopped: every turn is given up before.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromSeconds(60);

    /// <summary>A message that brings the process down each time is not tried for ever.</summary>
    public const int MostAttempts = 3;

    /// <summary>Begins to work on a message.</summary>
    /// <returns>Its entry; null where it is answered, being answered, or given up.</returns>
    public async Task<TurnEntry?> BeginAsync(Arrival arrival, CancellationToken ct)
    {
        var entry = new TurnEntry(arrival.TenantId, KeyOf(arrival));
        var now = clock.GetUtcNow().UtcDateTime;
        return await ChangeAsync(entry, (db, turn) =>
        {
            if (turn is null)
            {
                db.Turns.Add(new Turn { Key = entry.Key, ReceivedAt = now, BegunAt = now, Attempts = 1, Message = arrival.ToJson() });
                return true;
            }

            if (turn.AnsweredAt is not null || turn.SendingAt is not null || turn.BegunAt > now - Stale || turn.Attempts >= MostAttempts) return false;
            turn.Attempts++;
            turn.BegunAt = now;
            return true;
        }, ct) ? entry : null;
    }

    /// <summary>The answer is about to leave: from here on it is not sent a second time.</summary>
    public Task SendingAsync(TurnEntry entry, CancellationToken ct) => SetAsync(entry, turn => turn.SendingAt = clock.GetUtcNow().UtcDateTime, ct);

    /// <summary>The answer certainly did not leave, so that it may be tried again.</summary>
    public Task NotSentAsync(TurnEntry entry, CancellationToken ct) => SetAsync(entry, turn => turn.SendingAt = null, ct);

    /// <summary>Nothing more is to be done; the message's words are forgotten.</summary>
    public Task AnsweredAsync(TurnEntry entry, CancellationToken ct) => SetAsync(entry, turn =>
    {
        turn.AnsweredAt = clock.GetUtcNow().UtcDateTime;
        turn.Message = null;
    }, ct);

    /// <summary>Takes an entry out, so that the same may come again.</summary>
    public Task ForgetAsync(Arrival arrival, CancellationToken ct) => ChangeAsync(new(arrival.TenantId, KeyOf(arrival)), (db, turn) =>
    {
        if (turn is not null) db.Turns.Remove(turn);
        return turn is not null;
    }, ct);

    /// <summary>A message by conversation and activity id, an edited one by its new words besides; a welcome by its conversation, whatever told of the installation.</summary>
    private static string KeyOf(Arrival arrival)
    {
        var (activity, conversation) = (arrival.Activity, arrival.Activity.Conversation!.Id!);
        var what = activity.Type switch
        {
            Protocol.ActivityType.Message => $"message|{conversation}|{activity.Id}",
            Protocol.ActivityType.MessageUpdate => $"message|{conversation}|{activity.Id}|{activity.Text}",
            _ => $"welcome|{KeepConversation.WithoutThread(conversation)}",
        };
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(what)));
    }

    private Task SetAsync(TurnEntry entry, Action<Turn> change, CancellationToken ct) => ChangeAsync(entry, (_, turn) =>
    {
        if (turn is not null) change(turn);
        return turn is not null;
    }, ct);

    /// <returns>Whether the change was made, and nobody else made one in between.</returns>
    private async Task<bool> ChangeAsync(TurnEntry entry, Func<SupportDbContext, Turn?, bool> change, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(entry.TenantId);
        var db = scope.ServiceProvider.GetRequiredService<SupportDbContext>();
        if (!change(db, await db.Turns.SingleOrDefaultAsync(t => t.Key == entry.Key, ct))) return false;
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
        catch (DbUpdateException)   // the same message twice at one moment: one of them wrote first
        {
            if (await db.Turns.AsNoTracking().AnyAsync(t => t.Key == entry.Key, ct)) return false;
            throw;
        }
    }
}

/// <summary>An entry of the book.</summary>
internal sealed record TurnEntry(int TenantId, string Key);
