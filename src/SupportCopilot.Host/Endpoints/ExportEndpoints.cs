using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Questions.Exports;

namespace SupportCopilot.Host.Endpoints;

/// <summary>Answers as files.</summary>
internal static class ExportEndpoints
{
    private const string Formats = "csv|xlsx";
    private const string FormatForm = "format is csv or xlsx.";

    public static void MapExports(this IEndpointRouteBuilder app)
    {
        var questions = app.MapGroup("/api/questions/{id}").RequireRole(Role.Analyst).WithTags("Questions");
        questions.MapGet("/export", Answer);
        questions.MapGet("/tickets/export", Tickets);
    }

    /// <summary>The figures of an answer as CSV or XLSX, computed anew with the rights of now; about=false leaves out the lines that explain them.</summary>
    internal static Task<Results<FileContentHttpResult, NotFound>> Answer(
        string id, ExportQuestion export, HttpContext http, CancellationToken ct, [RegularExpression(Formats, ErrorMessage = FormatForm)] string format = "csv", bool about = true) =>
        FileAsync(export.AnswerAsync(id, FormatOf(format), about, ct), http);

    /// <summary>The tickets behind an answer as CSV or XLSX, newest first, at most 50,000.</summary>
    internal static Task<Results<FileContentHttpResult, NotFound>> Tickets(
        string id, ExportQuestion export, HttpContext http, CancellationToken ct, [RegularExpression(Formats, ErrorMessage = FormatForm)] string format = "csv", bool about = true) =>
        FileAsync(export.TicketsAsync(id, FormatOf(format), about, ct), http);

    private static async Task<Results<FileContentHttpResult, NotFound>> FileAsync(Task<ExportFile?> making, HttpContext http)
    {
        if (await making is not { } file) return TypedResults.NotFound();
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.File(file.Content, file.ContentType, file.Name);
    }

    private static ExportFormat FormatOf(string format) => format == "xlsx" ? ExportFormat.Xlsx : ExportFormat.Csv;
}
