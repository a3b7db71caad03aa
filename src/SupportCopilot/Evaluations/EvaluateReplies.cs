using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Writing;
using SupportCopilot.Storage;

namespace SupportCopilot.Evaluations;

/// <summary>Has replies suggested to the tickets of a set, and written where a model is set, and holds them against the rubric of <see cref="RubricOfReplies"/>.</summary>
internal sealed class EvaluateReplies(SupportDbContext db, FillDesk desk, CurrentTenant tenant, IServiceScopeFactory scopes) : IEvaluate
{
    public string Task => "replies";

    public async Task RunAsync(EvaluationSet set, Tally tally, IProgress<double>? progress, CancellationToken ct)
    {
        await desk.ArticlesAsync(set, ct);
        var ids = await desk.TicketsAsync([.. set.Cases.Select(FillDesk.TicketOf)], ct);
        await desk.TriageAsync(ct);
        await desk.IndexAsync(ct);
        var articles = await db.Articles.AsNoTracking().ToDictionaryAsync(a => a.Id, ct);
        foreach (var (place, one) in set.Cases.Index())
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
            var shown = (await scope.ServiceProvider.GetRequiredService<AssistAgent>().RunAsync(ids[one.Id], ct))!;
            var (reply, isModelled) = await WrittenAsync(scope.ServiceProvider, ids[one.Id], shown.Reply, ct);
            if (isModelled is { } modelled) tally.Count(FigureNames.Modelled, modelled);
            RubricOfReplies.Judge(one, reply, [.. shown.Articles.Select(article => article.Id)], articles, tally);
            progress?.Report((place + 1d) / set.Cases.Count);
        }
    }

    /// <summary>What the agent would send: the model's words where it wrote and they held, else what was suggested.</summary>
    private static async Task<(SuggestedReply Reply, bool? IsModelled)> WrittenAsync(IServiceProvider services, long ticket, SuggestedReply suggested, CancellationToken ct)
    {
        if (suggested.Text is null || !await WriteReply.CanBeAskedAsync(services.GetRequiredService<AskModel>(), ct)) return (suggested, null);
        WrittenPiece? last = null;
        if (await services.GetRequiredService<WriteReply>().RunAsync(ticket, ct) is { } pieces)
            await foreach (var piece in pieces.WithCancellation(ct)) last = piece;
        return last?.Reply is { } written ? (written, true) : (suggested, false);
    }
}
