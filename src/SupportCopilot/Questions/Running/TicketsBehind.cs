namespace SupportCopilot.Questions.Running;

/// <summary>
/// The tickets behind the figures shown, where the rows that were added up say it. The list behind an answer has the same
/// conditions, so it has as many.
/// </summary>
internal static class TicketsBehind
{
    /// <returns>Null where the database added up, or where the steps overlap, as those of what is open do.</returns>
    public static async Task<(List<long> Newest, long Tickets)?> OfAsync(RawFigures raw)
    {
        var first = raw.Now[0];
        if (first.Rows is not { } rows) return null;
        if (raw.Chosen.IsAll) return await rows.BehindAsync(null, null);
        return raw.Plan.GroupBy.Count > 0
            ? await rows.BehindAsync([.. raw.Chosen.Groups], null)
            : await rows.BehindAsync(null, [.. raw.Chosen.Steps.Select(step => first.Buckets!.All[step].Key)]);
    }
}
