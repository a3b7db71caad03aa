namespace SupportCopilot.DemoDesk.Writing;

/// <summary>The service level and how customers rated it; both follow from the times.</summary>
internal static class Service
{
    private static readonly TimeSpan SurveyAfter = TimeSpan.FromHours(24);
    private const double SurveyedShare = 0.62;
    private const double AnsweredShare = 0.38;

    /// <summary>By when a ticket of a severity is to be answered and solved.</summary>
    public static (TimeSpan FirstReply, TimeSpan Solution) Promised(string severity) => severity switch
    {
        "urgent" => (TimeSpan.FromHours(6), TimeSpan.FromHours(48)),
        "high" => (TimeSpan.FromHours(18), TimeSpan.FromDays(6)),
        "normal" => (TimeSpan.FromHours(32), TimeSpan.FromDays(10)),
        _ => (TimeSpan.FromHours(72), TimeSpan.FromDays(16)),
    };

    /// <summary>Whether the level was met; null while it still can be.</summary>
    public static bool? Met(string severity, DateTime created, ThreadSoFar thread, DateTime now)
    {
        var (firstReply, solution) = Promised(severity);
        if ((thread.FirstReply ?? now) - created > firstReply || (thread.Solved ?? now) - created > solution) return false;
        return thread.Solved is null ? null : true;
    }

    /// <summary>Whether a rating was asked for, and the rating (0, 0.25 … 1) where one was given by now.</summary>
    public static (bool Offered, double? Rating) Rating(Matter matter, ThreadSoFar thread, double care, DateTime now, Dice dice)
    {
        var (asked, answers, luck) = (dice.Chance(SurveyedShare), dice.Chance(AnsweredShare), dice.Normal());
        if (!asked || matter.Channel == "api" || thread.Solved is not { } solved || solved + SurveyAfter > now) return (false, null);
        if (!answers) return (true, null);

        var (firstReply, solution) = Promised(matter.Severity);
        var slowness = Math.Min(2, ((thread.FirstReply ?? solved) - matter.Created) / firstReply) + Math.Min(2, (solved - matter.Created) / solution);
        var mood = matter.Mood switch { "angry" => -1.2, "frustrated" => -0.4, "happy" or "grateful" => 0.8, _ => 0.2 };
        var stars = 3.9 + 1.1 * care - 0.75 * slowness - 0.9 * thread.Reopens + mood + 0.8 * luck;
        return (true, (Math.Clamp(Math.Round(stars), 1, 5) - 1) / 4);
    }
}
