using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Access.Conversations;

namespace SupportCopilot.Reports.Sending;

/// <summary>
/// Works with the rights that an owner has at this moment, narrowed to what the conversation may see: never with those of the
/// day on which something was saved.
/// </summary>
internal sealed class AsOwner(IServiceScopeFactory scopes, CurrentTenant tenant)
{
    /// <summary>Does something in a scope of the owner's.</summary>
    /// <param name="ownerId">Who.</param>
    /// <param name="to">Where it will be read; null where only the owner fetches it.</param>
    /// <param name="work">What.</param>
    /// <param name="ct">Cancels the looking up.</param>
    public async Task<OwnersWork<T>> RunAsync<T>(long ownerId, Conversation? to, Func<IServiceProvider, Task<T>> work, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var owner = await services.GetRequiredService<SignIn>().RunAsync(tenant.Id, ownerId, ct);
        if (!owner.Has(Role.Analyst)) return new(default, OwnersObstacle.Removed);
        if (to is not null)
        {
            if (await services.GetRequiredService<ConversationSight>().OfAsync(to, ct) is not { } sight) return new(default, OwnersObstacle.NothingShown);
            services.GetRequiredService<CurrentCaller>().Set(owner with { Visibility = owner.Visibility.And(sight) });
        }

        return new(await work(services), OwnersObstacle.None);
    }
}

/// <summary>What came of work done with an owner's rights.</summary>
internal sealed record OwnersWork<T>(T? Result, OwnersObstacle Obstacle);

/// <summary>What stands against it.</summary>
internal enum OwnersObstacle
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The owner is gone, or may see no figures any more.</summary>
    Removed,

    /// <summary>Nobody says what may be shown in the conversation.</summary>
    NothingShown,
}
