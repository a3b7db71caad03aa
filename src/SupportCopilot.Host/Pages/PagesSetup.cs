using SupportCopilot.Host.Pages.Lists;
using SupportCopilot.Questions.Exports;
using SupportCopilot.Teams;
using SupportCopilot.Teams.Workbench;

namespace SupportCopilot.Host.Pages;

internal static class PagesSetup
{
    /// <summary>Adds what the pages need to know of tenants.</summary>
    public static IServiceCollection AddPages(this IServiceCollection services) => services.AddPageCompression().AddScoped<WorkbenchTenants>().AddScoped<AnswerPasses>().AddScoped<IAnswerPasses>(provider => provider.GetRequiredService<AnswerPasses>()).AddScoped<ITicketAddresses, TicketAddresses>().AddBotWorkbench();

    /// <summary>The sidebar and, in Development, the workbench; with the files they load.</summary>
    public static void MapPages(this WebApplication app)
    {
        var pages = app.MapGroup("").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/pages/assets/{name}", BuiltPage.Asset);
        pages.MapGet("/favicon.ico", () => TypedResults.NoContent());   // browsers ask for it beside any answer; a refusal stood in log and console
        pages.MapGet("/sidebar", SidebarPage.Show);
        pages.MapPost("/sidebar", SidebarPage.Open);
        app.MapLists();
        if (!app.Environment.IsDevelopment()) return;

        pages.MapGet("/", WorkbenchPage.Show);
        app.MapWorkbenchBot();
    }
}
