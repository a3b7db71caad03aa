using System.Text.RegularExpressions;
using ZendeskSimulator;
using ZendeskSimulator.Oracle;

namespace SupportCopilot.Tests.Kills.Desk.Harness;

/// <summary>Holds what the product keeps against what the simulated account knows, ticket by ticket.</summary>
public sealed partial class DeskComparison
{
    private const int WriteBackOrTriage = 1 | 4;   // bits of Owed: what the desk waits for
    private const int Done = 2, Unconfirmed = 4;   // states of the ledger; what is neither sent nor settled is below or between
    private const int Shown = 12;

    private readonly List<string> _wrong = [];

    /// <summary>What does not agree, by kind; nothing may.</summary>
    public Dictionary<string, int> Wrong { get; } = [];

    public int Tickets { get; private set; }

    public int Comments { get; private set; }

    public int Changes { get; private set; }

    public int Notes { get; private set; }

    public int Writes { get; private set; }

    public bool Agrees => Wrong.Count == 0;

    public override string ToString() => Agrees
        ? $"{Tickets} tickets, {Comments} comments, {Changes} changes and {Notes} notes of ours agree"
        : $"{string.Join(", ", Wrong.Select(wrong => $"{wrong.Key} {wrong.Value}"))}{string.Concat(_wrong.Select(example => $"\n  {example}"))}";

    public static DeskComparison Of(SimulatedZendesk zendesk, PeopleAtWork people, AnsweredWebhooks webhooks, ServerOnDisk product)
    {
        var comparison = new DeskComparison();
        var there = Enumerable.Range(1, (int)zendesk.LastTicket).Select(id => zendesk.Ticket(id)).ToList();
        comparison.CompareTickets(there, product);
        comparison.CompareThreads(there, product);
        comparison.CompareChanges(there, product);
        comparison.ComparePeoplesWork(there.ToDictionary(ticket => ticket.Id), people);
        comparison.CompareNotes(there, product);
        comparison.CompareLedgers(webhooks, product);
        return comparison;
    }

    private void CompareTickets(IReadOnlyList<TicketSeen> there, ServerOnDisk product)
    {
        var here = product.Query("SELECT ExternalId, Subject, Status, Owed, (SELECT COUNT(*) FROM Verdicts v WHERE v.TicketId = t.Id) FROM Tickets t WHERE Source = 'zendesk'",
            row => (Id: row.GetString(0), Subject: row.GetString(1), Status: row.GetString(2), Owed: row.GetInt32(3), Verdicts: row.GetInt32(4))).ToLookup(ticket => ticket.Id);
        var tags = product.Query("SELECT t.ExternalId, g.Tag FROM TicketTags g JOIN Tickets t ON t.Id = g.TicketId WHERE t.Source = 'zendesk'", row => (Id: row.GetString(0), Tag: row.GetString(1)))
            .ToLookup(tag => tag.Id, tag => tag.Tag);
        Tickets = there.Count;
        foreach (var ticket in there)
        {
            var kept = here[$"{ticket.Id}"].ToList();
            if (kept.Count != 1)
            {
                Note(kept.Count == 0 ? "tickets lost" : "tickets doubled", $"{ticket.Id} stands {kept.Count} times");
                continue;
            }

            Expect("tickets stale", kept[0].Status == ticket.Status && (ticket.Status == "deleted" || kept[0].Subject == ticket.Subject), () => $"{ticket.Id} is {ticket.Status} there, {kept[0].Status} here");
            if (ticket.Status == "deleted") continue;
            Expect("tags stale", tags[$"{ticket.Id}"].Order(StringComparer.Ordinal).SequenceEqual(ticket.Tags.Order(StringComparer.Ordinal)), () => $"{ticket.Id} has {string.Join(' ', ticket.Tags)} there, {string.Join(' ', tags[$"{ticket.Id}"])} here");
            Expect("not triaged", kept[0].Verdicts == 1 && (kept[0].Owed & WriteBackOrTriage) == 0, () => $"{ticket.Id} has {kept[0].Verdicts} verdicts and is owed {kept[0].Owed}");
        }
    }

    private void CompareThreads(IReadOnlyList<TicketSeen> there, ServerOnDisk product)
    {
        var here = product.Query("SELECT t.ExternalId, c.ExternalId, c.Body, c.IsPublic FROM Comments c JOIN Tickets t ON t.Id = c.TicketId WHERE t.Source = 'zendesk'",
            row => (Ticket: row.GetString(0), Id: row.GetString(1), Body: row.GetString(2), IsPublic: row.GetBoolean(3))).ToLookup(comment => comment.Ticket);
        foreach (var ticket in there.Where(ticket => ticket.Status != "deleted"))
        {
            var kept = here[$"{ticket.Id}"].ToLookup(comment => comment.Id);
            foreach (var comment in ticket.Comments)
            {
                Comments++;
                var copies = kept[$"{comment.Id}"].ToList();
                Expect("comments lost", copies.Count > 0, () => $"{comment.Id} of {ticket.Id}");
                Expect("comments changed", copies.All(copy => copy.Body.Trim() == comment.Body.Trim() && copy.IsPublic == comment.IsPublic), () => $"{comment.Id} of {ticket.Id}");
            }

            var more = here[$"{ticket.Id}"].Count() - ticket.Comments.Count;
            Expect("comments doubled", more <= 0, () => $"{ticket.Id} has {more} too many");
        }
    }

    private void CompareChanges(IReadOnlyList<TicketSeen> there, ServerOnDisk product)
    {
        var here = product.Query("SELECT t.ExternalId, c.Field, c.\"From\", c.\"To\", c.At FROM TicketChanges c JOIN Tickets t ON t.Id = c.TicketId WHERE t.Source = 'zendesk' AND c.Field IN ('status', 'priority')",
            row => (Ticket: row.GetString(0), Field: row.GetString(1), From: row.IsDBNull(2) ? null : row.GetString(2), To: row.IsDBNull(3) ? null : row.GetString(3), At: row.GetInt64(4))).ToLookup(change => change.Ticket);
        foreach (var ticket in there.Where(ticket => ticket.Status != "deleted"))
        {
            // The first audit tells how it began; what is taken away is told by no event.
            var told = ticket.Audits.Skip(1).SelectMany(audit => audit.Changes.Where(change => change.Field is "status" or "priority" && change.To is not null)
                .Select(change => (Ticket: $"{ticket.Id}", change.Field, change.From, change.To, At: audit.At.ToUnixTimeMilliseconds()))).GroupBy(change => change).ToDictionary(same => same.Key, same => same.Count());
            var kept = here[$"{ticket.Id}"].GroupBy(change => change).ToDictionary(same => same.Key, same => same.Count());
            Changes += told.Values.Sum();
            foreach (var (change, times) in told) Expect("changes lost", kept.GetValueOrDefault(change) >= times, () => $"{change.Field} of {ticket.Id} to {change.To}");
            foreach (var (change, times) in kept) Expect("changes doubled", times <= told.GetValueOrDefault(change), () => $"{change.Field} of {ticket.Id} to {change.To}");
        }
    }

    private void ComparePeoplesWork(Dictionary<long, TicketSeen> there, PeopleAtWork people)
    {
        foreach (var (ticket, tag) in people.Tags) Expect("agents' tags lost", there[ticket].Tags.Contains(tag), () => $"{tag} of {ticket}");
        foreach (var (ticket, tag) in people.TagsTaken) Expect("agents' tags put back", !there[ticket].Tags.Contains(tag), () => $"{tag} of {ticket}");
        foreach (var (ticket, priority) in people.PrioritiesSet) Expect("agents' priorities overwritten", there[ticket].Priority == priority, () => $"{ticket} has {there[ticket].Priority}, and an agent said {priority}");
    }

    private void CompareNotes(IReadOnlyList<TicketSeen> there, ServerOnDisk product)
    {
        var last = product.Query("SELECT t.ExternalId, w.Marker, w.HasNote, e.State FROM DeskWritings w JOIN Tickets t ON t.Id = w.TicketId LEFT JOIN Effects e ON e.Id = w.EffectId WHERE t.Source = 'zendesk'",
            row => (Ticket: row.GetString(0), Marker: row.GetString(1), HasNote: row.GetBoolean(2), State: row.IsDBNull(3) ? -1 : row.GetInt32(3))).ToDictionary(writing => writing.Ticket);
        var markers = new Dictionary<string, int>();
        foreach (var ticket in there.Where(ticket => ticket.Status != "deleted"))
        {
            var notes = ticket.Notes.Select(note => (note.Body, Marker: Marker().Match(note.Body))).Where(note => note.Marker.Success).ToList();
            Notes += notes.Count;
            foreach (var note in notes) markers[note.Marker.Value] = markers.GetValueOrDefault(note.Marker.Value) + 1;
            for (var i = 1; i < notes.Count; i++) Expect("notes that say the same again", Marker().Replace(notes[i].Body, "") != Marker().Replace(notes[i - 1].Body, ""), () => $"{notes[i].Marker} on {ticket.Id}");
            if (ticket.Status is not ("solved" or "closed"))
                Expect("notes or tags missing", notes.Count > 0 && ticket.Tags.Contains("copilot_triaged"), () => $"{ticket.Id} has {notes.Count} notes and {string.Join(' ', ticket.Tags)}");
            if (last.TryGetValue($"{ticket.Id}", out var writing) && writing is { HasNote: true, State: Done })
                Expect("notes missing that the ledger calls done", notes.Exists(note => note.Marker.Value == writing.Marker), () => $"{writing.Marker} on {ticket.Id}");
        }

        foreach (var (marker, times) in markers) Expect("notes doubled", times == 1, () => $"{marker} stands {times} times");
    }

    private void CompareLedgers(AnsweredWebhooks webhooks, ServerOnDisk product)
    {
        var effects = product.Query("SELECT State, Intent FROM Effects", row => (State: row.GetInt32(0), Intent: row.GetString(1)));
        Writes = effects.Count(effect => effect.State == Done);
        foreach (var (state, intent) in effects) Expect("ledger left open", state is not (0 or 1 or Unconfirmed), () => $"{intent} is in state {state}");

        var events = product.Query("SELECT EventId, WorkedAt FROM DeskEvents", row => (Id: row.GetString(0), IsWorked: !row.IsDBNull(1))).ToLookup(arrived => arrived.Id, arrived => arrived.IsWorked);
        foreach (var id in webhooks.Ids) Expect(events[id].Any() ? "webhooks doubled" : "webhooks lost", events[id].Count() == 1, () => id);

        Expect("webhooks not worked off", events.All(arrived => arrived.All(isWorked => isWorked)), () => $"{events.Count(arrived => arrived.Contains(false))}");
    }

    private void Expect(string kind, bool holds, Func<string> words)
    {
        if (!holds) Note(kind, words());
    }

    private void Note(string kind, string words)
    {
        Wrong[kind] = Wrong.GetValueOrDefault(kind) + 1;
        if (_wrong.Count < Shown) _wrong.Add($"{kind}: {words}");
    }

    [GeneratedRegex("copilot-note-[0-9a-f]{16}")]
    private static partial Regex Marker();
}
