using SupportCopilot.DemoDesk.People;
using SupportCopilot.Tickets;

namespace SupportCopilot.DemoDesk.Writing;

/// <summary>The messages and changes of a ticket as they happened. What lies after the desk's last moment is cut off: it has not happened yet.</summary>
internal sealed class TicketThread(IncomingPerson requester)
{
    private readonly List<IncomingComment> _comments = [];
    private readonly List<IncomingChange> _changes = [];
    private readonly Dictionary<string, string> _now = [];

    public void ByCustomer(DateTime at, string body) => _comments.Add(new("", body, AuthorKind.Requester, requester, true, at));

    public void ByAgent(DateTime at, Agent agent, string body, bool isPublic = true) => _comments.Add(new("", body, AuthorKind.Agent, PersonOf(agent), isPublic, at));

    /// <summary>Sets a field; the same value again is no change.</summary>
    public void Set(DateTime at, string field, string value)
    {
        var before = _now.GetValueOrDefault(field);
        if (before == value) return;
        _changes.Add(new(at, field, before, value));
        _now[field] = value;
    }

    /// <summary>What has happened by a moment, in the order in which it happened.</summary>
    public ThreadSoFar By(DateTime moment) => new(
        [.. _comments.Where(c => c.CreatedAt <= moment).OrderBy(c => c.CreatedAt).Select((c, position) => c with { ExternalId = (position + 1).ToString(System.Globalization.CultureInfo.InvariantCulture) })],
        [.. _changes.Where(c => c.At <= moment).OrderBy(c => c.At)]);

    public static IncomingPerson PersonOf(Agent agent) => new($"agent-{agent.Number}", agent.Name, agent.Email);
}

/// <summary>A thread up to a moment.</summary>
internal sealed record ThreadSoFar(IReadOnlyList<IncomingComment> Comments, IReadOnlyList<IncomingChange> Changes)
{
    public string? Last(string field) => Changes.LastOrDefault(change => change.Field == field)?.To;

    public DateTime? FirstReply => Comments.FirstOrDefault(c => c is { AuthorKind: AuthorKind.Agent, IsPublic: true })?.CreatedAt;

    /// <summary>When the work ended, as long as it has not begun again.</summary>
    public DateTime? Solved => Last("status") is TicketStatus.Solved or TicketStatus.Closed
        ? Changes.Last(change => change is { Field: "status", To: TicketStatus.Solved }).At
        : null;

    public int Reopens => Changes.Count(change => change is { Field: "status", From: TicketStatus.Solved, To: TicketStatus.Open });

    public DateTime LastTouched => Changes.Select(c => c.At).Concat(Comments.Select(c => c.CreatedAt!.Value)).Max();
}
