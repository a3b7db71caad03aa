namespace SupportCopilot.Questions.Catalogue;

/// <summary>
/// Everything that can be asked for: one line for each measure and dimension. What is not here cannot be compiled.
/// Clocks: created, solved (the last solution), updated, written (each comment by itself), open (an instant). Durations are calendar time.
/// </summary>
internal static class Catalog
{
    /// <summary>Solved or closed: what the desk calls done.</summary>
    public const string IsDone = "t.Status IN ('solved', 'closed')";

    /// <summary>What the compiler puts the instant in for which the question is asked.</summary>
    public const string At = "{at}";

    // Nothing says of itself that it was escalated: desks mark it by a tag.
    private const string IsEscalated = "EXISTS (SELECT 1 FROM TicketTags AS e WHERE e.TicketId = t.Id AND e.Tag LIKE 'escalat%')";

    private const string Escalated = "Escalated are tickets with a tag that begins with \"escalat\".";
    private const string OneTouch = "One touch is a solved or closed ticket with exactly one public reply by an agent.";
    private const string Thread = "Comments are all messages of the thread: the description, replies and internal notes.";

    // Every message of the thread: the description, replies, internal notes.
    private const string CommentsOf = "(SELECT COUNT(*) FROM Comments AS k WHERE k.TicketId = t.Id)";

    private const string TagsOf = "(SELECT COUNT(*) FROM TicketTags AS h WHERE h.TicketId = t.Id)";
    private const string AgeOf = $"({At} - t.CreatedAt)";
    private const double MillisecondsPerHour = 3_600_000;

    public static IReadOnlyList<Measure> Measures { get; } =
    [
        //  name                       clock      unit       made by               column                adds up  title                            synonyms
        new("tickets",                 "created", "tickets", Aggregate.Count,      null,                 true,    "tickets",                       "ticket|case|request|issue|enquiry|inquiry|conversation|ticket volume|volume|ticket count|support request|support ticket|support case|contact|everything"),
        new("solved",                  "solved",  "tickets", Aggregate.Count,      null,                 true,    "solved tickets",                "solved ticket|throughput|resolved ticket|closed ticket|completed ticket|solved case|closed case|resolved case") { Needs = IsDone },
        new("open",                    "open",    "tickets", Aggregate.Count,      null,                 true,    "open tickets",                  "open ticket|backlog|ticket backlog|unsolved ticket|unresolved ticket|outstanding ticket|active ticket|open case|open request|open issue|unresolved case|queue length|backlog size"),
        new("reopened",                "created", "tickets", Aggregate.Count,      null,                 true,    "reopened tickets",              "reopened ticket|reopen|reopening|reopened case") { Needs = "t.Reopens > 0" },
        new("reopenRate",              "created", "share",   Aggregate.Share,      "CASE WHEN t.Reopens > 0 THEN 1 ELSE 0 END", false, "reopen rate", "reopen rate|reopening rate|rate of reopening|reopened rate|rate of reopened ticket|rate of reopen|re open rate|reopened ticket rate|ticket reopen rate|reopen percentage|percentage of reopened ticket"),
        new("replies",                 "created", "replies", Aggregate.Sum,        "t.Replies",          true,    "agents' replies",               "reply|response|answer|public reply|agent reply|reply count|message") { Family = "replies" },
        new("oneTouch",                "solved",  "tickets", Aggregate.Count,      null,                 true,    "one-touch tickets",             "one touch ticket|one touch|one touch resolution|one touch case|one touch solution|single touch ticket|single touch resolution|first contact resolution ticket|single reply ticket") { Needs = $"{IsDone} AND t.Replies = 1", How = OneTouch },
        new("oneTouchRate",            "solved",  "share",   Aggregate.Share,      "CASE WHEN t.Replies = 1 THEN 1 ELSE 0 END", false, "one-touch rate", "one touch rate|first contact resolution|one touch share|one touch resolution rate|first contact resolution rate|fcr|fcr rate|single touch rate|share of one touch ticket|one touch percentage|first touch resolution rate|first touch resolution|one touch ticket rate") { Needs = IsDone, How = OneTouch },
        new("escalations",             "created", "tickets", Aggregate.Count,      null,                 true,    "escalated tickets",             "escalation|escalated ticket|escalated case|escalated request|escalated issue|ticket escalation|escalated") { Needs = IsEscalated, How = Escalated },
        new("escalationRate",          "created", "share",   Aggregate.Share,      $"CASE WHEN {IsEscalated} THEN 1 ELSE 0 END", false, "escalation rate", "escalation rate|rate of escalation|share of escalated ticket|escalated rate|escalation share|rate of escalated ticket|ticket escalation rate") { How = Escalated },
        new("negativeShare",           "created", "share",   Aggregate.Share,      $"CASE WHEN {Effective("Sentiment")} = 'negative' THEN 1 ELSE 0 END", false, "share of negative sentiment", "negative share|negative sentiment share|share of negative sentiment|negative sentiment rate|negative rate|negativity|negativity rate|negative percentage|negative sentiment percentage|rate of negative sentiment"),
        new("averageReplies",          "created", "replies", Aggregate.Average,    "t.Replies",          false,   "average replies per ticket",    "reply per ticket|response per ticket|agent reply per ticket|agent response per ticket|public reply per ticket|reply per case|reply count per ticket") { Family = "replies" },
        new("medianReplies",           "created", "replies", Aggregate.Percentile, "t.Replies",          false,   "median replies per ticket",     "") { Family = "replies", Percentile = 50 },
        new("p90Replies",              "created", "replies", Aggregate.Percentile, "t.Replies",          false,   "90th percentile of replies per ticket", "") { Family = "replies", Percentile = 90 },
        new("comments",                "written", "comments", Aggregate.Sum,       CommentsOf,           true,    "comments",                      "comment|number of comment|comment count|note|thread message") { Family = "comments", How = Thread },
        new("averageComments",         "created", "comments", Aggregate.Average,   CommentsOf,           false,   "average comments per ticket",   "comment per ticket|message per ticket") { Family = "comments", How = Thread },
        new("medianComments",          "created", "comments", Aggregate.Percentile, CommentsOf,          false,   "median comments per ticket",    "") { Family = "comments", Percentile = 50, How = Thread },
        new("p90Comments",             "created", "comments", Aggregate.Percentile, CommentsOf,          false,   "90th percentile of comments per ticket", "") { Family = "comments", Percentile = 90, How = Thread },
        new("averageFirstReplyMinutes", "created", "minutes", Aggregate.Average,   "t.FirstReplyMinutes", false,  "average first reply time",      "") { Family = "firstReply" },
        new("medianFirstReplyMinutes", "created", "minutes", Aggregate.Percentile, "t.FirstReplyMinutes", false,  "median first reply time",       "first reply time|first response time|response time|reply time|time to first reply|time to first response|time to reply|time to respond|first answer time|frt|initial response time|speed of reply|response speed|speed of first reply|speed of first response|speed of response|first reply speed|first response speed|reply speed|first reply|first response|first response delay|delay of first response|delay of the first response|delay of first reply|delay of the first reply|first reply delay|wait for the first reply|wait for a first reply|wait for first reply|wait for a first answer|wait for first answer|wait for the first answer|wait for a reply|wait for an answer|time to first answer|hour to first reply|minute to first reply|hour to first response|minute to first response|waiting time|wait time|customer waiting time|time until first reply|time until first response|time till first response|time until the first reply|answer time|initial reply time|initial response|responsiveness") { Family = "firstReply", Percentile = 50 },
        new("p90FirstReplyMinutes",    "created", "minutes", Aggregate.Percentile, "t.FirstReplyMinutes", false,  "90th percentile of first reply time", "") { Family = "firstReply", Percentile = 90 },
        new("p75FirstReplyMinutes",    "created", "minutes", Aggregate.Percentile, "t.FirstReplyMinutes", false,  "75th percentile of first reply time", "") { Family = "firstReply", Percentile = 75 },
        new("p95FirstReplyMinutes",    "created", "minutes", Aggregate.Percentile, "t.FirstReplyMinutes", false,  "95th percentile of first reply time", "") { Family = "firstReply", Percentile = 95 },
        new("p99FirstReplyMinutes",    "created", "minutes", Aggregate.Percentile, "t.FirstReplyMinutes", false,  "99th percentile of first reply time", "") { Family = "firstReply", Percentile = 99 },
        new("longestFirstReplyMinutes", "created", "minutes", Aggregate.Percentile, "t.FirstReplyMinutes", false, "longest first reply time",      "") { Family = "firstReply", Percentile = 100 },
        new("shortestFirstReplyMinutes", "created", "minutes", Aggregate.Percentile, "t.FirstReplyMinutes", false, "shortest first reply time",    "") { Family = "firstReply", Percentile = 0 },
        new("averageResolutionHours",  "solved",  "hours",   Aggregate.Average,    "t.ResolutionMinutes", false,  "average resolution time",       "") { Family = "resolution", Divisor = 60, Needs = IsDone },
        new("medianResolutionHours",   "solved",  "hours",   Aggregate.Percentile, "t.ResolutionMinutes", false,  "median resolution time",        "resolution time|full resolution time|time to resolution|time to resolve|time to solve|time to solution|time to close|solution time|solve time|time to fix|mttr|ttr|processing time|treatment time|turnaround time|turnaround|cycle time|lead time|time to closure|time until solved|time until resolved|time until closed|time till solved|ticket duration|duration to resolve|resolution speed|resolution duration|resolve time|closing time|day to resolution|hour to resolution|day to resolve|hour to resolve|day to solve|hour to solve|day to close|hour to close") { Family = "resolution", Divisor = 60, Percentile = 50, Needs = IsDone },
        new("p90ResolutionHours",      "solved",  "hours",   Aggregate.Percentile, "t.ResolutionMinutes", false,  "90th percentile of resolution time", "") { Family = "resolution", Divisor = 60, Percentile = 90, Needs = IsDone },
        new("p75ResolutionHours",      "solved",  "hours",   Aggregate.Percentile, "t.ResolutionMinutes", false,  "75th percentile of resolution time", "") { Family = "resolution", Divisor = 60, Percentile = 75, Needs = IsDone },
        new("p95ResolutionHours",      "solved",  "hours",   Aggregate.Percentile, "t.ResolutionMinutes", false,  "95th percentile of resolution time", "") { Family = "resolution", Divisor = 60, Percentile = 95, Needs = IsDone },
        new("p99ResolutionHours",      "solved",  "hours",   Aggregate.Percentile, "t.ResolutionMinutes", false,  "99th percentile of resolution time", "") { Family = "resolution", Divisor = 60, Percentile = 99, Needs = IsDone },
        new("longestResolutionHours",  "solved",  "hours",   Aggregate.Percentile, "t.ResolutionMinutes", false,  "longest resolution time",       "") { Family = "resolution", Divisor = 60, Percentile = 100, Needs = IsDone },
        new("shortestResolutionHours", "solved",  "hours",   Aggregate.Percentile, "t.ResolutionMinutes", false,  "shortest resolution time",      "") { Family = "resolution", Divisor = 60, Percentile = 0, Needs = IsDone },
        new("averageOpenAgeHours",     "open",    "hours",   Aggregate.Average,    AgeOf,                false,   "average age of open tickets",   "") { Family = "openAge", Divisor = MillisecondsPerHour },
        new("medianOpenAgeHours",      "open",    "hours",   Aggregate.Percentile, AgeOf,                false,   "median age of open tickets",    "how old|how old are|how old is|age of open ticket|age of the open ticket|age of backlog|age of the backlog|backlog age|open ticket age|ticket age|age of unsolved ticket|age of unresolved ticket|age of outstanding ticket|age of our open ticket|age of our backlog") { Family = "openAge", Divisor = MillisecondsPerHour, Percentile = 50 },
        new("p90OpenAgeHours",         "open",    "hours",   Aggregate.Percentile, AgeOf,                false,   "90th percentile of the age of open tickets", "") { Family = "openAge", Divisor = MillisecondsPerHour, Percentile = 90 },
        new("oldestOpenAgeHours",      "open",    "hours",   Aggregate.Percentile, AgeOf,                false,   "age of the oldest open ticket", "age of the oldest open ticket|age of our oldest open ticket|age of the oldest ticket|age of the oldest unsolved ticket|age of the oldest unresolved ticket|how old is the oldest open ticket|how old is our oldest open ticket|how old is the oldest ticket|how old is our oldest ticket") { Divisor = MillisecondsPerHour, Percentile = 100 },
        new("createdAt",               "created", "instant", Aggregate.Average,    "t.CreatedAt",        false,   "creation",                      ""),
        new("solvedAt",                "solved",  "instant", Aggregate.Average,    "t.SolvedAt",         false,   "solution",                      "") { Needs = IsDone },
        new("updatedAt",               "updated", "instant", Aggregate.Average,    "t.UpdatedAt",        false,   "last update",                   ""),
        new("csat",                    "solved",  "share",   Aggregate.Average,    "t.Csat",             false,   "CSAT",                          "csat|csat score|satisfaction|customer satisfaction|satisfaction score|satisfaction rating|customer satisfaction score|rating|happiness score") { Family = "csat" },
        new("csatResponseRate",        "solved",  "share",   Aggregate.Share,      "CASE WHEN t.Csat IS NOT NULL THEN 1 ELSE 0 END", false, "CSAT response rate", "csat response rate|response rate of csat survey|response rate of survey|response rate of the survey|response rate on survey|response rate of our survey|csat survey response rate|survey response rate|rating response rate|share of rated ticket") { Needs = "t.CsatOffered = 1" },
        new("slaMet",                  "created", "share",   Aggregate.Share,      "CASE WHEN t.SlaMet = 1 THEN 1 ELSE 0 END", false, "SLA met",     "sla|sla met|sla compliance|sla attainment|sla achievement|sla performance|service level|sla rate|sla score|service level agreement|sla fulfilment|sla fulfillment|sla adherence|sla hit rate|sla success|sla success rate|sla percentage|sla quota|sla quote|service level fulfilment|sla achievement rate|sla attainment rate|sla compliance rate|sla adherence rate|sla met rate|service level attainment|service level compliance") { Needs = "t.SlaMet IS NOT NULL" },
        new("slaMissed",               "created", "share",   Aggregate.Share,      "CASE WHEN t.SlaMet = 1 THEN 0 ELSE 1 END", false, "SLA breach rate", "sla breach rate|breach rate|sla miss rate|sla violation rate|rate of sla breach|sla failure rate|sla breach percentage|rate of breached sla|rate of missed sla|sla breaching rate|missed sla rate|percentage of sla breach|share of sla breach") { Needs = "t.SlaMet IS NOT NULL" },
        new("share",                   "created", "share",   Aggregate.Share,      null,                 false,   "share of tickets",              ""),
        new("requesters",              "created", "requesters", Aggregate.Distinct, "t.RequesterId",     false,   "different requesters",          ""),
        new("agents",                  "created", "agents",  Aggregate.Distinct,   "t.AssigneeId",       false,   "different agents",              ""),
        new("organizations",           "created", "organizations", Aggregate.Distinct, "t.OrganizationId", false, "different organizations",       ""),
    ];

    public static IReadOnlyList<Dimension> Dimensions { get; } =
    [
        //  name             kind                        column                                                    prior  synonyms
        new("category",      DimensionKind.Text,         Effective("Category"),                                    0,     "category|topic|ticket category|theme|kind of ticket|type of issue|subject area|issue type|contact reason|issue category|incident category|kind of issue|kind of request|type of request|request type|contact driver|call driver"),
        new("subcategory",   DimensionKind.Text,         Effective("Subcategory"),                                 0.3,   "subcategory|sub-category|subtopic|sub category"),
        new("type",          DimensionKind.Text,         "t.Type",                                                 0.3,   "type|ticket type"),
        new("priority",      DimensionKind.Text,         Effective("Priority"),                                    0,     "priority|prio|ticket priority|priority level"),
        new("status",        DimensionKind.Text,         "t.Status",                                               0.2,   "status|state|ticket status|ticket state"),
        new("channel",       DimensionKind.Text,         "t.Channel",                                              0,     "channel|medium|contact channel|source channel|contact type|contact method|intake channel|communication channel|contact source"),
        new("agent",         DimensionKind.Agent,        "t.AssigneeId",                                           0,     "agent|assignee|assigned agent|ticket owner|technician|support engineer|support agent|rep|representative|team member|support rep|owner|handler|staff member|colleague|employee"),
        new("group",         DimensionKind.Group,        "t.GroupId",                                              1.0,   "group|team|assignment group|assigned group|assigned team|support team|support group|queue|department|squad"),
        new("organization",  DimensionKind.Organization, "t.OrganizationId",                                       0.1,   "organization|organisation|org|company|client|business"),
        new("requester",     DimensionKind.Requester,    "t.RequesterId",                                          1.0,   "requester|customer|user|end user|submitter|contact person|reporter|sender|person|people"),
        new("brand",         DimensionKind.Text,         "t.Brand",                                                0.4,   "brand"),
        new("product",       DimensionKind.Text,         "t.Product",                                              0,     "product|business service|configuration item|affected product|product line|product name|affected service"),
        new("tag",           DimensionKind.Tag,          "Tag",                                                    0.6,   "tag|label"),
        new("language",      DimensionKind.Text,         Effective("Language"),                                    0.2,   "language"),
        new("sentiment",     DimensionKind.Text,         Effective("Sentiment"),                                   0.2,   "sentiment|mood|tone"),
        new("emotion",       DimensionKind.Text,         Effective("Emotion"),                                     1.1,   "emotion|feeling"),
        new("urgency",       DimensionKind.Text,         Effective("Urgency"),                                     1.0,   "urgency|urgency level"),
        new("rootCause",     DimensionKind.Text,         Effective("RootCause"),                                   1.0,   "root cause"),
        new("cluster",       DimensionKind.Cluster,      "ClusterId",                                              1.2,   "cluster|problem cluster|recurring problem"),
        new("sla",           DimensionKind.Text,         "CASE WHEN t.SlaMet = 1 THEN 'met' WHEN t.SlaMet = 0 THEN 'missed' END", 2, "sla result|sla outcome"),
        new("weekday",       DimensionKind.Weekday,      "",                                                       2,     "weekday|day of the week|day of week"),
        new("hourOfDay",     DimensionKind.HourOfDay,    "",                                                       2,     "hour of the day|hour of day|time of day|time of the day"),
        new("partOfWeek",    DimensionKind.PartOfWeek,   "",                                                       2,     "part of the week|weekday or weekend"),
        new("ticket",        DimensionKind.Ticket,       "t.Id",                                                   2,     ""),
        new("replies",       DimensionKind.Number,       "t.Replies",                                              0,     "reply|response|answer|agent reply|public reply"),
        new("reopens",       DimensionKind.Number,       "t.Reopens",                                              0,     "reopen|reopening"),
        new("firstReplyMinutes", DimensionKind.Number,   "t.FirstReplyMinutes",                                    0,     "first reply time|first response time|response time|reply time"),
        new("resolutionMinutes", DimensionKind.Number,   "t.ResolutionMinutes",                                    0,     "resolution time|time to resolution|solution time"),
        new("openAgeMinutes", DimensionKind.Number,      $"(({At} - t.CreatedAt) / 60000)",                        0,     ""),
        new("idleMinutes",   DimensionKind.Number,       $"(({At} - t.UpdatedAt) / 60000)",                        0,     ""),
        new("tagCount",      DimensionKind.Number,       TagsOf,                                                   0,     ""),
        new("csatOffered",   DimensionKind.Number,       "CASE WHEN t.CsatOffered = 1 THEN 1 ELSE 0 END",          0,     ""),
        new("csat",          DimensionKind.Number,       "t.Csat",                                                 0,     "csat|rating|satisfaction|csat score|satisfaction rating|satisfaction score"),
        new("comments",      DimensionKind.Number,       CommentsOf,                                               0,     "comment"),
        new("solvedAt",      DimensionKind.Number,       "t.SolvedAt",                                             0,     ""),
        new("createdDays",   DimensionKind.Days,         "t.CreatedAt",                                            0,     ""),
        new("solvedDays",    DimensionKind.Days,         "t.SolvedAt",                                             0,     ""),
        new("updatedDays",   DimensionKind.Days,         "t.UpdatedAt",                                            0,     ""),
        new("subject",       DimensionKind.Words,        "t.Subject",                                              0,     "subject|subject line|title"),
        new("either",        DimensionKind.Either,       "",                                                       0,     ""),
        new("text",          DimensionKind.Words,        "",                                                       0,     "text|word|wording"),
    ];

    /// <summary>The periods of trends, short to long.</summary>
    public static IReadOnlyList<string> Grains { get; } = ["hour", "day", "week", "month", "quarter", "year"];

    /// <summary>The statuses of a ticket that is not done.</summary>
    public static IReadOnlyList<string> OpenStatuses { get; } = ["new", "open", "pending", "hold"];

    private static readonly Dictionary<string, Measure> MeasuresByName = Measures.ToDictionary(measure => measure.Name);
    private static readonly Dictionary<string, Dimension> DimensionsByName = Dimensions.ToDictionary(dimension => dimension.Name);

    /// <summary>The measure of a name, or null.</summary>
    public static Measure? FindMeasure(string name) => MeasuresByName.GetValueOrDefault(name);

    /// <summary>The dimension of a name, or null.</summary>
    public static Dimension? FindDimension(string name) => DimensionsByName.GetValueOrDefault(name) ?? CustomField(name);

    /// <summary>The measure of a name that is known to be there.</summary>
    public static Measure Measure(string name) => MeasuresByName[name];

    /// <summary>The dimension of a name that is known to be there.</summary>
    public static Dimension Dimension(string name) => FindDimension(name) ?? throw new KeyNotFoundException($"There is no dimension \"{name}\".");

    /// <summary>What the names of dimensions begin with that are custom fields of the tenant's tickets.</summary>
    public const string FieldPrefix = "field.";

    private const double CustomPrior = 1.0;       // what is bare is meant as the desk's own fields first
    private const int LongestFieldName = 200;   // as long as the database keeps it

    // Whose fields there are is the tenant's own vocabulary; here any name is one, whose values are looked for in the tenant's rows.
    private static Dimension? CustomField(string name) =>
        name.StartsWith(FieldPrefix, StringComparison.Ordinal) && name.Length > FieldPrefix.Length && name.Length <= FieldPrefix.Length + LongestFieldName
            ? new Dimension(name, DimensionKind.Custom, "Value", CustomPrior, name[FieldPrefix.Length..].Replace('|', '/'))
            : null;

    // The column of that name is computed by the database, but naming it keeps SQLite from answering out of an index alone.
    private static string Effective(string field) => $"COALESCE(t.Given{field}, t.Predicted{field})";
}
