using System.Globalization;
using ZendeskSimulator.Tickets;

namespace ZendeskSimulator.Searching;

/// <summary>A search for tickets: <c>status:open</c>, <c>status&lt;solved</c>, <c>created&gt;2026-01-01</c>, <c>tags:vip</c>, <c>-tags:vip</c>, words.</summary>
internal sealed class Query
{
    private static readonly string[] Statuses = ["new", "open", "pending", "hold", "solved", "closed"];
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    private readonly List<Func<Ticket, bool>> _conditions = [];

    /// <summary>What kind of thing is searched for; null where the query does not say.</summary>
    public string? Type { get; private set; }

    public static Query Parse(string text)
    {
        var query = new Query();
        foreach (var word in Words(text)) query.Take(word);
        return query;
    }

    public bool Fits(Ticket ticket) => !ticket.IsDeleted && _conditions.TrueForAll(c => c(ticket));

    private void Take(string word)
    {
        if (word.StartsWith("type:", StringComparison.OrdinalIgnoreCase))
        {
            Type = word[5..].ToLowerInvariant();
            return;
        }
        var isNot = word.StartsWith('-');
        var condition = Condition(isNot ? word[1..] : word);
        _conditions.Add(isNot ? ticket => !condition(ticket) : condition);
    }

    private static Func<Ticket, bool> Condition(string word)
    {
        var at = word.IndexOfAny([':', '<', '>']);
        if (at < 0) return ticket => ticket.Subject.Contains(word, StringComparison.OrdinalIgnoreCase) || ticket.Description.Contains(word, StringComparison.OrdinalIgnoreCase);
        var op = at + 1 < word.Length && word[at + 1] == '=' ? word.Substring(at, 2) : word[at].ToString();
        var value = word[(at + op.Length)..];
        return word[..at].ToLowerInvariant() switch
        {
            "status" => ticket => Holds(op, Array.IndexOf(Statuses, ticket.Status), Array.IndexOf(Statuses, value)),
            "priority" when value == "none" => ticket => ticket.Priority is null,
            "priority" => ticket => ticket.Priority is not null && Holds(op, Array.IndexOf(Priorities, ticket.Priority), Array.IndexOf(Priorities, value)),
            "created" => Dated(ticket => ticket.CreatedAt, op, value),
            "updated" => Dated(ticket => ticket.UpdatedAt, op, value),
            "tags" => ticket => ticket.Tags.Contains(value, StringComparer.Ordinal),
            "ticket_type" => ticket => ticket.Type == value,
            "requester" => ticket => ticket.RequesterId.ToString(CultureInfo.InvariantCulture) == value,
            "assignee" => ticket => value == "none" ? ticket.AssigneeId is null : ticket.AssigneeId?.ToString(CultureInfo.InvariantCulture) == value,
            "subject" => ticket => ticket.Subject.Contains(value, StringComparison.OrdinalIgnoreCase),
            _ => _ => false,
        };
    }

    private static Func<Ticket, bool> Dated(Func<Ticket, long> time, string op, string value)
    {
        if (!DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)) return _ => false;
        var seconds = date.ToUnixTimeSeconds();
        return op == ":" && value.Length == 10 ? ticket => time(ticket) >= seconds && time(ticket) < seconds + 86_400 : ticket => Holds(op, time(ticket), seconds);
    }

    private static bool Holds(string op, long left, long right) => op switch
    {
        "<" => left < right,
        "<=" => left <= right,
        ">" => left > right,
        ">=" => left >= right,
        _ => left == right,
    };

    // Words, and phrases in quotes.
    private static IEnumerable<string> Words(string text)
    {
        var parts = text.Split('"');
        for (var n = 0; n < parts.Length; n++)
        {
            if (n % 2 == 1) yield return parts[n];
            else foreach (var word in parts[n].Split(' ', StringSplitOptions.RemoveEmptyEntries)) yield return word;
        }
    }
}
