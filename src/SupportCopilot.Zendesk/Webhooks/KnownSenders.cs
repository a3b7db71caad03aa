using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Zendesk.Connections;

namespace SupportCopilot.Zendesk.Webhooks;

/// <summary>
/// Who may send webhooks, held in memory: were the database asked about each address, how long that takes would tell a
/// stranger which tenants there are. Each sender has as many secrets as the one with the most, for the same reason.
/// </summary>
internal sealed class KnownSenders(IServiceScopeFactory scopes, DeskConnections connections, TimeProvider clock)
{
    private const int MostSecrets = 8;

    /// <summary>How long a new connection, or a secret that was taken back, may go unnoticed.</summary>
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(15);

    private readonly SemaphoreSlim _reading = new(1, 1);
    private readonly byte[][] _nobodys = [.. Enumerable.Range(0, MostSecrets).Select(_ => RandomNumberGenerator.GetBytes(32))];
    private volatile Known _known = new(new Dictionary<(string, string), Sender>(), DateTimeOffset.MinValue, 1);

    private bool IsFresh => clock.GetUtcNow() - _known.ReadAt <= Freshness;

    /// <summary>The sender of an address; one with secrets that nobody has where no desk is connected there.</summary>
    public async ValueTask<Sender> OfAsync(string source, string tenantKey, CancellationToken ct)
    {
        var known = IsFresh ? _known : await ReadAsync(ct);
        return known.Senders.GetValueOrDefault((source, tenantKey)) ?? new Sender(0, _nobodys[..known.SecretsEach]);
    }

    private async Task<Known> ReadAsync(CancellationToken ct)
    {
        // One reads; whoever comes meanwhile goes on with what is known, but for those who come before anything is.
        if (!await _reading.WaitAsync(_known.ReadAt == DateTimeOffset.MinValue ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, ct)) return _known;
        try
        {
            return IsFresh ? _known : _known = await ConnectedAsync(ct);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task<Known> ConnectedAsync(CancellationToken ct)
    {
        var desks = (await connections.AllAsync(ct)).SelectMany(desk => new[]
        {
            (desk.TenantId, Source: TicketSource.Zendesk, Secrets: desk.Zendesk?.WebhookSecrets),
            (desk.TenantId, Source: TicketSource.Intercom, Secrets: desk.Intercom?.ClientSecrets),
        }).Where(desk => desk.Secrets is { Count: > 0 }).ToList();
        var each = Math.Clamp(desks.Select(desk => desk.Secrets!.Count).DefaultIfEmpty(1).Max(), 1, MostSecrets);
        var keys = desks.Count == 0 ? [] : await KeysAsync(ct);
        return new(
            desks.ToDictionary(desk => (desk.Source, keys[desk.TenantId]), desk => new Sender(desk.TenantId, [.. desk.Secrets!.Select(Encoding.UTF8.GetBytes).Concat(_nobodys).Take(each)])),
            clock.GetUtcNow(), each);
    }

    private async Task<Dictionary<int, string>> KeysAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<SupportDbContext>().Tenants.ToDictionaryAsync(tenant => tenant.Id, tenant => tenant.Key, ct);
    }

    private sealed record Known(IReadOnlyDictionary<(string Source, string TenantKey), Sender> Senders, DateTimeOffset ReadAt, int SecretsEach);
}
