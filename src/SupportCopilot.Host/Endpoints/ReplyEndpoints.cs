using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Models;
using SupportCopilot.Replies;
using SupportCopilot.Replies.Outlook;
using SupportCopilot.Replies.Summaries;
using SupportCopilot.Replies.Summaries.Modelled;
using SupportCopilot.Replies.Writing;

namespace SupportCopilot.Host.Endpoints;

internal static class ReplyEndpoints
{
    public static void MapReplies(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapGroup("/api/tickets").RequireRole(Role.Agent).WithTags("Replies");
        app.MapGet("/api/outlook", ShowFigures).RequireRole(Role.Analyst).WithTags("Replies");
        tickets.MapGet("/{id:long}/assist", Assist);
        tickets.MapGet("/{id:long}/summary", Summarise);
        tickets.MapGet("/by-source/{source}/{externalId}/assist", AssistBySource);
    }

    /// <summary>What an agent sees beside the ticket.</summary>
    internal static async Task<Results<Ok<Assistance>, NotFound>> Assist(long id, AssistAgent assist, AskModel models, CancellationToken ct) =>
        await assist.RunAsync(id, ct) is { } found ? TypedResults.Ok(await ToldAsync(found, models, ct)) : TypedResults.NotFound();

    /// <summary>The thread in a few lines: by a model where one is set and its words stand in the thread, else as the sidebar's first answer has it.</summary>
    internal static async Task<Results<Ok<Summary>, NotFound>> Summarise(long id, SummariseByModel summarise, CancellationToken ct) =>
        await summarise.RunAsync(id, ct) is { } summary ? TypedResults.Ok(summary) : TypedResults.NotFound();

    /// <summary>How the told risks and times did on the newest fifth of the done tickets, which they had not seen; for who sees the whole desk.</summary>
    internal static async Task<Results<Ok<OutlookFigures>, NotFound>> ShowFigures(TellOutlook tell, CancellationToken ct) =>
        await tell.FiguresAsync(ct) is { } figures ? TypedResults.Ok(figures) : TypedResults.NotFound();

    /// <summary>The same by the ticket's id at its source. A desk's ticket that is not here yet is fetched; 503 when the desk does not answer.</summary>
    internal static async Task<Results<Ok<Assistance>, ProblemHttpResult>> AssistBySource(string source, string externalId, AssistBySource assist, AskModel models, CancellationToken ct) =>
        await assist.RunAsync(source, externalId, ct) switch
        {
            { Assistance: { } found } => TypedResults.Ok(await ToldAsync(found, models, ct)),
            { Silence: DeskSilence.NotConnected } => Nothing("notConnected", "No such desk is connected here, so a ticket that has not come here yet cannot be fetched.", StatusCodes.Status404NotFound),
            { Silence: DeskSilence.NoAnswer } => Nothing("noAnswer", "This ticket has not come here yet, and the desk does not answer just now. Try again in a minute.", StatusCodes.Status503ServiceUnavailable),
            _ => Nothing("noTicket", "There is no such ticket, or none that you may see.", StatusCodes.Status404NotFound),
        };

    private static async Task<Assistance> ToldAsync(Assistance found, AskModel models, CancellationToken ct) =>
        found with { CanBeWritten = found.Reply.Text is not null && await WriteReply.CanBeAskedAsync(models, ct), CanBeSummarised = found.Summary.Problem is not null && await SummariseByModel.CanBeAskedAsync(models, ct) };

    /// <summary>The word lets the sidebar say it in the agent's language.</summary>
    private static ProblemHttpResult Nothing(string reason, string why, int status) =>
        TypedResults.Problem(why, statusCode: status, extensions: new Dictionary<string, object?> { ["reason"] = reason });
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Assistance))]
[JsonSerializable(typeof(Summary))]
[JsonSerializable(typeof(OutlookFigures))]
internal sealed partial class ReplyJson : JsonSerializerContext;
