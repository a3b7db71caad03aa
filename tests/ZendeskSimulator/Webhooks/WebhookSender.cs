using System.Globalization;
using System.Text;
using ZendeskSimulator.Generated;
using ZendeskSimulator.Http;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Webhooks;

/// <summary>
/// Tells a webhook what happens on the account. A test calls <see cref="DeliverAsync"/> when it wants it told;
/// <see cref="RunAsync"/> tells it as it happens.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    private const int TriesOnConflict = 4;
    private const int TriesOnTimeout = 6;

    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromSeconds(60);

    private readonly SimulatedZendesk _zendesk;
    private readonly Webhook _webhook;
    private readonly HttpClient _client;
    private readonly TimeProvider _clock;
    private readonly Breaker _breaker;
    private readonly Lock _gate = new();
    private readonly List<Invocation> _waiting = [];
    private readonly List<Attempt> _attempts = [];
    private readonly List<Invocation> _dropped = [];
    private readonly string _id;
    private Dice _dice;

    internal WebhookSender(SimulatedZendesk zendesk, Webhook webhook, HttpClient client, TimeProvider clock)
    {
        (_zendesk, _webhook, _client, _clock) = (zendesk, webhook, client, clock);
        _breaker = new Breaker(clock);
        _dice = new Dice(webhook.Seed, 0);
        _id = $"01SIM{webhook.Seed.ToString("D21", CultureInfo.InvariantCulture)}";
        _zendesk.Within(account =>
        {
            account.Updated += Take;
            return 0;
        });
    }

    /// <summary>Every try so far, in order.</summary>
    public IReadOnlyList<Attempt> Attempts
    {
        get
        {
            lock (_gate) return [.. _attempts];
        }
    }

    /// <summary>What was never told, because the breaker was open or every try failed.</summary>
    public IReadOnlyList<Invocation> Dropped
    {
        get
        {
            lock (_gate) return [.. _dropped];
        }
    }

    /// <summary>How many wait to be told.</summary>
    public int Waiting
    {
        get
        {
            lock (_gate) return _waiting.Count;
        }
    }

    /// <summary>How often the breaker has stopped it.</summary>
    public int Trips => _breaker.Trips;

    /// <summary>Tells everything that waits: some of it twice, some of it out of order, as the webhook's settings say.</summary>
    public Task DeliverAsync(CancellationToken ct) =>
        Parallel.ForEachAsync(Batch(), new ParallelOptions { MaxDegreeOfParallelism = _webhook.Concurrency, CancellationToken = ct }, async (invocation, ct) =>
        {
            if (MayCall()) await TellAsync(invocation, ct);
            else lock (_gate) _dropped.Add(invocation);
        });

    /// <summary>Tells what happens as it happens, until it is cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        try
        {
            do
            {
                _zendesk.Within(_ => 0);   // jobs and late writes happen in time, though nobody asks
                await DeliverAsync(ct);
            }
            while (await timer.WaitForNextTickAsync(ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _zendesk.Within(account =>
    {
        account.Updated -= Take;
        return 0;
    });

    private void Take(Ticket ticket, Audit audit)
    {
        var told = _webhook.Triggers.Count > 0
            ? _webhook.Triggers.Where(t => t.Fires(ticket, audit)).Select(t => (Type: t.Title, Body: t.Said(ticket)))
            : TicketEvents.Of(ticket, audit).Where(e => _webhook.Subscriptions.Count == 0 || _webhook.Subscriptions.Contains(e.Type));
        lock (_gate)
            foreach (var (type, body) in told)
                _waiting.Add(new Invocation($"01INV{_dice.Next().ToString("D20", CultureInfo.InvariantCulture)}", ticket.Id, type, body));
    }

    private List<Invocation> Batch()
    {
        lock (_gate)
        {
            var batch = new List<Invocation>(_waiting.Count);
            foreach (var invocation in _waiting)
            {
                batch.Add(invocation);
                if (_webhook.Duplicates > 0 && _dice.Share() < _webhook.Duplicates) batch.Add(invocation);
            }
            _waiting.Clear();
            if (_webhook.Disorder > 1)
                for (var n = batch.Count - 1; n > 0; n--)
                {
                    var other = Math.Max(0, n - _dice.Below(_webhook.Disorder));
                    (batch[n], batch[other]) = (batch[other], batch[n]);
                }
            return batch;
        }
    }

    private bool MayCall()
    {
        lock (_gate) return _breaker.LetsThrough();
    }

    private async Task TellAsync(Invocation invocation, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (status, retryAfter) = await TryAsync(invocation, ct);
            var tried = new Attempt(invocation, attempt, status);
            lock (_gate)
            {
                _attempts.Add(tried);
                _breaker.Note(!tried.IsTaken);
            }
            if (tried.IsTaken) return;
            // Only a conflict, a request to wait a little, and silence are worth another try to Zendesk.
            var tries = status switch { null => TriesOnTimeout, 409 => TriesOnConflict, 429 or 503 when retryAfter < LongestRetryAfter => TriesOnConflict, _ => 1 };
            if (attempt >= tries || !MayCall())
            {
                lock (_gate) _dropped.Add(invocation);
                return;
            }
            await Task.Delay(retryAfter ?? _webhook.RetryDelay, _clock, ct);
        }
    }

    private async Task<(int? Status, TimeSpan? RetryAfter)> TryAsync(Invocation invocation, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _webhook.Url) { Content = new StringContent(invocation.Body, Encoding.UTF8, "application/json") };
        var timestamp = JsonWords.Time(_clock.GetUtcNow().ToUnixTimeSeconds());
        request.Headers.Add("X-Zendesk-Account-Id", "1");
        request.Headers.Add("X-Zendesk-Webhook-Id", _id);
        request.Headers.Add("X-Zendesk-Webhook-Invocation-Id", invocation.Id);
        request.Headers.Add("X-Zendesk-Webhook-Signature-Timestamp", timestamp);
        request.Headers.Add("X-Zendesk-Webhook-Signature", Signature.Of(_webhook.Secret, timestamp, invocation.Body));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_webhook.Timeout);
        try
        {
            using var answer = await _client.SendAsync(request, patience.Token);
            return ((int)answer.StatusCode, answer.Headers.RetryAfter?.Delta);
        }
        catch (Exception failed) when (failed is HttpRequestException || failed is OperationCanceledException && !ct.IsCancellationRequested)
        {
            return (null, null);   // it counts as a try without an answer, and is tried again
        }
    }
}
