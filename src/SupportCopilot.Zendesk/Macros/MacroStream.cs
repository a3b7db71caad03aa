using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Replies.Templates;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Syncing;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Macros;

/// <summary>The macros of the account, whole each time: they are some hundreds, and a list does not say which were removed.</summary>
internal sealed class MacroStream : IDeskStream
{
    public string Name => "zendesk/macros";

    public TimeSpan Every => TimeSpan.FromMinutes(10);

    public bool IsNeeded => false;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var asked = run.Now;
        var macros = await run.Client.MacrosAsync(Lane.Sync, ct);
        var map = new MapMacro(await run.NamesAsync(ct), await MembersAsync(macros, run, ct));
        await using var scope = run.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(run.TenantId);
        await scope.ServiceProvider.GetRequiredService<WriteMacros>().RunAsync(TicketSource.Zendesk, [.. macros.Select(map.Run).OfType<Macro>()], ct);
        yield return new(new DeskPage(TicketSource.Zendesk) { Rows = macros.Count }, "", SyncRun.Later(from.ReadTo ?? SyncRun.Beginning, asked - SyncRun.Held), true);
    }

    /// <summary>Who is in the groups that macros are limited to. Where the account does not say, such a macro is nobody's but an admin's.</summary>
    private static async Task<ILookup<long, long>> MembersAsync(IReadOnlyList<ZendeskMacro> macros, SyncRun run, CancellationToken ct)
    {
        IReadOnlyList<ZendeskMembership> memberships = [];
        try
        {
            if (macros.Any(macro => MapMacro.GroupsOf(macro).Any())) memberships = await run.Client.MembershipsAsync(Lane.Sync, ct);
        }
        catch (ZendeskException refused) when (refused.Kind is ZendeskFailure.Gone or ZendeskFailure.Refused)
        {
            memberships = [];
        }

        return memberships.Where(one => one is { UserId: not null, GroupId: not null }).ToLookup(one => one.GroupId!.Value, one => one.UserId!.Value);
    }
}
