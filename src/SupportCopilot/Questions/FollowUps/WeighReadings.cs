using SupportCopilot.Questions.Parsing;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>A message that can be a whole question and a follow-up: which it is, by its words; both, where they do not say.</summary>
internal static class WeighReadings
{
    private const double Unlikely = 6;

    public static ReadResult Of(ReadResult whole, FollowUpRead follow)
    {
        if (follow.Read.Readings.Count == 0) return follow.Stance is Stance.Leans && (follow.Read.Unplaced.Count == 0 || whole.Unplaced.Count > 0) ? Worse(whole, follow.Read) : whole;
        if (whole.Readings.Count == 0) return follow.Read;
        var (ofWhole, ofFollow) = follow.Stance switch
        {
            Stance.Leans => (Unlikely, 0.0),
            Stance.Stands => (0.0, Unlikely),
            _ => (0.0, 0.0),
        };
        var readings = Shifted(whole, ofWhole).Concat(Shifted(follow.Read, ofFollow))
            .GroupBy(reading => ReadQuestion.Key(reading.Plan)).Select(same => same.MinBy(reading => reading.Cost)!)
            .OrderBy(reading => reading.Cost).Where(reading => reading.Cost < Unlikely);
        return new ReadResult([.. readings], [], null);
    }

    /// <summary>Of two failures the one that says more: words that even a follow-up cannot place, or why it cannot be done.</summary>
    private static ReadResult Worse(ReadResult whole, ReadResult follow) =>
        follow.Unplaced.Count > 0 || !string.IsNullOrEmpty(follow.Problem) ? follow : whole.Readings.Count == 0 ? whole : follow;

    private static IEnumerable<Planning.Reading> Shifted(ReadResult read, double by) =>
        read.Readings.Select(reading => reading with { Cost = reading.Cost - read.Readings[0].Cost + by });
}
