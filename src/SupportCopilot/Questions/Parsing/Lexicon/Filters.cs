namespace SupportCopilot.Questions.Parsing.Lexicon;

internal static partial class Phrases
{
    /// <summary>Demands that have words of their own, and words that announce a value.</summary>
    private static void AddFilters(Dictionary<string, List<Entry>> all)
    {
        // What is open is a measure at an instant, or a demand on tickets of a period; the rest of the question decides.
        const string Open = "open|unsolved|unresolved|outstanding|not solved|not yet solved|not resolved|not yet resolved|not closed|not yet closed|still open|unfinished|not been solved|not been resolved|not been closed|not done|haven't been solved|haven't been resolved|haven't been closed|not yet been solved|remain open|remaining open|yet to be solved|yet to be resolved|active|in the backlog|not completed|not fixed|unclosed|in backlog|still unsolved|still unresolved|remain unsolved|remain unresolved|remaining unsolved|remained open|remain|remaining|left open|left unsolved|left unresolved|left to solve|still to be solved|to be solved|waiting|in the queue|queued|unhandled|not handled|not dealt with|sitting open|hanging|still to do|left to do|still being worked on|being worked on|still in progress|still to be done|to be done|still to handle|still left|left over|not dealt with yet|still outstanding|under way|still unfinished";
        Add(all, Open, new MeasurePart("open"));
        Add(all, InProgress, new MeasurePart("open"));
        Add(all, InProgress, NotDone, 1.4);
        Add(all, Open, NotDone, 1.4);
        Add(all, "solved|resolved|closed|completed|already solved|already closed|already resolved|fixed", Done, 2.0);
        Add(all, "reopened|been reopened|re opened|were reopened", new FilterPart("reopens", "atLeast", "1"));
        Add(all, "reopened", new MeasurePart("reopened"), 0.9);
        Add(all, "not reopened|never reopened|without a reopen|without reopen", new FilterPart("reopens", "is", "0"));

        Add(all, "unassigned|not assigned|not assigned to anyone|not assigned to anybody|not assigned to an agent|not assigned to any agent|unowned|nobody assigned|no one assigned|assigned to nobody|assigned to no one|not assigned to someone|without an owner|not been assigned|not yet assigned|never assigned|not picked up|nobody own|no one own|noone own|without owner|with no owner|that nobody own|not owned|ha no owner|have no owner|nobody ha taken|nobody ha picked up|no one ha picked up|nobody picked up|no one picked up|nobody took|no one ha taken|no one took|not taken|not yet taken|not been taken|not been picked up|not yet picked up|nobody is working on|no one is working on|without assignee|no assignee|without assigned agent|without an assigned agent|with no assigned agent|no assigned agent|weren't assigned to anyone|aren't assigned to anyone|haven't been assigned|aren't assigned|belong to nobody|assigned to noone", new FilterPart("agent", "empty"));
        Add(all, "assigned|assigned to anyone|assigned to anybody|assigned to someone|assigned to somebody|assigned to an agent|assigned to any agent|handled by anyone|that someone ha", new FilterPart("agent", "notEmpty"), 1.2);
        Add(all, "untagged|not tagged|no tag|without tag|without any tag|without a tag", new FilterPart("tag", "empty"));
        Add(all, "tagged", new FilterPart("tag", "notEmpty"), 1.3);
        Add(all, "uncategorized|uncategorised|without a category|not categorized|not categorised", new FilterPart("category", "empty"));
        Add(all, "unprioritized|unprioritised", new FilterPart("priority", "empty"));
        Add(all, "unanswered|no agent answered|no agent replied|no agent replied to|no agent responded|no agent responded to|no agent ha answered|no agent ha replied|no agent ha replied to|no one replied|nobody replied|no one responded|nobody responded|not answered|not replied to|without a reply|without reply|nobody replied to|nobody answered to|no one replied to|nobody responded to|no one answered|without a first reply|without a response|not yet answered|never answered|no reply|no response|no first reply|not responded to|without an answer|unreplied|zero reply|0 reply|zero response|replyless|not been answered|nobody answered|nobody ha answered|no one ha answered|nobody ha replied to|no one ha replied to|awaiting a first reply|awaiting first reply|awaiting first response|awaiting a reply|awaiting reply|still waiting for an answer|still waiting for a response|needing a reply|need a reply|needing a first reply|still waiting for a reply|waiting for a first reply|haven't been answered|without any reply|with no reply|not had a reply|no answer|without response", new FilterPart("firstReplyMinutes", "empty"));
        Add(all, "answered|replied to|responded to|with a reply|with a first reply", new FilterPart("firstReplyMinutes", "notEmpty"), 1.3);
        Add(all, "number of rating|count of rating|how many rating|rating count|number of csat rating|how many csat rating|how many csat response|number of csat response|how many csat survey|how many customer rating|number of customer rating|how many satisfaction rating|number of survey response|how many survey response|number of rating received|total rating", new FilterPart("csat", "notEmpty"));
        Add(all, "rated|with a rating|with a csat|with rating|with a csat score|that were rated|with a satisfaction rating", new FilterPart("csat", "notEmpty"));
        Add(all, Ratings("got|get|getting|received|receive|have|has|had|gave|give|left|leave|were given|was given|that got|earned"), new FilterPart("csat", "notEmpty"), 0.3);
        Add(all, "bad rating|poor rating|negative rating|bad review|bad csat|badly rated|rated bad|rated badly|rated poorly|dissatisfied rating|negative csat|unhappy rating|negative satisfaction rating|bad satisfaction rating|negative feedback rating", new FilterPart("csat", "lessThan", "0.5"), 0.5);
        Add(all, "good rating|positive rating|good review|good csat|well rated|rated good|rated well|satisfied rating|positive csat|happy rating|positive satisfaction rating|good satisfaction rating", new FilterPart("csat", "atLeast", "0.5"), 0.5);
        Add(all, "survey sent|csat survey sent|satisfaction survey sent|sent survey|survey sent out|csat survey|satisfaction survey|survey offered|rating request|survey invitation|that were sent a survey|with a survey", new FilterPart("csatOffered", "is", "1"), 0.6);
        Add(all, "unrated|not rated|without a rating|without rating|without a csat|without csat", new FilterPart("csat", "empty"));
        Add(all, Outcomes("breach|breached|breaching|miss|missed|missing|fail|failed|failing|violate|violated|break|broke|exceed|exceeded|did not meet|didn't meet|not meet|not met|outside|out of|not within|past|overran|blew|blown|over"), new FilterPart("sla", "is", "missed"), 0.3);
        Add(all, Outcomes("met|meet|meeting|within|inside|hit|kept|keep|achieved|achieve|made|in"), new FilterPart("sla", "is", "met"), 0.3);
        Add(all, "with a single reply|with one reply|in one reply|with only one reply|in a single reply|on first contact|on first touch|on the first touch|at first touch|in the first touch|with the first touch|at first contact|on the first contact|in one touch|with just one reply|after one reply|after a single reply|with one response|with a single response", new FilterPart("replies", "is", "1"));
        Add(all, "sla was missed|sla got missed|sla were missed|sla is missed|sla was breached|sla got breached|sla were breached|sla was not met|sla wasn't met|sla were not met|sla was violated|missed service level", new FilterPart("sla", "is", "missed"), 0.3);
        Add(all, "sla was met|sla were met|sla is met|sla got met|sla was kept|sla was achieved", new FilterPart("sla", "is", "met"), 0.3);
        const string Missed = "breached|sla breach|breached sla|breached the sla|breach the sla|breach sla|missed sla|missed the sla|miss the sla|missed their sla|missed its sla|sla missed|sla miss|out of sla|outside sla|outside the sla|outside of sla|failed sla|sla violation|violated the sla|violated sla|sla failure|breaching sla|sla breached|over sla|not within sla|did not meet the sla|did not meet sla|didn't meet sla|didn't meet the sla|failed the sla|broke the sla|breaching the sla|not met sla";
        Add(all, Missed, new FilterPart("sla", "is", "missed"), 0.3);
        Add(all, "within sla|within the sla|met sla|met the sla|met their sla|meet the sla|meet sla|inside sla|inside the sla|in sla|on time", new FilterPart("sla", "is", "met"), 0.3);
        Add(all, "on hold|being on hold", new FilterPart("status", "is", "hold"));
        Add(all, "waiting for the customer|waiting on the customer|waiting for customer|waiting on customer|awaiting customer|awaiting customer reply|waiting for the requester|waiting on the requester|awaiting the customer|awaiting a customer reply|waiting for a customer reply|waiting for customer reply", new FilterPart("status", "is", "pending"));
        Add(all, "waiting", new FilterPart("status", "is", "pending"), 1.3);
        Add(all, "weekend|at the weekend|on weekend|on the weekend|at weekend", new FilterPart("weekday", "is", "Saturday", "Sunday"), 1.5);

        Add(all, "treated by|assigned to|handled by|owned by|belonging to|worked by|worked on by|taken by|managed by|dealt with by|looked after by|with agent|in the queue of|in the hand of|processed by|solved by agent|carried by|being handled by|belong to|on the plate of|assignee", new CuePart(CueKind.Agent));
        Add(all, "from|sent by|submitted by|raised by|opened by|created by|reported by|requested by|written by|coming from|from customer|logged by|filed by|received from|of customer|for customer|send by|sent in by|that came from", new CuePart(CueKind.From));
        Add(all, "via|through|over|using|by|by way of|on|received by|received via|received through|came in via|came in by|came in through|coming through|through the|via the|over the|by the", new CuePart(CueKind.Channel), 1.1);
        Add(all, "tagged|tagged with|tagged as|with tag|with the tag|with a tag|having the tag|having tag|labelled|labeled|labelled as|labeled as|labelled with|carrying the tag|that have the tag|under the tag|bearing the tag|with label|marked with", new CuePart(CueKind.Tag));
        Add(all, "marked|marked as|flagged|flagged as|classified as|classified under|categorized as|categorised as|categorized under|filed under|set to|considered|with|in|for|of|on|under|concerning|relating to|related to|regarding|within|in the|for the|from the|on the|of the|triaged as|rated|rated as|to do with|with the", new CuePart(CueKind.Any), 1.05);
        Add(all, "due to|caused by|because of|resulting from|about|regarding|concerning|related to|relating to|to do with|dealing with|on the subject of|on the topic of|around|talk about|talking about|asking about|ask about|asked about|complain about|complaining about|complained about|wrote about|write about|written about|writing about|wrote to us about|contacted us about|wrote in about|referring to|refer to|having to do with|on the matter of|to do with the|with regard to|in regard to|concerned with", new CuePart(CueKind.About), 1.05);
        Add(all, "mention|mentioning|mentioned|contain|containing|contained|containing the word|with the word|with the phrase|with the text|that say|saying|say|said|with word|containing the text|containing the phrase|mentioning the word|mention the word|include the word|including the word|reference|referencing|matching|that include the word|contain the word", new CuePart(CueKind.Mention));
        Add(all, "with subject|whose subject contain|with the subject|in the subject|with subject containing|whose subject mention|subject contain|subject containing", new CuePart(CueKind.InSubject));
    }

    // Desks may have a status or a tag of that name, which is meant then.
    private const string InProgress = "in progress|ongoing|to do|in process";

    /// <summary>«breached their SLA», «failed the service level»: each verb with each article.</summary>
    private static string Outcomes(string verbs) => string.Join('|', verbs.Split('|').SelectMany(verb =>
        new[] { "", "the ", "their ", "its ", "our ", "an ", "a " }.SelectMany(article => new[] { "sla", "service level", "sla target", "sla deadline" }.Select(level => $"{verb} {article}{level}"))));

    /// <summary>«got a rating», «left a satisfaction score»: each verb with each noun. What is rated so or so has a figure behind it, and is no such demand.</summary>
    private static string Ratings(string verbs) => string.Join('|', verbs.Split('|').SelectMany(verb =>
        new[] { "a ", "any ", "" }.SelectMany(article => new[] { "rating", "csat rating", "csat score", "satisfaction rating", "satisfaction score", "survey response", "customer rating", "satisfaction survey response" }.Select(noun => $"{verb} {article}{noun}"))));

    /// <summary>A ticket that is not solved.</summary>
    public static FilterPart NotDone => new("status", "isNot", "solved", "closed");

    /// <summary>A ticket that is solved.</summary>
    public static FilterPart Done => new("status", "is", "solved", "closed");
}
