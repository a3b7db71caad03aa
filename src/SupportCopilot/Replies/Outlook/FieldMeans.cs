namespace SupportCopilot.Replies.Outlook;

/// <summary>
/// The mean of an outcome for each value of each field, drawn towards the mean of all the more, the fewer tickets have the
/// value (additive smoothing): a value that two tickets had tells little. Cost: linear in the tickets.
/// </summary>
internal sealed class FieldMeans
{
    private const double Weight = 20;    // tickets that the mean of all counts for
    private const int FewestTickets = 3; // a value of fewer is left out: its mean would be that of all

    /// <summary>The mean of all.</summary>
    public double Overall { get; init; }

    /// <summary>For each field the mean of each value, and how many tickets had it.</summary>
    public Dictionary<string, Dictionary<string, ValueMean>> Fields { get; init; } = [];

    public static FieldMeans Of(IReadOnlyList<TicketFacts> tickets, Func<TicketFacts, double> outcome)
    {
        var overall = tickets.Average(outcome);
        var fields = new Dictionary<string, Dictionary<string, ValueMean>>();
        foreach (var field in OutlookFields.All)
        {
            fields[field] = tickets.Where(ticket => ticket.Values.ContainsKey(field)).GroupBy(ticket => ticket.Values[field])
                .Where(same => same.Count() >= FewestTickets).ToDictionary(same => same.Key, same => new ValueMean((same.Sum(outcome) + Weight * overall) / (same.Count() + Weight), same.Count()));
        }
        return new FieldMeans { Overall = overall, Fields = fields };
    }

    /// <summary>The mean for what a ticket says in a field; that of all where it says nothing known.</summary>
    public double Of(string field, IReadOnlyDictionary<string, string> values) =>
        values.TryGetValue(field, out var value) && Fields.TryGetValue(field, out var means) && means.TryGetValue(value, out var mean) ? mean.Mean : Overall;
}

/// <summary>The smoothed mean of one value.</summary>
/// <param name="Mean">The mean.</param>
/// <param name="Tickets">How many tickets had the value.</param>
internal sealed record ValueMean(double Mean, int Tickets);

/// <summary>The fields that predictions go by.</summary>
internal static class OutlookFields
{
    public static IReadOnlyList<string> All { get; } = ["category", "subcategory", "priority", "channel", "product", "brand", "language", "organization", "requester", "hour"];
}
