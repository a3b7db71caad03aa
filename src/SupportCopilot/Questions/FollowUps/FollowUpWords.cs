using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;

namespace SupportCopilot.Questions.FollowUps;

/// <summary>The words by which a message leans on the one before, by their singular.</summary>
internal static class FollowUpWords
{
    /// <summary>Words in the longest phrase.</summary>
    public const int Longest = 7;

    /// <summary>Words that compare what is shown, be it two or more: the one asked for is at that end.</summary>
    private static readonly (string Words, RankWay Way)[] Comparatives =
    [
        ("worse", RankWay.Worst), ("better", RankWay.Best), ("higher|bigger|larger|greater|more|busier", RankWay.Most), ("lower|smaller|fewer|less|quieter", RankWay.Least), ("slower", RankWay.Slowest), ("faster|quicker", RankWay.Fastest),
    ];

    private static readonly Dictionary<string, List<(Part Part, double Cost)>> ByStem = Build();

    /// <summary>The meanings of a phrase whose words are folded and joined by single spaces.</summary>
    public static IReadOnlyList<(Part Part, double Cost)> Find(string phrase) => ByStem.GetValueOrDefault(Stems.OfPhrase(phrase)) ?? [];

    private static Dictionary<string, List<(Part, double)>> Build()
    {
        var all = new Dictionary<string, List<(Part, double)>>();
        Add("what about|how about|what of|same for|the same for|same but for|the same but for|same but|the same but|same with|the same with|same thing for|the same thing for|same thing but|same question for|the same question for|same question|same again|same again for|same report for|same|the same|do the same for|repeat for|repeat that for|repeat this for|do that for|do it for|do this for|show that for|show it for|show this for|likewise for|and the same for|same thing|the same thing|that but for|that for|this for|it for", new CarryOnPart(CarryOn.Replace), 0.02);
        Add("instead|rather|switch to|switch it to|switch that to|change to|change it to|change that to|change this to|change that into|make it|make that|make this|make them|turn it into|turn that into|now for|now show|but for|but|set it to", new CarryOnPart(CarryOn.Replace), 0.03);
        Add("also|too|as well|in addition|additionally|add|include|including|plus|on top of that|besides that|also show|also include|also add|then also|add in|throw in|and also|bring in", new CarryOnPart(CarryOn.Add), 0.03);
        Add("as|as a|as an|show as|show it as|show that as", new CarryOnPart(CarryOn.Replace), 0.3);
        Add("further", new CarryOnPart(CarryOn.Add), 0.3);
        Add("only|just|only show|just show|limit to|limit it to|limit that to|limit this to|restrict to|restrict it to|restrict that to|filter to|filter for|filter by|filter on|filter it to|filter that to|filter it by|filter that by|narrow to|narrow it to|narrow that to|narrow down to|narrow it down to|narrow that down to|keep only|focus on|zoom in on|out of those|limit those to|filter those by|narrow those down to|restrict those to", new CarryOnPart(CarryOn.Narrow), 0.03);
        Add("split that|split it|split this|split them|split those|break that down|break it down|break this down|break them down|break those down|group that|group it|group them|group those|slice that|slice it|divide that|divide it|show that|show it|show this|give me that|give that|see that|see it|view that|view it|have that|have it|get that|get it|want that|want it|that split|that broken down|that grouped|show me that|split that up|split it up", new CarryOnPart(CarryOn.Split), 0.04);
        Add("those|these|them|of those|of these|of them|among those|among them|among these|those ticket|these ticket|of those ticket|of these ticket|among those ticket|from those|from these|from them|out of those|they|in those|for those|for these|for them|on those|of that|for that|were they|are they|those number|these number|that number|that figure|this figure|those figure|that result|those result|these result|that list|this list|the result|in that|in it", new ThosePart(true), 0.03);
        Add("their|its|theirs", new ThosePart(true), 0.03);
        Add("one|that|it|this", new ThosePart(false), 0.05);
        Add("drop|remove|without|ignore|ignoring|forget|forget about|clear|lose|take away|take out|take off|leave out|leave off|skip|no|no more|get rid of|disregard|regardless of|irrespective of|no matter which|no matter what|no matter the|not by|don't split by|stop splitting by|not split by|undo|reset|independent of|independently of|whatever the|never mind|never mind the|do not split by|not just|unfilter", new DropPart(false), 0.5);
        Add("for all|all|for any|any|across all|over all|in all|of all|with all|on all|via all|from all|by all|all the|for all the|across any", new DropPart(true), 0.5);
        Add("filter|restriction|condition|criterion|criteria|constraint", new KindPart(TakenKind.Demands), 0.1);
        Add("split|breakdown|grouping|group|split up", new KindPart(TakenKind.Splits), 0.1);
        Add("date|period|time|time period|date range|time range|time frame|timeframe|date filter|period filter|time filter|date restriction|month|week|day|year|quarter|time limit|date limit", new KindPart(TakenKind.Period), 0.1);
        Add("comparison|compare|comparing|comparison period|change|previous period|growth", new KindPart(TakenKind.Comparison), 0.1);
        Add("limit|ranking|top|top list|bound|threshold|minimum|cap", new KindPart(TakenKind.Limit), 0.1);
        Add("of them|of those|of these|them|those", new KindPart(TakenKind.Limit), 0.1);
        Add("as number|as a number|in number|in absolute number|absolute number|as count|in count|as absolute number|absolute", new MeasurePart("tickets"), 0.3);
        Add("again|once more", new ThosePart(false), 0.1);
        Add("trend|step|timeline|time axis", new KindPart(TakenKind.Steps), 0.1);
        Add("sort|order|rank|sorted|ordered|ranked|arrange|sort that|sort it|sort them|sort those|sort these|order that|order it|order them|order those|rank that|rank it|rank them|rank those|sort this|re sort|resort", new SortWordPart(), 0.03);
        Add("ascending|lowest first|smallest first|fewest first|low to high|from low to high|worst last|shortest first|fastest first|asc|reversed|in reverse|in ascending order|a to z|alphabetically", new DirectionPart(false), 0.1);
        Add("descending|highest first|largest first|biggest first|most first|high to low|from high to low|longest first|slowest first|desc|in descending order|best first", new DirectionPart(true), 0.1);
        Add("show|show me|list|see|display|give|give me|open|let me see|can i see|i want to see|pull up|which|what|find|get|get me|give me a list of|list of|show me a list of|could i see|may i see|what were|what are|which were|which are|who are|link to|give me the list of|show me the list of|show the list of|let me look at|take me to|drill into|drill down to|drill down into|bring up", new ShowPart(), 0.05);
        Add("the ticket|the underlying ticket|underlying ticket|the ticket behind that|the ticket behind it|the ticket behind this|ticket behind that|ticket behind it|the list|the ticket list|the actual ticket|actual ticket|the individual ticket|individual ticket|the detail|which ticket|which one", new TheTicketsPart(), 0.05);
        Add("the other|the other one|the rest|all other|all the other|the remaining|the remaining one|everything else|everyone else|all the rest|any other|the rest of them|the other of them|other one", new OthersPart(), 0.02);
        foreach (var (words, way) in Comparatives)
            foreach (var word in words.Split('|'))
                Add($"which one is {word}|which is {word}|which one is the {word}|which is the {word}|who is {word}|who is the {word}|which of them is {word}|which of those is {word}|which of the two is {word}|which of them is the {word}|which of these is {word}|which was {word}|which one was {word}|the {word} one|{word} one|which one did {word}|who did {word}|which did {word}|who was {word}|which ones are {word}|which of them has the {word}|which of those has the {word}|which of these has the {word}|which of the two has the {word}|which one has the {word}|which has the {word}|which of them have the {word}|which of them had the {word}|which one had the {word}|which had the {word}", new RankPart(1, way), 0.05);
        return all;

        void Add(string phrases, Part part, double cost)
        {
            foreach (var phrase in phrases.Split('|'))
            {
                var stem = Stems.OfPhrase(WordReader.Key(phrase));
                if (!all.TryGetValue(stem, out var meanings)) all[stem] = meanings = [];
                meanings.Add((part, cost));
            }
        }
    }
}
