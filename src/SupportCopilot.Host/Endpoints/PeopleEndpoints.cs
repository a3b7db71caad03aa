using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Access.People;
using SupportCopilot.Access.Scopes;
using SupportCopilot.Host.Access;

namespace SupportCopilot.Host.Endpoints;

internal static class PeopleEndpoints
{
    public static void MapPeople(this IEndpointRouteBuilder app)
    {
        var people = app.MapGroup("/api/people").RequireRole(Role.Admin).WithTags("People");
        people.MapGet("/", List);
        people.MapGet("/{id:long}", Show);
        people.MapPost("/", Add);
        people.MapPut("/{id:long}", Change);
    }

    /// <summary>Who may do what: people with a role, and those who were let in by Entra.</summary>
    internal static async Task<Ok<Page<PersonView>>> List(ShowPeople show, CancellationToken ct, [Range(1, 200)] int limit = 50, long after = 0)
    {
        var (rows, next) = await show.ListAsync(limit, after, ct);
        return TypedResults.Ok(new Page<PersonView>(rows, next));
    }

    /// <summary>One person.</summary>
    internal static async Task<Results<Ok<PersonView>, NotFound>> Show(long id, ShowPeople show, CancellationToken ct) =>
        await show.OneAsync(id, ct) is { } person ? TypedResults.Ok(person) : TypedResults.NotFound();

    /// <summary>Lets somebody in by their Entra object id; who is known already is changed.</summary>
    internal static async Task<Results<Created<PersonView>, Ok<PersonView>, ProblemHttpResult>> Add(AddPersonRequest request, KeepPerson keep, ShowPeople show, CancellationToken ct)
    {
        var (change, wrong) = request.Read();
        if (change is null) return Wrong(wrong!);
        var kept = await keep.AddAsync(request.EntraObjectId, change, ct);
        if (kept.Refusal is { } refusal) return Wrong(refusal);
        var person = await show.OneAsync(kept.Id, ct);
        return kept.IsNew ? TypedResults.Created($"/api/people/{kept.Id}", person) : TypedResults.Ok(person);
    }

    /// <summary>Changes a person's name, roles or scope; what is left out stays.</summary>
    internal static async Task<Results<Ok<PersonView>, NotFound, ProblemHttpResult>> Change(long id, ChangePersonRequest request, KeepPerson keep, ShowPeople show, CancellationToken ct)
    {
        var (change, wrong) = request.Read();
        if (change is null) return Wrong(wrong!);
        if (await keep.ChangeAsync(id, change, ct) is not { } kept) return TypedResults.NotFound();
        return kept.Refusal is { } refusal ? Wrong(refusal) : TypedResults.Ok(await show.OneAsync(id, ct));
    }

    private static ProblemHttpResult Wrong(string what) => TypedResults.Problem(what, statusCode: StatusCodes.Status400BadRequest);
}

/// <summary>What is to be said of a person.</summary>
public record ChangePersonRequest
{
    /// <summary>The name.</summary>
    [StringLength(200, MinimumLength = 1)]
    public string? Name { get; init; }

    /// <summary>All their roles: agent, analyst, sme, productOwner, admin.</summary>
    [MaxLength(5)]
    public IReadOnlyList<string>? Roles { get; init; }

    /// <summary>All they may see; empty for everything.</summary>
    [MaxLength(200)]
    public IReadOnlyList<ScopeRequest>? Scope { get; init; }

    internal (PersonChange? Change, string? Wrong) Read()
    {
        if (Scope is null) return (new(Name, Roles, null), null);
        var (scope, wrong) = ScopeRequest.Read(Scope);
        return scope is null ? (null, wrong) : (new(Name, Roles, scope), null);
    }
}

/// <summary>Somebody to let in.</summary>
public sealed record AddPersonRequest : ChangePersonRequest
{
    /// <summary>The person's object id in Entra.</summary>
    [Required, StringLength(36, MinimumLength = 36)]
    public string EntraObjectId { get; init; } = "";
}

/// <summary>One thing that may be seen.</summary>
/// <param name="Kind">group, organization or brand.</param>
/// <param name="Value">The name, or our own number of a group or organization.</param>
public sealed record ScopeRequest([property: Required, StringLength(20)] string Kind, [property: Required, StringLength(200, MinimumLength = 1)] string Value)
{
    internal static (IReadOnlyList<ScopeWord>? Scope, string? Wrong) Read(IReadOnlyList<ScopeRequest> wanted)
    {
        var words = new List<ScopeWord>();
        foreach (var item in wanted)
        {
            if (Enum.GetValues<ScopeKind>().FirstOrDefault(kind => kind.ToString().Equals(item.Kind, StringComparison.OrdinalIgnoreCase)) is not (not 0 and var kind))
                return (null, $"\"{item.Kind}\" is no kind of scope; there are group, organization and brand.");
            words.Add(new(kind, item.Value));
        }

        return (words, null);
    }
}

[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<PersonView>))]
[JsonSerializable(typeof(AddPersonRequest))]
[JsonSerializable(typeof(ChangePersonRequest))]
internal sealed partial class PeopleJson : JsonSerializerContext;
