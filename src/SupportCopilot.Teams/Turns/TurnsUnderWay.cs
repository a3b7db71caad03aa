using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using SupportCopilot.Teams.Arriving;
using SupportCopilot.Teams.Protocol;
using SupportCopilot.Teams.Sending;

namespace SupportCopilot.Teams.Turns;

/// <summary>
/// Works on turns apart from the requests that brought them: Teams waits some seconds and then sends the same again, so a turn
/// that takes longer is acknowledged and finished afterwards. A shutdown waits for them for a while; what is not done then stands in the book.
/// </summary>
internal sealed partial class TurnsUnderWay(IServiceScopeFactory scopes, ConnectorClient connector, TimeProvider clock, ILogger<TurnsUnderWay> log) : IHostedService, IDisposable
{
    /// <summary>Teams gives an invoke ten seconds; the way there and back is part of them.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LastPatience = TimeSpan.FromSeconds(10);

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private readonly HashSet<Task> _unfinished = [];

    /// <summary>Takes a turn on and waits for it a moment.</summary>
    public async Task<IResult> TakeAsync(Arrival arrival, CancellationToken ct)
    {
        var work = RunAsync(arrival);
        using var waiting = CancellationTokenSource.CreateLinkedTokenSource(ct);
        if (await Task.WhenAny(work, Task.Delay(Patience, clock, waiting.Token)) == work)
        {
            await waiting.CancelAsync();
            return (await work).ToResult();
        }

        var isPress = arrival.Activity is { Type: ActivityType.Invoke, Name: InvokeName.CardAction };
        Keep(FinishAsync(work, isPress ? arrival : null));
        return (isPress ? TurnAnswer.Saying("Still at it; the card will change when it is done.") : TurnAnswer.UnderWay).ToResult();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task[] left;
        lock (_gate) left = [.. _unfinished];
        await Task.WhenAny(Task.WhenAll(left), Task.Delay(LastPatience, clock, cancellationToken));
        await _stopping.CancelAsync();
        await Task.WhenAny(Task.WhenAll(left), Task.Delay(TimeSpan.FromSeconds(1), clock, CancellationToken.None));
    }

    public void Dispose() => _stopping.Dispose();

    private async Task<TurnAnswer> RunAsync(Arrival arrival)
    {
        await Task.Yield();
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<TakeTurn>().RunAsync(arrival, _stopping.Token);
    }

    /// <summary>Nobody waits for the request's answer any more, so a failure is logged here, and a pressed card is changed by a message.</summary>
    private async Task FinishAsync(Task<TurnAnswer> work, Arrival? pressed)
    {
        try
        {
            var answer = await work;
            if (pressed is not null && answer.Late is { } late) await SayLateAsync(pressed.Activity, late);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // It stands in the book as begun, and the next server finishes it.
        }
        catch (Exception thrown)
        {
            LogFailed(thrown);
        }
    }

    private Task SayLateAsync(Activity activity, Message late)
    {
        var place = new Place(activity.ServiceUrl!, activity.Conversation!.Id!, activity.Recipient?.Id);
        return late.Attachments is not null && activity.ReplyToId is { } card
            ? connector.UpdateAsync(place, card, late, _stopping.Token)
            : connector.ReplyAsync(place, late, activity.ReplyToId, _stopping.Token);
    }

    private void Keep(Task finishing)
    {
        lock (_gate) _unfinished.Add(finishing);
        finishing.ContinueWith(done => { lock (_gate) _unfinished.Remove(done); }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn that was acknowledged could not be finished")]
    private partial void LogFailed(Exception thrown);
}
