using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR;
using SupportCopilot.Access;
using SupportCopilot.Host.Access;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Answers;

namespace SupportCopilot.Host.Hubs;

/// <summary>
/// How far questions are, over SignalR at <c>/hubs/questions</c>: the stream <c>Watch</c> of a question's id gives the question
/// each time it changed, and ends with its answer. It reads what stands in the database, so it does not matter which process
/// works on it; and it signs its watcher in anew at every look, so that rights taken away meanwhile show nothing more.
/// </summary>
internal sealed class QuestionHub(IServiceScopeFactory scopes) : Hub
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(400);

    /// <summary>The question as it stands, each time it changed, until it is answered; nothing at all of one that is another's.</summary>
    public async IAsyncEnumerable<Answer> Watch(string id, [EnumeratorCancellation] CancellationToken ct)
    {
        AnswerProgress? shown = null;
        while (await LookAsync(id, ct) is { } answer)
        {
            if (answer.Kind is not AnswerKind.Working || answer.Progress != shown) yield return answer;
            if (answer.Kind is not AnswerKind.Working) yield break;
            shown = answer.Progress;
            await Task.Delay(Every, ct);
        }
    }

    private async Task<Answer?> LookAsync(string id, CancellationToken ct)
    {
        if (Context.Items[HubCaller.Key] is not Caller watcher) return null;
        await using var scope = scopes.CreateAsyncScope();
        var now = await scope.ServiceProvider.GetRequiredService<SignIn>().RunAsync(watcher.TenantId, watcher.PersonId, ct);
        return now.Has(Role.Analyst) ? await scope.ServiceProvider.GetRequiredService<ShowQuestion>().RunAsync(id, ct) : null;
    }
}

/// <summary>Carries who signed in from the request that opened a connection to the calls over it, each of which has a scope of its own.</summary>
internal sealed class HubCaller : IHubFilter
{
    public const string Key = "caller";

    public async Task OnConnectedAsync(HubLifetimeContext context, Func<HubLifetimeContext, Task> next)
    {
        context.Context.Items[Key] = context.Context.GetHttpContext()?.RequestServices.GetRequiredService<CurrentCaller>().Value;
        await next(context);
    }
}

internal static class HubsSetup
{
    public static IServiceCollection AddHubs(this IServiceCollection services)
    {
        services.AddSignalR(hubs =>
        {
            hubs.AddFilter<HubCaller>();
            hubs.MaximumReceiveMessageSize = 8 * 1024;   // a question's id, and no more
            hubs.StatefulReconnectBufferSize = 0;
        }).AddJsonProtocol(json => json.PayloadSerializerOptions.TypeInfoResolverChain.Insert(0, AnswerJson.Default));
        return services;
    }

    public static void MapHubs(this IEndpointRouteBuilder app) => app.MapHub<QuestionHub>("/hubs/questions").RequireRole(Role.Analyst);
}
