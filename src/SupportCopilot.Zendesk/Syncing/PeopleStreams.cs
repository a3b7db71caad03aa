using System.Runtime.CompilerServices;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Desks;
using SupportCopilot.Zendesk.Client;
using SupportCopilot.Zendesk.Mapping;
using SupportCopilot.Zendesk.Wire;

namespace SupportCopilot.Zendesk.Syncing;

/// <summary>The agents and groups of the account, whole each time: they are few, and comments are told apart by them.</summary>
internal sealed class AgentStream : IDeskStream
{
    public string Name => "zendesk/agents";

    public TimeSpan Every => TimeSpan.FromHours(1);

    public bool IsNeeded => false;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var asked = run.Now;
        var (agents, groups) = (await run.Client.AgentsAsync(Lane.Sync, ct), await run.Client.GroupsAsync(Lane.Sync, ct));
        var names = (await run.NamesAsync(ct)).With(agents, groups);
        yield return new(
            new DeskPage(TicketSource.Zendesk) { People = MapPeople.Run(agents, names), Groups = [.. groups.Select(g => names.Group(g.Id)).OfType<IncomingName>()], Rows = agents.Count + groups.Count },
            "", SyncRun.Later(from.ReadTo ?? SyncRun.Beginning, asked - SyncRun.Held), true);
    }
}

/// <summary>Everybody, in the order of their last change: names and organizations of those who only wrote along.</summary>
internal sealed class PeopleStream : IDeskStream
{
    private const int PageSize = 1000;

    public string Name => "zendesk/people";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public bool IsNeeded => false;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (cursor, readTo) = (from.Cursor, from.ReadTo ?? SyncRun.Beginning);
        while (true)
        {
            var asked = run.Now;
            var page = cursor.Length == 0 ? await run.Client.UsersSinceAsync(SyncRun.Beginning, Lane.Sync, ct) : await run.Client.UsersAfterAsync(cursor, Lane.Sync, ct);
            var users = page.Users ?? [];
            var next = users.Count == 0 || string.IsNullOrEmpty(page.AfterCursor) || ExportCursor.IsBefore(page.AfterCursor, cursor) ? cursor : page.AfterCursor;
            var isEnd = next == cursor || (page.EndOfStream ?? users.Count < PageSize);
            var names = (await run.NamesAsync(ct)).With(users, organizations: page.Organizations);

            readTo = SyncRun.Later(readTo, isEnd ? asked - SyncRun.Held : users.Max(u => u.UpdatedAt) ?? readTo);
            yield return new(new DeskPage(TicketSource.Zendesk) { People = MapPeople.Run(users, names), Rows = users.Count }, next, readTo, isEnd);
            if (isEnd) yield break;
            cursor = next;
        }
    }
}

/// <summary>Organizations, in the order of their last change.</summary>
internal sealed class OrganizationStream : IDeskStream
{
    private const int PageSize = 1000;

    public string Name => "zendesk/organizations";

    public TimeSpan Every => TimeSpan.FromMinutes(15);

    public bool IsNeeded => false;

    public async IAsyncEnumerable<StreamPage> ReadAsync(StreamPlace from, SyncRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var (place, readTo) = (TimePlace.Of(from), from.ReadTo ?? SyncRun.Beginning);
        while (true)
        {
            var asked = run.Now;
            var page = await run.Client.OrganizationsSinceAsync(place.AskFrom(run), Lane.Sync, ct);
            var organizations = page.Organizations ?? [];
            var next = place.After(page.EndTime);
            var isEnd = organizations.Count == 0 || (page.EndOfStream ?? organizations.Count < PageSize);
            if (!isEnd && next == place) next = place.Next;   // a page holds the whole of its last second

            readTo = SyncRun.Later(readTo, isEnd ? asked - SyncRun.Held : next.At);
            yield return new(new DeskPage(TicketSource.Zendesk) { Organizations = [.. organizations.Select(Named).OfType<IncomingName>()], Rows = organizations.Count }, next.Cursor, readTo, isEnd);
            if (isEnd) yield break;
            place = next;
        }
    }

    private static IncomingName? Named(ZendeskOrganization organization) => organization is { Id: { } id, Name: { Length: > 0 } name } ? new(WireText.Of(id), name) : null;
}
