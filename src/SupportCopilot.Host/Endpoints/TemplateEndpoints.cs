using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Replies.Templates;

namespace SupportCopilot.Host.Endpoints;

internal static class TemplateEndpoints
{
    public static void MapTemplates(this IEndpointRouteBuilder app)
    {
        var templates = app.MapGroup("/api/replies/templates").WithTags("Replies");
        templates.MapGet("/", List).RequireRole(Role.Agent | Role.Sme);
        templates.MapPost("/", Add).RequireRole(Role.Sme);
        templates.MapPut("/{id:long}", Change).RequireRole(Role.Sme);
        templates.MapDelete("/{id:long}", Remove).RequireRole(Role.Sme);
    }

    /// <summary>Prepared answers that the caller may use: macros of the desk, the tenant's own, the product's.</summary>
    internal static async Task<Ok<Page<TemplateRow>>> List(ShowTemplates show, CancellationToken ct) => TypedResults.Ok(new Page<TemplateRow>(await show.ListAsync(ct), null));

    /// <summary>Writes a prepared answer of the tenant's own.</summary>
    internal static async Task<Results<Created<TemplateRow>, ProblemHttpResult>> Add(TemplateRequest request, KeepTemplate keep, ShowTemplates show, CancellationToken ct) =>
        await keep.AddAsync(request.Draft(), ct) switch
        {
            { Id: { } id } => TypedResults.Created((string?)null, await show.OwnAsync(id, ct)),
            var refused => TypedResults.Problem(refused.Refused, statusCode: StatusCodes.Status400BadRequest),
        };

    /// <summary>Puts other words in its place; with the version that was read.</summary>
    internal static async Task<Results<Ok<TemplateRow>, NotFound, ProblemHttpResult>> Change(long id, TemplateRequest request, KeepTemplate keep, ShowTemplates show, CancellationToken ct) =>
        await keep.ChangeAsync(id, request.Draft(), ct) switch
        {
            { Id: not null } => TypedResults.Ok(await show.OwnAsync(id, ct)),
            { NotFound: true } => TypedResults.NotFound(),
            { Changed: true } => TypedResults.Problem("It has been changed since this version of it was read; read it again.", statusCode: StatusCodes.Status409Conflict),
            var refused => TypedResults.Problem(refused.Refused, statusCode: StatusCodes.Status400BadRequest),
        };

    /// <summary>Removes one of the tenant's own.</summary>
    internal static async Task<Results<NoContent, NotFound>> Remove(long id, KeepTemplate keep, CancellationToken ct) =>
        await keep.RemoveAsync(id, ct) ? TypedResults.NoContent() : TypedResults.NotFound();
}

/// <summary>A prepared answer to be written.</summary>
/// <param name="Title">What agents know it by.</param>
/// <param name="Text">The answer, with placeholders as {{ticket.requester.first_name}}.</param>
public sealed record TemplateRequest(
    [property: Required, StringLength(200, MinimumLength = 1)] string Title,
    [property: Required, StringLength(10_000, MinimumLength = 1)] string Text)
{
    /// <summary>What it is for.</summary>
    [StringLength(1000)]
    public string? Description { get; init; }

    /// <summary>The category of ticket that it is for; absent for any.</summary>
    [StringLength(100, MinimumLength = 1)]
    public string? Category { get; init; }

    /// <summary>friendly, formal or apologetic; absent for none of these.</summary>
    public string? Tone { get; init; }

    /// <summary>Two letters (ISO 639-1); told from the text where absent.</summary>
    [RegularExpression("[a-z]{2}", ErrorMessage = "language is two letters, such as en.")]
    public string? Language { get; init; }

    /// <summary>Whether it is proposed; true unless said otherwise.</summary>
    public bool? IsActive { get; init; }

    /// <summary>The version that was read, where it is changed.</summary>
    public int? Version { get; init; }

    internal TemplateDraft Draft() => new(Title, Text) { Description = Description, Category = Category, Tone = Tone, Language = Language, IsActive = IsActive ?? true, Version = Version };
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Page<TemplateRow>))]
[JsonSerializable(typeof(TemplateRequest))]
internal sealed partial class TemplateApiJson : JsonSerializerContext;
