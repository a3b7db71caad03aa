namespace SupportCopilot.Questions.Running;

/// <summary>
/// The tickets behind the figures shown, where the rows that were added up say it. The list behind an answer has the same
/// conditions, so it has as many.
/// </summary>
internal static class TicketsBehind
{
    /// <returns>Null where the database added up, or where the steps overlap, as those of what is open do.</returns>
    public static (List<long> Newest, long Tickets)? Of(RawFigures raw)
    {
        var first = raw.Now[0];
        if (first.Rows is not { } rows) return null;
        if (raw.Chosen.IsAll) return rows.Behind(null, null);
        return raw.Plan.GroupBy.Count > 0
            ? rows.Behind([.. raw.Chosen.Groups], null)
            : rows.Behind(null, [.. raw.Chosen.Steps.Select(step => first.Buckets!.All[step].Key)]);
    }
}
