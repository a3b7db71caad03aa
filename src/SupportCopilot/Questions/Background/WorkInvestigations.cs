using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Background;

/// <summary>
/// Works the questions of a tenant that wait, at a few places side by side. A lease settles which process has a place; what was
/// being worked on at a place whose process is no more is begun anew by the one that has it next.
/// </summary>
public sealed class WorkInvestigations
{
    /// <summary>Places of a tenant: one long question does not hold up all others, and many do not take the whole machine.</summary>
    public const int Slots = 2;

    private const int MostAttempts = 3;   // one that ends its process each time is not to do so for ever
    private static readonly TimeSpan LeaseTime = TimeSpan.FromMinutes(10);   // longer than any one question

    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly IServiceScopeFactory _scopes;
    private readonly Leases _leases;
    private readonly RunningHere _running;
    private readonly TimeProvider _clock;

    internal WorkInvestigations(SupportDbContext db, CurrentTenant tenant, IServiceScopeFactory scopes, Leases leases, RunningHere running, TimeProvider clock) =>
        (_db, _tenant, _scopes, _leases, _running, _clock) = (db, tenant, scopes, leases, running, clock);

    /// <summary>Whether anything is still to be done for this tenant's questions.</summary>
    public Task<bool> IsOwedAsync(CancellationToken ct) => _db.Investigations.AnyAsync(i => i.IsOwed, ct);

    /// <summary>Works at one place until nothing waits.</summary>
    /// <param name="slot">The place, from 0.</param>
    /// <param name="ct">Stops; what was begun is begun anew by the next process.</param>
    /// <returns>Whether the place was ours; false where another process has it.</returns>
    public async Task<bool> RunAsync(int slot, CancellationToken ct)
    {
        if (!await _db.Investigations.AnyAsync(i => i.IsOwed && (i.State == InvestigationState.Queued || (i.State == InvestigationState.Running && i.Slot == slot)), ct)) return true;
        await using var hold = await _leases.TryTakeAsync($"questions/{_tenant.Id}/{slot}", LeaseTime, ct);
        if (hold is null) return false;

        while (await ClaimAsync(slot, hold, ct) is { } row)
        {
            if (row.Attempts > MostAttempts) await EndAsync(row.Id, hold, GivenUp(row.Id), InvestigationState.Failed, Visibility.Everything, ct);
            else await WorkAsync(row, hold, ct);
        }

        return true;
    }

    /// <summary>What lies at this place is no other's: its process is no more. Else the one that waits longest.</summary>
    private async Task<Investigation?> ClaimAsync(int slot, LeaseHold hold, CancellationToken ct)
    {
        while (true)
        {
            _db.ChangeTracker.Clear();
            var row = await _db.Investigations.Where(i => i.IsOwed && i.State == InvestigationState.Running && i.Slot == slot).OrderBy(i => i.AskedAt).FirstOrDefaultAsync(ct)
                ?? await _db.Investigations.Where(i => i.IsOwed && i.State == InvestigationState.Queued).OrderBy(i => i.AskedAt).FirstOrDefaultAsync(ct);
            if (row is null) return null;

            (row.State, row.Slot, row.StartedAt, row.Progress) = (InvestigationState.Running, slot, Now, 0);
            row.Attempts++;
            row.Version++;
            try
            {
                await hold.SaveAsync(_db, ct);
                return row;
            }
            catch (DbUpdateConcurrencyException)   // cancelled, or taken at another place, between our look and our write
            {
            }
        }
    }

    private async Task WorkAsync(Investigation row, LeaseHold hold, CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        using var entry = _running.Enter(row.Id, stop);
        try
        {
            await using var scope = _scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(_tenant.Id);
            var told = new TellProgress(_scopes, _tenant.Id, row.Id, _clock, stop);
            var made = await told.WhileAsync(progress => AnswerAsync(scope.ServiceProvider, row, progress, stop.Token), stop.Token);
            await EndAsync(row.Id, hold, made, InvestigationState.Done, scope.ServiceProvider.GetRequiredService<CurrentCaller>().Visibility, ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Its asker stopped it, and the row says so already.
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or LeaseLostException))
        {
            await EndAsync(row.Id, hold, GivenUp(row.Id), InvestigationState.Failed, Visibility.Everything, CancellationToken.None);   // it would fail again at once
            throw;
        }
    }

    private static async Task<Outcome> AnswerAsync(IServiceProvider services, Investigation row, IProgress<WorkStep> progress, CancellationToken ct)
    {
        if (!await services.GetRequiredService<StandInForAsker>().RunAsync(row, ct))
            return new Outcome(new Answer(row.Id, AnswerKind.Refusal, "Your rights have changed since you asked; there is nothing that may be shown."), null);

        var worker = services.GetServices<ILongWork>().Single(one => one.Kind == row.Kind);
        try
        {
            return await worker.RunAsync(row.Id, row.Work, progress, ct);
        }
        catch (TimeoutException)
        {
            return new Outcome(new Answer(row.Id, AnswerKind.Refusal, "That took longer than a question may. Ask for a shorter period."), null);
        }
    }

    /// <summary>Puts the answer in its place, unless the question was cancelled meanwhile.</summary>
    private async Task EndAsync(string id, LeaseHold hold, Outcome made, InvestigationState state, Visibility madeIn, CancellationToken ct)
    {
        while (true)
        {
            _db.ChangeTracker.Clear();
            var row = await _db.Investigations.SingleAsync(i => i.Id == id, ct);
            if (row.IsOver) return;

            var question = await _db.Questions.SingleAsync(q => q.Id == id, ct);
            var answer = made.Answer with { Id = id, ElapsedMs = Math.Round((Now - row.AskedAt).TotalMilliseconds, 1) };
            (question.Answer, question.Plan) = (KeptAnswer.Text(answer, madeIn), KeptAnswer.Plan(answer, made.Run));
            row.End(state, Now);
            try
            {
                await hold.SaveAsync(_db, ct);
                return;
            }
            catch (DbUpdateConcurrencyException)   // cancelled at this very moment, or Teams told which message it is
            {
            }
        }
    }

    private static Outcome GivenUp(string id) => new(new Answer(id, AnswerKind.Refusal, "Something went wrong while this was worked out; it has been logged. Please ask again."), null);

    private DateTime Now => _clock.GetUtcNow().UtcDateTime;
}
