using SupportCopilot.Benchmarks;
using SupportCopilot.Benchmarks.Assist;
using SupportCopilot.Benchmarks.Bot;
using SupportCopilot.Benchmarks.Clusters;
using SupportCopilot.Benchmarks.Desk;
using SupportCopilot.Benchmarks.Learning;
using SupportCopilot.Benchmarks.Models;
using SupportCopilot.Benchmarks.Questions;
using SupportCopilot.Benchmarks.Redaction;
using SupportCopilot.Benchmarks.Search;
using SupportCopilot.Benchmarks.Sidebar;
using SupportCopilot.Benchmarks.Syncing;
using SupportCopilot.Benchmarks.Triage;
using SupportCopilot.Benchmarks.Webhooks;
using SupportCopilot.Benchmarks.WriteBack;

// A table of contents: name → what it measures. `dotnet run -c Release --project tests/SupportCopilot.Benchmarks -- NAME`
var benchmarks = new (string Name, string Measures, Func<CancellationToken, Task> Run)[]
{
    ("demo", "demo desk: seconds for 20,000 tickets through the real writer", DemoSpeed.RunAsync),
    ("banking77", "triage: accuracy on BANKING77 beside scikit-learn's LinearSVC", Banking77.RunAsync),
    ("endava", "triage: macro-F1 on Endava's category and urgency beside LinearSVC", Endava.RunAsync),
    ("shuffled", "triage: accuracy when labels are shuffled, against chance", Shuffled.RunAsync),
    ("triage-rules", "triage on the first day: the rules on Bitext, GoEmotions, eShopSupport; tickets a second", ColdStart.RunAsync),
    ("triage-workers", "triage by a model that thinks for 3.5 s: 10, 40 and 100 workers, against the ideal", TriageWorkers.RunAsync),
    ("model-hour", "a model server that is slow, wrong, down and hostile in turns: what the sidebar shows, and how soon (--minutes 60)", ModelHour.RunAsync),
    ("likeness", "LSA alone: same-intent precision@1, BANKING77 test against train", Likeness.RunAsync),
    ("lsa-build", "LSA over 100,000 texts: seconds and peak memory", LsaBuild.RunAsync),
    ("search-quality", "search: same-intent precision@1, BANKING77 test against train, and what each ranking brings", SearchQuality.RunAsync),
    ("search-speed", "search: 100,000 tickets, p95, build time, memory, cold start", SearchSpeed.RunAsync),
    ("clusters", "clusters: the cut on Bitext, AMI and ARI on BANKING77 beside KMeans, HDBSCAN and OPTICS", ClusterQuality.RunAsync),
    ("cluster-speed", "clusters of 100,000 tickets, from the index's vectors to the database: seconds and peak memory", ClusterSpeed.RunAsync),
    ("import", "a million-row CSV into SQLite, and once more: rows/s and peak memory", ImportBenchmark.RunAsync),
    ("kills", "digests: 200 processes killed around the send; doubled, lost, unconfirmed", DigestKills.RunAsync),
    ("desk-kills", "the desk: 1,000 servers killed while they read and write it; lost, doubled, unsound; two processes at once (--count, --lanes, --seed)", DeskKills.RunAsync),
    ("webhooks", "webhooks: a thousand a second for a minute, p99, none that is not on disk, also under kill -9", WebhookSpeed.RunAsync),
    ("ambiguous", "write-back: 500 answers lost before, after and late; notes doubled, notes missing, A to B to A", AmbiguousFailures.RunAsync),
    ("write-back", "write-back: 1,000 tickets within 100 updates a minute, jobs of ten seconds; beside it one by one", WriteBackSpeed.RunAsync),
    ("zendesk-simulator", "the simulated Zendesk: tickets with all their events in one core's time, memory of a million", SimulatorSpeed.RunAsync),
    ("backfill", "sync: an account without limits, tickets a second with comments on two cores; peak memory, database", BackfillSpeed.RunAsync),
    ("sync-limits", "sync at Zendesk's own limits: the share of the allowed pages that is read", SyncLimits.RunAsync),
    ("bot", "the bot: message in to answer sent, p95 at 100,000 tickets", BotSpeed.RunAsync),
    ("assist", "the sidebar's data: p95 at 100,000 tickets", AssistSpeed.RunAsync),
    ("agents", "the sidebar over HTTP, the server on two cores: a hundred agents open tickets at the same moment, and through the day; p95, errors (--tickets)", AgentsAtOnce.RunAsync),
    ("first-words", "a reply that a model writes: the first words after opening a ticket, over the model's own first token", FirstWords.RunAsync),
    ("app-load", "the sidebar's page in Chromium, nothing cached: from its frame's opening to the drawn app and the ticket's data; kilobytes of script", AppLoad.RunAsync),
    ("questions", "questions over a million tickets, by HTTP: p50, p95, each plan once; the same again; parsing alone", QuestionSpeed.RunAsync),
    ("customers", "a million customers by name: gathering, memory, look-up, misspelt names", CustomerSpeed.RunAsync),
    ("hostile", "ten thousand texts that are no questions over a million tickets: waits, the server's work, failures", HostileSpeed.RunAsync),
    ("segments", "all segments of a million tickets made anew: seconds and processor time", SegmentSpeed.RunAsync),
    ("question-peers", "fifty aggregates over a million tickets against plain SQL on its best index, and the ratio", QuestionPeers.RunAsync),
    ("values", "values of a million tickets: the first question's wait, before and with kept rows; narrowed sights; misspelt names; upkeep", ValuesSpeed.RunAsync),
    ("zendesk-limits", "the client at Zendesk's own limits, all lanes full: the share of each limit that is used; 429s", ZendeskLimitsUsed.RunAsync),
    ("eshop", "questions on manuals in words of one's own: the right passage found, the reply cites it, silence on other products", ManualQuestions.RunAsync),
    ("outlook", "risk and resolution time told from the desk's done tickets: Brier score and coverage beside the naive guess", OutlookQuality.RunAsync),
    ("redaction", "hiding personal data: F1 of each kind on Presidio's sentences, milliseconds of a text; false alarms of the checks of answers", RedactionFigures.RunAsync),
    ("reply-quality", "suggested replies: right article cited first, silence where there is none", AssistReplyQuality.RunAsync),
};

if (Choice.Read(args) is not { } names)
{
    Console.Error.WriteLine("A choice is written --count 1000.");
    return 2;
}
if (names is ["list"] or [])
{
    foreach (var (name, measures, _) in benchmarks) Console.WriteLine($"{name,-12} {measures}");
    return 0;
}
foreach (var wanted in names)
{
    if (Array.Find(benchmarks, b => b.Name == wanted) is not { Run: { } run })
    {
        Console.Error.WriteLine($"There is no benchmark \"{wanted}\"; `list` names them all.");
        return 2;
    }
    Console.WriteLine($"== {wanted}");
    await run(CancellationToken.None);
}
return 0;
