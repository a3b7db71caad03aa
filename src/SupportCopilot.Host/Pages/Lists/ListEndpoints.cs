using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using SupportCopilot.Access;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Exports;
using SupportCopilot.Teams;

namespace SupportCopilot.Host.Pages.Lists;

/// <summary>The tickets behind an answer as a page, and its files, for whoever holds a pass.</summary>
internal static class ListEndpoints
{
    private const int OnPage = 100;

    public static void MapLists(this IEndpointRouteBuilder app)
    {
        var lists = app.MapGroup("/lists/{pass}").AllowAnonymous().ExcludeFromDescription();
        lists.MapGet("/", Show);
        lists.MapGet("/figures", Figures);
        lists.MapGet("/tickets", Tickets);
    }

    internal static async Task<ContentHttpResult> Show(string pass, IServiceScopeFactory scopes, HttpContext http, CancellationToken ct, string? after = null)
    {
        await using var opened = await OpenAsync(pass, scopes, ct);
        if (opened is not { } open) return ListPage.Gone(http);
        var (show, id) = (open.Services.GetRequiredService<ShowQuestion>(), open.QuestionId);
        try
        {
            if (await show.RunAsync(id, ct) is not { Tickets: { } behind } answer || await show.TicketsAsync(id, OnPage, after, ct) is not var (rows, next)) return ListPage.Gone(http);
            return ListPage.Of(http, pass, answer, behind.Count, rows, next, isFirst: after is null, await open.Services.GetRequiredService<ITicketAddresses>().OfAsync(open.TenantId, ct));
        }
        catch (FormatException)   // the mark of no page
        {
            return ListPage.Gone(http);
        }
    }

    internal static Task<Results<FileContentHttpResult, ContentHttpResult>> Figures(string pass, IServiceScopeFactory scopes, HttpContext http, CancellationToken ct, [RegularExpression("csv|xlsx")] string format = "csv") =>
        FileAsync(pass, scopes, http, (export, id) => export.AnswerAsync(id, FormatOf(format), true, ct), ct);

    internal static Task<Results<FileContentHttpResult, ContentHttpResult>> Tickets(string pass, IServiceScopeFactory scopes, HttpContext http, CancellationToken ct, [RegularExpression("csv|xlsx")] string format = "csv") =>
        FileAsync(pass, scopes, http, (export, id) => export.TicketsAsync(id, FormatOf(format), true, ct), ct);

    private static async Task<Results<FileContentHttpResult, ContentHttpResult>> FileAsync(string pass, IServiceScopeFactory scopes, HttpContext http, Func<ExportQuestion, string, Task<ExportFile?>> make, CancellationToken ct)
    {
        await using var opened = await OpenAsync(pass, scopes, ct);
        if (opened is not { } open || await make(open.Services.GetRequiredService<ExportQuestion>(), open.QuestionId) is not { } file) return ListPage.Gone(http);
        ListPage.Guard(http, "default-src 'none'");
        return TypedResults.File(file.Content, file.ContentType, file.Name);
    }

    /// <summary>A scope of its own, signed in as the one whose pass it is, with the rights of now; null where there are none.</summary>
    private static async Task<OpenedPass?> OpenAsync(string pass, IServiceScopeFactory scopes, CancellationToken ct)
    {
        var scope = scopes.CreateAsyncScope();
        if (scope.ServiceProvider.GetRequiredService<AnswerPasses>().Open(pass) is var (tenantId, personId, questionId)
            && (await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync(tenantId, personId, ct)).Has(Role.Analyst))
            return new OpenedPass(scope, tenantId, questionId);
        await scope.DisposeAsync();
        return null;
    }

    private static ExportFormat FormatOf(string format) => format == "xlsx" ? ExportFormat.Xlsx : ExportFormat.Csv;

    private sealed class OpenedPass(AsyncServiceScope scope, int tenantId, string questionId) : IAsyncDisposable
    {
        public IServiceProvider Services => scope.ServiceProvider;

        public int TenantId => tenantId;

        public string QuestionId => questionId;

        public ValueTask DisposeAsync() => scope.DisposeAsync();
    }
}
