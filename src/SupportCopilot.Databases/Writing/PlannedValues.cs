using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Databases.Writing;

/// <summary>The values that a batch brings, each once. Linear in the batch, some hash look-ups for each ticket.</summary>
internal static class PlannedValues
{
    public static SeenValues Of(IReadOnlyList<TicketPlan> plans)
    {
        var seen = new SeenValues();
        foreach (var plan in plans)
        {
            if (plan.Row is not { Status: not Tickets.TicketStatus.Deleted } row) continue;
            if (plan.SavesRow) seen.Add(row);
            foreach (var tag in plan.Said.Tags ?? []) seen.AddTag(Clip.To(tag, 200));
            foreach (var (name, value) in plan.Said.Fields ?? new Dictionary<string, string>()) seen.AddField(Clip.To(name, 200), value);
        }

        return seen;
    }
}
