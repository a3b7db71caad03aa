namespace SupportCopilot.Questions.Reasons.Asking;

/// <summary>The words that questions for reasons and for customers' words are framed in; what they frame is read like any question.</summary>
internal static class WhyWords
{
    /// <summary>What may stand before a question without saying anything.</summary>
    public static readonly HashSet<string> Polite = Set("please can could would you tell me us hey hi hello so and but ok okay well now do know i we id like to want wonder wondering 'd understand help need just also then");

    /// <summary>Verbs between a question word and what it asks about.</summary>
    public static readonly HashSet<string> Auxiliaries = Set("is are was were be been being am did do does has have had 's s 're 've there the our we us a an this that such it its got get getting gotten come");

    /// <summary>Who writes to a desk.</summary>
    public static readonly HashSet<string> Customers = Set("customer customers client clients people user users they everyone everybody buyer buyers shopper shoppers requester requesters folks");

    public static readonly HashSet<string> Drivers = Set("drove drive drives driving driven caused causes cause causing explains explain explained explaining behind triggered triggers triggering made makes making prompted fuelled fueled fuels underlies");

    /// <summary>Drivers of two words.</summary>
    public static readonly HashSet<(string, string)> DriversOfTwo = [("led", "to"), ("leads", "to"), ("leading", "to"), ("contributed", "to"), ("contributes", "to"), ("contributing", "to"), ("accounts", "for"), ("accounted", "for"), ("accounting", "for"), ("responsible", "for"), ("resulted", "in"), ("results", "in"), ("lies", "behind")];

    public static readonly HashSet<string> Reasons = Set("reason reasons cause causes driver drivers explanation explanations");

    public static readonly HashSet<string> Leading = Set("main top biggest key primary most common leading major underlying principal chief important frequent likely the a an are is were was what list give show me us some all possible");

    /// <summary>Of those that lead, the ones that ask for the most frequent.</summary>
    public static readonly HashSet<string> Ranking = Set("main top biggest key primary most common leading major principal chief frequent");

    /// <summary>How many quotes; some are shown in any case.</summary>
    public static readonly HashSet<string> HowMany = Set("one two three four five six several");

    public static readonly HashSet<string> AfterReasons = Set("for of behind why that");

    /// <summary>Words by which a customer is said to be unhappy.</summary>
    public static readonly HashSet<string> Complaints = Set("complain complains complaining complained complaint complaints complainer unhappy dissatisfied upset annoyed displeased moan moaning moaned criticise criticize criticising criticizing grievance grievances whining");

    /// <summary>Feelings that a desk may have as values; where it has not, they are complaints too.</summary>
    public static readonly HashSet<string> Feelings = Set("angry frustrated mad furious irritated disappointed");

    /// <summary>Words of content people; after a «not» they are complaints.</summary>
    public static readonly HashSet<string> Content = Set("happy satisfied pleased content glad");

    public static readonly HashSet<string> Not = Set("not never aren't arent isn't isnt weren't werent wasn't wasnt don't dont didn't didnt");

    /// <summary>What announces what somebody speaks about.</summary>
    public static readonly HashSet<string> About = Set("about regarding concerning mentioning around");

    /// <summary>The same after a word of complaint or of saying.</summary>
    public static readonly HashSet<string> AboutToo = Set("with on of over at by for against");

    public static readonly HashSet<string> Saying = Set("say says saying said think thinks thinking thought tell tells telling told write writes writing wrote mention mentions mentioning mentioned report reports reporting reported feel feels feeling felt talk talks talking talked");

    /// <summary>What customers' words are called.</summary>
    public static readonly HashSet<string> Words = Set("complaint complaints feedback quote quotes quotation quotations comment comments verbatim verbatims statement statements opinion opinions");

    public static readonly HashSet<string> Finding = Set("find search look looking searching locate");

    public static readonly HashSet<string> Showing = Set("show give list get fetch pull up see read any are is there want i some all the examples example example's of me us a few customer customers customers' 's user users find search for look looking out what which");

    public static readonly HashSet<string> Tickets = Set("ticket tickets case cases conversation conversations request requests enquiries inquiries");

    /// <summary>How much, without saying of what.</summary>
    public static readonly HashSet<string> Degree = Set("so that much many too very suddenly sharply sharp significantly significant dramatically dramatic a lot big huge large sudden strong strongly recently's quite such rather");

    /// <summary>A level: good or bad, high or low, without a word of change.</summary>
    public static readonly HashSet<string> Levels = Set("high low bad poor long slow good great fast elevated large small big terrible");

    /// <summary>Levels that a number of tickets can have; others need a figure that is named: tickets are not slow, answers are.</summary>
    public static readonly HashSet<string> LevelsOfCounts = Set("high low elevated large small big many much great");

    /// <summary>Before «up» and «down» these make one word of them.</summary>
    public static readonly HashSet<string> BeforeUp = Set("sign log set back follow top start check warm shut break slow cut clean make pick show look turn");

    /// <summary>Changes that the lexicon of figures has no use for; true for up.</summary>
    public static readonly Dictionary<string, bool?> Changes = new()
    {
        ["spike"] = true,
        ["spikes"] = true,
        ["spiking"] = true,
        ["soar"] = true,
        ["soared"] = true,
        ["soaring"] = true,
        ["skyrocketed"] = true,
        ["up"] = true,
        ["surging"] = true,
        ["upswing"] = true,
        ["double"] = true,
        ["doubled"] = true,
        ["tripled"] = true,
        ["jump"] = true,
        ["dip"] = false,
        ["dipped"] = false,
        ["plunge"] = false,
        ["plunged"] = false,
        ["slump"] = false,
        ["slumped"] = false,
        ["tanked"] = false,
        ["down"] = false,
        ["sank"] = false,
        ["halved"] = false,
        ["downturn"] = false,
    };

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
