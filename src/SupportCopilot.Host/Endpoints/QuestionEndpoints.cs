using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Background;
using SupportCopilot.Tickets;

namespace SupportCopilot.Host.Endpoints;

internal static class QuestionEndpoints
{
    public static void MapQuestions(this IEndpointRouteBuilder app)
    {
        var questions = app.MapGroup("/api/questions").RequireRole(Role.Analyst).WithTags("Questions");
        questions.MapPost("/", AskOne);
        questions.MapGet("/{id}", Show);
        questions.MapDelete("/{id}", Cancel);
        questions.MapGet("/{id}/tickets", Tickets);
    }

    /// <summary>Answers a question in plain words, or says which words it could not place.</summary>
    internal static async Task<Results<Ok<Answer>, ProblemHttpResult>> AskOne(AskRequest request, AnswerQuestion answer, CurrentCaller caller, IHostEnvironment environment, CancellationToken ct)
    {
        var ask = new Ask(request.Text) { Conversation = request.Conversation, TimeZone = request.TimeZone, AsOf = request.AsOf };
        if (ask.Problem is { } problem) return TypedResults.Problem(problem, statusCode: StatusCodes.Status400BadRequest);
        if (ask.AsOf is not null && !environment.IsDevelopment() && caller.Value?.Has(Role.Admin) is not true)
            return TypedResults.Problem("asOf is for admins; leave it out to ask about now.", statusCode: StatusCodes.Status403Forbidden);
        return TypedResults.Ok(await answer.RunAsync(ask, ct));
    }

    /// <summary>A question that was asked, with the answer as it was given; for its asker and admins.</summary>
    internal static async Task<Results<Ok<Answer>, NotFound>> Show(string id, ShowQuestion show, CancellationToken ct) =>
        await show.RunAsync(id, ct) is { } answer ? TypedResults.Ok(answer) : TypedResults.NotFound();

    /// <summary>Stops the work on a question; once more does no harm. What is answered already stays answered (409).</summary>
    internal static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Cancel(string id, CancelQuestion cancel, CancellationToken ct) => await cancel.RunAsync(id, ct) switch
    {
        null => TypedResults.NotFound(),
        { IsCancelled: true } cancelled => TypedResults.Ok(cancelled.Answer),
        _ => TypedResults.Problem("The question is answered; there is nothing left to cancel.", statusCode: StatusCodes.Status409Conflict),
    };

    /// <summary>The tickets behind the figure, newest first, as far as the caller may see them now.</summary>
    internal static async Task<Results<Ok<Page<TicketRow>>, NotFound, ProblemHttpResult>> Tickets(
        string id, ShowQuestion show, CancellationToken ct, [Range(1, 200)] int limit = 50, string? after = null)
    {
        try
        {
            return await show.TicketsAsync(id, limit, after, ct) is var (rows, next) ? TypedResults.Ok(new Page<TicketRow>(rows, next)) : TypedResults.NotFound();
        }
        catch (FormatException wrong)
        {
            return TypedResults.Problem(wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }
}

/// <summary>A question.</summary>
public sealed record AskRequest([property: Required] string Text)
{
    /// <summary>The asker's own id of the conversation, which carries follow-ups.</summary>
    public string? Conversation { get; init; }

    /// <summary>The zone of the asker's days, by IANA name; the tenant's where it is left out.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What relative dates are relative to; for Development and admins.</summary>
    public DateTime? AsOf { get; init; }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(Page<TicketRow>))]
[JsonSerializable(typeof(Answer))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(long))]
[JsonSerializable(typeof(double))]
[JsonSerializable(typeof(System.Text.Json.JsonElement))]
internal sealed partial class QuestionJson : JsonSerializerContext;
