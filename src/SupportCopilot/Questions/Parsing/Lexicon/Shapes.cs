using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Parsing.Lexicon;

internal static partial class Phrases
{
    /// <summary>What figures are split, ranked, bounded and compared by.</summary>
    private static void AddShapes(Dictionary<string, List<Entry>> all)
    {
        foreach (var dimension in Catalog.Dimensions.Where(dimension => dimension.Kind is not DimensionKind.Words)) Add(all, dimension.Synonyms, new DimensionPart(dimension.Name, false), 2.2);
        foreach (var dimension in Catalog.Dimensions.Where(dimension => dimension is { CanGroup: true, IsTimed: false, Kind: not DimensionKind.Ticket })) Add(all, string.Join('|', dimension.Synonyms.Split('|').Where(word => !word.StartsWith("ticket", StringComparison.Ordinal)).Select(word => $"ticket {word}")), new DimensionPart(dimension.Name, false), 2.2);
        foreach (var grain in Catalog.Grains) Add(all, grain, new GrainPart(grain), 2.2);
        Add(all, "date|calendar day|creation date", new GrainPart("day"), 2.2);
        Add(all, "wk", new GrainPart("week"), 2.2);
        Add(all, "mth|calendar month", new GrainPart("month"), 2.2);
        Add(all, "qtr|trimester", new GrainPart("quarter"), 2.2);
        Add(all, "yr|calendar year", new GrainPart("year"), 2.2);
        Add(all, "fiscal quarter|financial quarter|fy quarter|fiscal qtr", new GrainPart(PlanSteps.FiscalQuarter), 2.2);
        Add(all, "fiscal year|financial year|fy|business year", new GrainPart(PlanSteps.FiscalYear), 2.2);

        Add(all, "by|down by|up by|split by|split across|split over|split among|split between|split up across|spread across|spread over|spread among|distributed by|distributed across|distributed over|distributed among|distribution by|distribution across|distribution over|breakdown across|breakdown per|broken out by|broken up by|separated by|categorized by|categorised by|arranged by|listed by|shared among|split per|splitted by|splitted up by|segregated by|bifurcated by|when grouped by|if grouped by|broken down per|broken down across|as a function of|with a breakdown by|with breakdown by|in term of|depending on|broken down by|grouped by|group by|breakdown by|segmented by|sorted by|organized by|divided by|according to|sliced by|by each|split up by", new ByPart(false), 1);
        Add(all, "per|for each|for every|each|every|in each|in every|on each|across|across all|across the|for each of the|by individual|of each|by every|by each of our|by each of the|in each of our|in each of the|for each of our|for each one of our|across all our|across each|in every one of our|each of our|each of the|per each|at the end of each|at the end of every|end of each|end of every|over the different|across different", new ByPart(true), 1);
        Add(all, "daily|day by day|by the day|each day|a day", new GroupPart(new Names([]), "day"));
        Add(all, "weekly|week by week|by the week|a week", new GroupPart(new Names([]), "week"));
        Add(all, "monthly|month by month|by the month|a month", new GroupPart(new Names([]), "month"));
        Add(all, "quarterly|quarter by quarter|a quarter", new GroupPart(new Names([]), "quarter"));
        Add(all, "yearly|annually|annual|year by year|a year", new GroupPart(new Names([]), "year"));
        Add(all, "hourly|hour by hour|an hour", new GroupPart(new Names([]), "hour"));
        Add(all, "over time|trend|trending|trend over time|trend of|timeline|time series|development|evolution|evolve|evolved|develop|developed|progressed|progression|trended|history|trend line|in the course of time", new GroupPart(new Names([]), "auto"), 0.6);

        Add(all, "most affected by|most concerned|most concerned by|most touched|most touched by|most impacted|most impacted by|most hit|most hit by|hardest hit|hardest hit by|worst hit|more used|the more used|more frequent|the more frequent|more common|the more common|more active|more busy|the more busy|more popular|mostly used|most busy|often used|most present|most represented|in the lead|top|most|highest|biggest|most heavily|most loaded|most active|most used|number one|most affected|hottest|fullest|largest|most common|most frequent|busiest|peak|greatest|most often|commonest|leading|main|most popular|maximum|highest number of|largest number of", new RankPart(null, RankWay.Most));
        Add(all, "ranked by|ranked|rank|ranking|ranking of|ranking by|rank by|sort|sorted|order|ordered|ordered by|sort by|order by|league table|league table of|leaderboard|leaderboard of|leaderboard by", new RankPart(null, RankWay.Most) { IsAll = true });
        Add(all, "less used|the less used|less frequent|the less frequent|less common|less active|less busy|less popular|least affected|least affected by|least concerned|bottom|least|lowest|fewest|least used|least active|lightest|smallest|least common|least frequent|quietest|rarest|least often|least popular|minimum|lowest number of|smallest number of", new RankPart(null, RankWay.Least));
        Add(all, "highest first|most first|largest first|biggest first|busiest first|in descending order|from high to low", new RankPart(null, RankWay.Most) { IsAll = true }, 0.4);
        Add(all, "lowest first|fewest first|smallest first|least first|in ascending order|from low to high", new RankPart(null, RankWay.Least) { IsAll = true }, 0.4);
        Add(all, "best first|from best to worst", new RankPart(null, RankWay.Best) { IsAll = true }, 0.4);
        Add(all, "worst first|from worst to best", new RankPart(null, RankWay.Worst) { IsAll = true }, 0.4);
        Add(all, "slowest first|longest first", new RankPart(null, RankWay.Slowest) { IsAll = true }, 0.4);
        Add(all, "fastest first|shortest first|quickest first", new RankPart(null, RankWay.Fastest) { IsAll = true }, 0.4);
        Add(all, "best", new RankPart(null, RankWay.Best));
        Add(all, "happiest|most satisfied", new RankPart(null, RankWay.Best) { IsOfMood = true });
        Add(all, "worst|poorest", new RankPart(null, RankWay.Worst));
        Add(all, "unhappiest|least satisfied|least happy|most unhappy|angriest", new RankPart(null, RankWay.Worst) { IsOfMood = true });
        Add(all, "slowest|longest|most slowly", new RankPart(null, RankWay.Slowest));
        Add(all, "fastest|quickest|shortest|soonest|most quickly|promptest|speediest", new RankPart(null, RankWay.Fastest));

        Add(all, "runner up|runner-up|second place|in second place", new RankPart(null, RankWay.Most) { Nth = 2 });
        Add(all, "newest|latest|most recent|most recently|youngest|freshest", new RankPart(null, RankWay.Newest));
        Add(all, "oldest|earliest|longest waiting|longest standing", new RankPart(null, RankWay.Oldest));

        Add(all, "more than|over|above|greater than|exceeding|exceed|exceeded|older than|longer than|larger than|higher than|beyond|upward of|slower than|in excess of", new BoundOpPart("moreThan"));
        Add(all, "at least|no fewer than|no less than|minimum of|a minimum of|not less than|not fewer than|min", new BoundOpPart("atLeast"));
        Add(all, "less than|in less than|in under|in less of|in fewer than|fewer than|under|below|younger than|newer than|shorter than|smaller than|lower than|faster than|quicker than", new BoundOpPart("lessThan"));
        Add(all, "at most|up to|no more than|not more than|maximum of|a maximum of|within|no longer than|not longer than|max", new BoundOpPart("atMost"));
        Add(all, "exactly|precisely", new BoundOpPart("is"));

        Add(all, "not|yet to be|yet to|have yet to be|have yet to|has yet to be|has yet to|still to be|isn't|aren't|wasn't|weren't|excluding|exclude|except|except for|except those of|except those from|except those|except the one|excepting|save for|excl|other than|apart from|aside from|besides|but not|anything but|all but|minus|ignoring|outside|outside of|non|never|neither|nor|leaving out|leave out|leaving aside|setting aside|not including|without counting|not counting|bar|don't|doesn't|didn't|haven't|hasn't|not been|haven't been|hasn't been|that isn't|that aren't|rather than|everything but|disregarding|with the exception of", new NotPart());
        Add(all, "without|no|with no|without any|missing|lacking|have no|has no|had no|w o|lack|don't have|doesn't have|not having|that have no|none|with neither|do not have|does not have|did not have|didn't have|without a|without an|no known|miss", new WithoutPart());

        Add(all, "compared with|compared to|compare with|compare to|versus|vs|against|relative to|in comparison with|in comparison to|as compared to|as compared with|as opposed to|as against|set against|next to|measured against|comparing to|v|stack up against", new VersusPart());
        Add(all, "compare|comparison|comparison of|comparing|comparison between|difference between|compared|compare between|comparing between", new VersusPart { IsVerb = true }, 0.8);
        Add(all, "week over week|week on week|wow|week to week|week by week change|from week to week", new StepComparePart("week", false));
        Add(all, "month over month|month on month|mom|month to month", new StepComparePart("month", false));
        Add(all, "quarter over quarter|quarter on quarter|qoq", new StepComparePart("quarter", false));
        Add(all, "day over day|day on day|dod", new StepComparePart("day", false));
        Add(all, "year over year|year on year|yoy|year to year", new StepComparePart("year", true));
        Add(all, "previous period|the previous period|period before|the period before|prior period|preceding period|last period|the prior period|the preceding period|the time before|previous one|the one before", new ComparePart("previousPeriod", null));
        Add(all, "same period last year|the same period last year|same time last year|the same time last year|year before|the year before|a year earlier|a year ago|one year ago|same period of last year|same period a year ago|same period the year before|previous year|the previous year|prior year|same period of the previous year|same period previous year", new ComparePart("previousYear", null));
        Add(all, "going up or down|trending up or down|moving up or down|up or down|growth|growth of|growth in|growth rate|growth rate of|change|change in|change of|difference|difference in|changed|percent change|percentage change|change over|swing|delta|difference from|rate of change|movement|trend versus", new ChangePart(null));
        Add(all, "increase|increase in|increased|rise|rise in|rose|risen|grow|grew|grown|growing|go up|went up|gone up|rising|climb|climbed|jump|jumped|surge|surged|spike|spiked|going up|trending up|trending upward|on the rise|uptick|increasing|gone up or down|up or down|go up or down|grow by|grew by|risen by|increase of", new ChangePart(true), 1.2);
        Add(all, "more|higher|bigger|larger", new ChangePart(true) { IsComparative = true }, 1.2);
        Add(all, "slower", new ChangePart(true) { IsComparative = true, IsSpeed = true }, 1.2);
        Add(all, "better", new ChangePart(null) { Better = true, IsComparative = true }, 1.2);
        Add(all, "improve|improved|improvement|improvement in|improving|getting better|got better|gotten better", new ChangePart(null) { Better = true }, 1.2);
        Add(all, "worse", new ChangePart(null) { Better = false, IsComparative = true }, 1.2);
        Add(all, "worsen|worsened|worsening|getting worse|got worse|gotten worse|deteriorated|deteriorate", new ChangePart(null) { Better = false }, 1.2);
        Add(all, "decrease|decrease in|decreased|fall|fell|fallen|drop|drop in|dropped|decline|declined|go down|went down|gone down|falling|shrink|shrank|going down|trending down|trending downward|reduction|declining|decreasing", new ChangePart(false), 1.2);
        Add(all, "fewer|less|lower|smaller", new ChangePart(false) { IsComparative = true }, 1.2);
        Add(all, "faster|quicker", new ChangePart(false) { IsComparative = true, IsSpeed = true }, 1.2);
    }
}
