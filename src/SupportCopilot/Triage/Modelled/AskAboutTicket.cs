using Microsoft.Extensions.Logging;
using SupportCopilot.Models;

namespace SupportCopilot.Triage.Modelled;

/// <summary>Asks a model about one ticket, or about a few in one question; of these, each whose answer cannot be used is asked about once more, alone.</summary>
internal sealed partial class AskAboutTicket(AskModel models, TimeProvider clock, ILogger log)
{
    public async Task<IReadOnlyList<TriageDone>> RunAsync(IReadOnlyList<TriageJob> jobs, CancellationToken ct) => jobs is [var one] ? [await AloneAsync(one, ct)] : await TogetherAsync(jobs, ct);

    private async Task<TriageDone> AloneAsync(TriageJob job, CancellationToken ct)
    {
        if (job.Judged?.Question is not { } question || job.HasLostItsModel) return new TriageDone(job, null, null, TimeSpan.Zero);
        var start = clock.GetTimestamp();
        try
        {
            var result = await models.RunAsync(question.Request with { TicketId = job.TicketId, Names = job.Names, Server = ServerOf(job) }, ct);
            return new TriageDone(job, result, null, clock.GetElapsedTime(start));
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            // One ticket that breaks us must not keep the others from their verdicts; its own says that it failed.
            LogBroken(job.TicketId, thrown.GetType().Name, thrown.StackTrace);
            return new TriageDone(job, null, thrown.GetType().Name, clock.GetElapsedTime(start));
        }
    }

    private async Task<IReadOnlyList<TriageDone>> TogetherAsync(IReadOnlyList<TriageJob> jobs, CancellationToken ct)
    {
        var start = clock.GetTimestamp();
        var request = TriageTogether.Of([.. jobs.Select(job => job.Judged!.Question!)]) with { Names = [.. jobs.SelectMany(job => job.Names).Distinct()], Server = ServerOf(jobs[0]) };
        ModelResult<IReadOnlyList<ModelReading<ModelledTriage>>> result;
        try
        {
            result = await models.RunAsync(request, ct);
        }
        catch (Exception thrown) when (thrown is not OperationCanceledException)
        {
            LogBroken(jobs[0].TicketId, thrown.GetType().Name, thrown.StackTrace);
            return await AloneAsync(jobs, ModelUse.None(request.Prompt), ct);
        }

        var took = clock.GetElapsedTime(start);
        if (result is ModelResult<IReadOnlyList<ModelReading<ModelledTriage>>>.Unavailable unavailable)   // nobody answers about one ticket either
            return [.. jobs.Select((job, at) => new TriageDone(job, new ModelResult<ModelledTriage>.Unavailable(Share(result.Use, jobs.Count, at), unavailable.RetryAfter, unavailable.Reason), null, took))];
        // What a filter refuses, or what takes too long, may be one ticket's doing.
        if (result is not ModelResult<IReadOnlyList<ModelReading<ModelledTriage>>>.Answered { Value: var readings }) return await AloneAsync(jobs, result.Use, ct);

        var done = new List<TriageDone>(jobs.Count);
        foreach (var (at, job) in jobs.Index())
        {
            var share = Share(result.Use, jobs.Count, at);
            done.Add(readings[at] is { Wrong: null, Value: { } said } ? new TriageDone(job, new ModelResult<ModelledTriage>.Answered(said, share), null, took) : With(share, await AloneAsync(job, ct)));
        }

        return done;
    }

    private async Task<IReadOnlyList<TriageDone>> AloneAsync(IReadOnlyList<TriageJob> jobs, ModelUse before, CancellationToken ct)
    {
        var done = new List<TriageDone>(jobs.Count);
        foreach (var (at, job) in jobs.Index()) done.Add(With(Share(before, jobs.Count, at), await AloneAsync(job, ct)));
        return done;
    }

    private static TriageDone With(ModelUse before, TriageDone done) => done with { Result = done.Result is null ? null : done.Result with { Use = before.And(done.Result.Use) } };

    /// <summary>A ticket's part of what a question about several used; the parts add up to the whole.</summary>
    private static ModelUse Share(ModelUse use, int count, int at)
    {
        return use with { InputTokens = Part(use.InputTokens), OutputTokens = Part(use.OutputTokens), CostMicros = Part(use.CostMicros) };

        long Part(long all) => (all / count) + (at < all % count ? 1 : 0);
    }

    private static string? ServerOf(TriageJob job) => job.Place is null ? null : job.Judged!.Question!.Server;

    // Without the message, which may hold what was read.
    [LoggerMessage(Level = LogLevel.Error, Message = "Asking a model about ticket {TicketId} failed with {Error}: {StackTrace}")]
    private partial void LogBroken(long ticketId, string error, string? stackTrace);
}
