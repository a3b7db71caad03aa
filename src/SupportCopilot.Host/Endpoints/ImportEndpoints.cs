using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Tickets.Importing;
using SupportCopilot.Tickets.Mapping;

namespace SupportCopilot.Host.Endpoints;

internal static class ImportEndpoints
{
    private const long RoomForFields = 1 << 20;

    public static void MapImports(this IEndpointRouteBuilder app)
    {
        var imports = app.MapGroup("/api/imports").RequireRole(Role.Admin).WithTags("Imports");
        imports.MapPost("/", Upload).RequireRateLimiting(Limits.Uploads).AddOpenApiOperationTransformer(DescribeForm);
        imports.MapGet("/", List);
        imports.MapGet("/{id:guid}", Show);
        imports.MapGet("/{id:guid}/rejected", Rejected);
    }

    /// <summary>Takes a CSV, JSON or XLSX file in (part file; optionally map as field=Column, and dates as dmy, mdy or ymd) and imports it in the background.</summary>
    internal static async Task<Results<Accepted<ImportQueued>, ProblemHttpResult>> Upload(HttpRequest request, TakeInUpload uploads, IOptions<ImportOptions> options, CancellationToken ct)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = options.Value.MaxBytes + RoomForFields;
        var form = await ImportForm.ReadAsync(request, uploads, ct);
        var problem = form switch
        {
            null => Problem(StatusCodes.Status415UnsupportedMediaType, "Send the file as multipart/form-data, in a part named file."),
            { IsTooLarge: true } => Problem(StatusCodes.Status413PayloadTooLarge, $"The file is larger than {options.Value.MaxBytes:N0} bytes (SupportCopilot:Import:MaxBytes)."),
            { StoredAs: null } => Problem(StatusCodes.Status400BadRequest, "There is no part named file."),
            { Instructions.Problem: { } odd } => Problem(StatusCodes.Status400BadRequest, odd),
            _ => null,
        };
        if (problem is not null)
        {
            if (form?.StoredAs is { } unwanted) uploads.Discard(unwanted);
            return problem;
        }

        var run = await uploads.QueueAsync(form!.StoredAs!, form.FileName, form.Instructions, ct);
        return TypedResults.Accepted($"/api/imports/{run.Id}", new ImportQueued(run.Id));
    }

    /// <summary>Imports, newest first.</summary>
    internal static async Task<Ok<Page<ImportView>>> List(ListImports imports, CancellationToken ct, [Range(1, 200)] int limit = 50, long? after = null)
    {
        var found = await imports.RunsAsync(limit + 1, after, ct);
        var next = found.Count > limit ? ListImports.Cursor(found[limit - 1]) : null;
        return TypedResults.Ok(new Page<ImportView>([.. found.Take(limit).Select(ImportView.Of)], next));
    }

    /// <summary>One import: how far it is, what its columns were taken for, what came of it.</summary>
    internal static async Task<Results<Ok<ImportView>, NotFound>> Show(Guid id, ListImports imports, CancellationToken ct) =>
        await imports.RunAsync(id, ct) is { } run ? TypedResults.Ok(ImportView.Of(run)) : TypedResults.NotFound();

    /// <summary>The rows that could not be read, with line and reason; as CSV, all of them, by format=csv or Accept: text/csv.</summary>
    internal static async Task<Results<Ok<Page<RejectedRowView>>, PushStreamHttpResult, NotFound>> Rejected(
        Guid id, ListImports imports, HttpRequest request, CancellationToken ct, string? format = null, [Range(1, 1000)] int limit = 100, long? after = null)
    {
        if (await imports.RunAsync(id, ct) is null) return TypedResults.NotFound();
        if (format == "csv" || (format is null && request.GetTypedHeaders().Accept.Any(type => type.MediaType == "text/csv")))
            return TypedResults.Stream(body => WriteCsvAsync(body, imports, id, ct), "text/csv; charset=utf-8", $"rejected-{id:N}.csv");

        var rows = await imports.RejectedAsync(id, limit + 1, after ?? 0, ct);
        var next = rows.Count > limit ? rows[limit - 1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return TypedResults.Ok(new Page<RejectedRowView>([.. rows.Take(limit).Select(row => new RejectedRowView(row.Line, row.Reason, row.Row))], next));
    }

    private static async Task WriteCsvAsync(Stream body, ListImports imports, Guid id, CancellationToken ct)
    {
        const int AtOnce = 1_000;
        await using var text = new StreamWriter(body) { NewLine = "\r\n" };
        await text.WriteLineAsync("line,reason,row");
        long after = 0;
        while (await imports.RejectedAsync(id, AtOnce, after, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
                await text.WriteLineAsync(CsvLine.Harmless([row.Line.ToString(System.Globalization.CultureInfo.InvariantCulture), row.Reason, row.Row]));
            after = rows[^1].Id;
        }
    }

    /// <summary>Said here, and not by Accepts: that would answer 415 to callers who may not even ask.</summary>
    private static Task DescribeForm(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        static OpenApiSchema Text(string? format = null) => new() { Type = JsonSchemaType.String, Format = format };
        var form = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Required = new HashSet<string> { "file" },
            Properties = new Dictionary<string, IOpenApiSchema> { ["file"] = Text("binary"), ["map"] = Text(), ["dates"] = Text() },
        };
        operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["multipart/form-data"] = new() { Schema = form } } };
        return Task.CompletedTask;
    }

    private static ProblemHttpResult Problem(int status, string detail) => TypedResults.Problem(detail, statusCode: status);
}

/// <summary>An import that waits for its turn.</summary>
/// <param name="Id">Ask for it at /api/imports/{id}.</param>
public sealed record ImportQueued(Guid Id);

/// <summary>One import.</summary>
/// <param name="Id">Its id.</param>
/// <param name="FileName">The file's name.</param>
/// <param name="Kind">tickets or articles.</param>
/// <param name="Status">queued, running, completed or failed.</param>
/// <param name="Read">Rows read so far, bad ones included.</param>
/// <param name="Created">Tickets that were not there.</param>
/// <param name="Updated">Tickets that said something new.</param>
/// <param name="Rejected">Rows that could not be read.</param>
/// <param name="Mapping">What its columns were taken for, and why; null before that is known.</param>
/// <param name="Error">Why it failed, and what to do.</param>
/// <param name="CreatedAt">When it was taken in (UTC).</param>
/// <param name="FinishedAt">When it ended (UTC).</param>
public sealed record ImportView(
    Guid Id, string FileName, string Kind, string Status, long Read, long Created, long Updated, long Rejected, MappingReport? Mapping, string? Error, DateTime CreatedAt, DateTime? FinishedAt)
{
    /// <summary>The run as outside programs see it.</summary>
    public static ImportView Of(ImportRun run) => new(
        run.Id, run.FileName, run.Kind, run.Status, run.Read, run.Created, run.Updated, run.Rejected,
        run.Mapping is null ? null : JsonSerializer.Deserialize(run.Mapping, MappingJson.Default.MappingReport), run.Error, run.CreatedAt, run.FinishedAt);
}

/// <summary>A row that could not be read.</summary>
/// <param name="Line">The line it begins on, from 1.</param>
/// <param name="Reason">What is wrong with it, and what to do.</param>
/// <param name="Row">The row as it stood.</param>
public sealed record RejectedRowView(long Line, string Reason, string Row);

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ImportQueued))]
[JsonSerializable(typeof(ImportView))]
[JsonSerializable(typeof(Page<ImportView>))]
[JsonSerializable(typeof(Page<RejectedRowView>))]
internal sealed partial class ImportJson : JsonSerializerContext;
