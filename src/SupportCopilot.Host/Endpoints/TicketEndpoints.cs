using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Knowledge;
using SupportCopilot.Tickets;

namespace SupportCopilot.Host.Endpoints;

internal static class TicketEndpoints
{
    // What a search finds is a ranking, not a list to page through to its end.
    private const int MostFound = 200;

    public static void MapTickets(this IEndpointRouteBuilder app)
    {
        var tickets = app.MapGroup("/api/tickets").RequireRole(Role.Agent).WithTags("Tickets");
        tickets.MapGet("/", List);
        tickets.MapPost("/", Create);
        tickets.MapGet("/{id:long}", Show);
        tickets.MapPut("/{id:long}/status", SetStatus);
        tickets.MapPut("/{id:long}/assignee", Assign);
    }

    /// <summary>Tickets, newest first; with q those that a search finds, best first.</summary>
    internal static async Task<Results<Ok<Page<TicketRow>>, ProblemHttpResult>> List(
        ListTickets list, [FromServices] ISearchIndex index, CurrentCaller caller, CurrentTenant tenant, CancellationToken ct,
        string? q = null, string? status = null, string? priority = null, string? category = null, string? assignee = null,
        [Range(1, 200)] int limit = 50, string? after = null)
    {
        var filter = new TicketFilter(status, priority, category, assignee);
        if (!string.IsNullOrWhiteSpace(q))
        {
            var hits = await index.SearchAsync(new SearchQuery(tenant.Id, SearchKind.Ticket, q, MostFound) { Visibility = caller.Visibility }, ct);
            var found = await list.OfAsync([.. hits.Select(hit => hit.Key.Id)], filter, ct);
            return TypedResults.Ok(new Page<TicketRow>([.. found.Take(limit)], null));
        }

        try
        {
            var (rows, next) = await list.RunAsync(filter, limit, after, ct);
            return TypedResults.Ok(new Page<TicketRow>(rows, next));
        }
        catch (FormatException wrong)
        {
            return TypedResults.Problem(wrong.Message, statusCode: StatusCodes.Status400BadRequest);
        }
    }

    /// <summary>One ticket whole.</summary>
    internal static async Task<Results<Ok<TicketDetail>, NotFound>> Show(long id, ShowTicket show, CancellationToken ct) =>
        await show.RunAsync(id, ct) is { } ticket ? TypedResults.Ok(ticket) : TypedResults.NotFound();

    /// <summary>Makes a ticket here.</summary>
    internal static async Task<Created<TicketDetail>> Create(CreateTicketRequest request, CreateTicket create, ShowTicket show, CancellationToken ct)
    {
        var id = await create.RunAsync(
            new NewTicket(request.Subject, request.Description, request.RequesterName, request.RequesterEmail)
            {
                Channel = request.Channel,
                Product = request.Product,
                Brand = request.Brand,
                Priority = request.Priority,
                Category = request.Category,
                Tags = request.Tags,
            }, ct);
        return TypedResults.Created($"/api/tickets/{id}", await show.RunAsync(id, ct));
    }

    /// <summary>Sets the status of a ticket that lives here.</summary>
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> SetStatus(long id, SetStatusRequest request, ChangeTicket change, CancellationToken ct) =>
        Answer(await change.SetStatusAsync(id, request.Status, ct), $"\"{request.Status}\" is no status; there are {string.Join(", ", TicketStatus.All)}.");

    /// <summary>Gives a ticket that lives here to an agent, or takes it from them.</summary>
    internal static async Task<Results<NoContent, NotFound, ProblemHttpResult>> Assign(long id, AssignRequest request, ChangeTicket change, CancellationToken ct) =>
        Answer(await change.AssignAsync(id, request.AssigneeId, ct), $"There is no agent {request.AssigneeId}.");

    private static Results<NoContent, NotFound, ProblemHttpResult> Answer(ChangeOutcome outcome, string unknown) => outcome switch
    {
        ChangeOutcome.Done => TypedResults.NoContent(),
        ChangeOutcome.NotFound => TypedResults.NotFound(),
        ChangeOutcome.BelongsToDesk => TypedResults.Problem("This ticket belongs to the connected desk; change it there.", statusCode: StatusCodes.Status409Conflict),
        _ => TypedResults.Problem(unknown, statusCode: StatusCodes.Status400BadRequest),
    };
}

/// <summary>A ticket to be made.</summary>
public sealed record CreateTicketRequest(
    [property: Required, StringLength(1000, MinimumLength = 1)] string Subject,
    [property: Required, StringLength(100_000, MinimumLength = 1)] string Description)
{
    /// <summary>Who asks.</summary>
    [StringLength(200)]
    public string? RequesterName { get; init; }

    /// <summary>Their mail address.</summary>
    [StringLength(320), EmailAddress]
    public string? RequesterEmail { get; init; }

    /// <summary>How it came in.</summary>
    [StringLength(60)]
    public string? Channel { get; init; }

    /// <summary>The product it is about.</summary>
    [StringLength(200)]
    public string? Product { get; init; }

    /// <summary>The brand it was sent to.</summary>
    [StringLength(200)]
    public string? Brand { get; init; }

    /// <summary>The priority, where somebody set it.</summary>
    [RegularExpression("low|normal|high|urgent", ErrorMessage = "priority is low, normal, high or urgent.")]
    public string? Priority { get; init; }

    /// <summary>The category, where somebody set it.</summary>
    [StringLength(100)]
    public string? Category { get; init; }

    /// <summary>At most 50 tags.</summary>
    [MaxLength(50)]
    public IReadOnlyList<string>? Tags { get; init; }
}

/// <summary>The status a ticket is to have.</summary>
public sealed record SetStatusRequest([property: Required] string Status);

/// <summary>The agent a ticket is to be given to; null takes it from everybody.</summary>
public sealed record AssignRequest(long? AssigneeId);

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<TicketRow>))]
[JsonSerializable(typeof(TicketDetail))]
[JsonSerializable(typeof(CreateTicketRequest))]
[JsonSerializable(typeof(SetStatusRequest))]
[JsonSerializable(typeof(AssignRequest))]
internal sealed partial class TicketJson : JsonSerializerContext;
