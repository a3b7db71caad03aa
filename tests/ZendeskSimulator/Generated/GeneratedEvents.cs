namespace ZendeskSimulator.Generated;

/// <summary>
/// All events of the start in the order of time, from any moment on. The nth events of the tickets of one course stand in
/// time as their tickets do, so some fifty such rows are merged.
/// </summary>
internal sealed class GeneratedEvents(History history)
{
    /// <summary>Which ticket, and which of its audits.</summary>
    public IEnumerable<(long Ticket, int Audit)> From(long start)
    {
        var rows = new PriorityQueue<(long Ticket, int Audit, long After), (long At, long Ticket, int Audit)>();
        for (var course = 0; course < Courses.Count; course++)
        {
            var steps = Courses.Steps(course);
            for (var n = 0; n <= steps.Length; n++)
            {
                var after = n == 0 ? 0 : steps[n - 1].After;
                var first = history.FirstCreatedFrom(start - after);
                Enter(rows, first + (course - first % Courses.Count + Courses.Count) % Courses.Count, n, after);
            }
        }
        while (rows.TryDequeue(out var next, out _))
        {
            yield return (next.Ticket, next.Audit);
            Enter(rows, next.Ticket + Courses.Count, next.Audit, next.After);
        }
    }

    private void Enter(PriorityQueue<(long, int, long), (long, long, int)> rows, long ticket, int audit, long after)
    {
        if (ticket <= history.Tickets) rows.Enqueue((ticket, audit, after), (history.CreatedAt(ticket) + after, ticket, audit));
    }
}
