using System.Globalization;
using System.Text.Json;
using SupportCopilot.Benchmarks.Learning;
using SupportCopilot.Knowledge.Articles;
using SupportCopilot.Tickets;

namespace SupportCopilot.Benchmarks.Assist;

/// <summary>
/// How often a suggested reply cites the right article first, how often it stays silent although one is there, and how
/// often it speaks although none is. What counts in Evidence was fitted to these public sets and to the demo desk's tuning half, so
/// their figures are kinder than a new desk will be; no number was fitted to the demo desk's reporting half. Many of the product questions name no product: silence is right there, and
/// «with a right article» overstates what could be answered.
/// </summary>
internal static class AssistReplyQuality
{
    private sealed record Asked(string Text, IReadOnlyCollection<string> Right);

    /// <summary>Intents of Bitext and the ABCD subflows that treat them; an intent that is not here has no article.</summary>
    private static readonly Dictionary<string, string[]> SubflowsOf = new()
    {
        ["recover_password"] = ["Recover Password"],
        ["get_refund"] = ["Initiate Refund"],
        ["track_refund"] = ["Refund Status", "Update Refund"],
        ["cancel_order"] = ["Manage Cancel"],
        ["change_shipping_address"] = ["Manage Change Address", "Manage Shipping"],
        ["set_up_shipping_address"] = ["Manage Change Address", "Manage Shipping"],
        ["check_payment_methods"] = ["Status Payment Method", "Manage Payment Method"],
        ["track_order"] = ["Shipping Status", "Status Delivery Time"],
        ["delivery_period"] = ["Status Delivery Time", "Shipping Status"],
    };

    private static readonly string[] Undecidable =
        ["change_order", "edit_account", "payment_issue", "delivery_options", "check_refund_policy", "switch_account", "contact_human_agent", "contact_customer_service", "complaint"];

    public static async Task RunAsync(CancellationToken ct)
    {
        await DemoReplyQuality.RunAsync(ct);
        if (!SharedData.TryFind("eshopsupport", out var shop) || !SharedData.TryFind("abcd-guidelines", out var abcd)
            || !SharedData.TryFind("bitext-27-intents", out var bitext) || !SharedData.TryFind("banking77", out var banking)) return;

        var manuals = AssistArticles.Manuals(shop);
        await MeasureAsync("questions on the manuals, manuals and 200 products at hand", [.. manuals, .. AssistArticles.Products(shop)], Questions(shop, "manual-questions.json", "manual-"), ct);
        await MeasureAsync("questions on other products, manuals at hand (no article is right)", manuals, NoneRight(Questions(shop, "product-questions.json", "")), ct);
        await MeasureAsync("questions on products, only their descriptions at hand", AssistArticles.Products(shop), Questions(shop, "product-questions.json", "product-"), ct);
        await MeasureAsync("BANKING77 messages, manuals and products at hand (no article is right)", [.. manuals, .. AssistArticles.Products(shop)], [.. Banking(banking).Take(600)], ct);
        await MeasureAsync("Bitext messages, ABCD guidelines at hand", AssistArticles.Guidelines(abcd), Bitext(bitext), ct);
    }

    private static async Task MeasureAsync(string what, IReadOnlyList<IncomingArticle> articles, IReadOnlyList<Asked> asked, CancellationToken ct)
    {
        await using var desk = await AssistDesk.CreateAsync(ct);
        await desk.WriteAsync(articles, ct);
        await desk.WriteAsync([.. asked.Select((question, i) => new IncomingTicket("file", $"{i}")
        {
            Status = TicketStatus.Open, Comments = [new IncomingComment("0", question.Text)],
        })], ct);
        await desk.IndexAsync(ct);
        var ids = await desk.IdsAsync(ct);

        var (answerable, first, answered, wrong, silent, unanswerable, silentRightly) = (0, 0, 0, 0, 0, 0, 0);
        for (var i = 0; i < asked.Count; i++)
        {
            var reply = (await desk.AssistAsync(ids[$"{i}"], ct)).Reply;
            var cited = reply.Citations.Count == 0 ? null : reply.Citations[0].Title;
            var isRight = cited is not null && asked[i].Right.Contains(cited);
            if (cited is not null) answered++;
            if (cited is not null && !isRight) wrong++;
            if (asked[i].Right.Count == 0)
            {
                unanswerable++;
                if (cited is null) silentRightly++;
            }
            else
            {
                answerable++;
                if (isRight) first++;
                if (cited is null) silent++;
            }
        }
        Console.WriteLine(what);
        if (answerable > 0) Console.WriteLine($"  {answerable} with a right article: cited first {Share(first, answerable)}, silent {Share(silent, answerable)}");
        if (unanswerable > 0) Console.WriteLine($"  {unanswerable} without one: silent {Share(silentRightly, unanswerable)}");
        Console.WriteLine($"  {answered} answered, of which right {Share(answered - wrong, answered)}");
    }

    private static string Share(int part, int whole) => whole == 0 ? "–" : ((double)part / whole).ToString("P1", CultureInfo.InvariantCulture);

    private static List<Asked> NoneRight(IEnumerable<Asked> asked) => [.. asked.Select(question => question with { Right = [] })];

    private static List<Asked> Questions(string folder, string file, string prefix)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, file)));
        var titles = prefix == "manual-" ? AssistArticles.Manuals(folder) : AssistArticles.Products(folder);
        var byId = titles.ToDictionary(article => article.ExternalId, article => article.Title);
        var named = prefix == "manual-" ? prefix : "product-";
        return [.. json.RootElement.EnumerateArray().Select(q => new Asked(q.GetProperty("Question").GetString()!, [byId[named + q.GetProperty("ProductId").GetInt32()]]))];
    }

    private static IEnumerable<Asked> Banking(string folder) => LabelledSet.Banking77(folder, "test.csv").Texts.Select(text => new Asked(text, []));

    private static List<Asked> Bitext(string folder)
    {
        var set = LabelledSet.Read(Path.Combine(folder, "Bitext_Sample_Customer_Service_Testing_Dataset.csv"), row => row.GetString("utterance")!, "intent");
        return [.. set.Texts.Zip(set.Labels).Where(row => !Undecidable.Contains(row.Second)).Select(row => new Asked(row.First, SubflowsOf.GetValueOrDefault(row.Second, [])))];
    }
}
