using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Teams.Workbench;

namespace SupportCopilot.Host.Pages;

/// <summary>The workbench's chat with the bot, in Development alone.</summary>
internal static class WorkbenchBot
{
    /// <summary>
    /// The page reads as the person whom the workbench signs in. The bot sends to the connector without a sign-in, on the
    /// terms on which it takes messages without a token.
    /// </summary>
    public static void MapWorkbenchBot(this IEndpointRouteBuilder app)
    {
        app.MapGroup("/workbench/bot").RequireRole(Role.Agent).ExcludeFromDescription().MapWorkbenchChat();
        app.MapGroup("/workbench/connector").AllowAnonymous().ExcludeFromDescription()
            .AddEndpointFilter(async (context, next) =>
                context.HttpContext.RequestServices.GetRequiredService<DevelopmentSignInRules>().RefusalOf(context.HttpContext) is { } refusal
                    ? TypedResults.Problem(refusal, statusCode: StatusCodes.Status403Forbidden)
                    : await next(context))
            .MapWorkbenchConnector();
    }
}
