using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using SupportCopilot.Benchmarks.Learning;
using SupportCopilot.Learning.Classification;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;
using SupportCopilot.Triage;
using SupportCopilot.Triage.Rules;

namespace SupportCopilot.Benchmarks.Triage;

/// <summary>
/// The rules alone, as a desk has them on its first day. Nothing was trained; Bitext's intents and GoEmotions' labels are
/// mapped to ours by hand below. What the rules leave open counts as wrong in «of all», and not in «where they speak».
/// </summary>
internal static class ColdStart
{
    private static readonly Dictionary<string, string> CategoryOfIntent = new()
    {
        ["check_invoice"] = "billing",
        ["get_invoice"] = "billing",
        ["check_payment_methods"] = "billing",
        ["payment_issue"] = "billing",
        ["get_refund"] = "billing",
        ["track_refund"] = "billing",
        ["check_refund_policy"] = "billing",
        ["check_cancellation_fee"] = "billing",
        ["create_account"] = "account",
        ["delete_account"] = "account",
        ["edit_account"] = "account",
        ["switch_account"] = "account",
        ["recover_password"] = "account",
        ["registration_problems"] = "account",
        ["newsletter_subscription"] = "account",
        ["change_shipping_address"] = "shipping",
        ["set_up_shipping_address"] = "shipping",
        ["delivery_options"] = "shipping",
        ["delivery_period"] = "shipping",
        ["track_order"] = "shipping",
        ["place_order"] = "product",
        ["change_order"] = "product",
        ["cancel_order"] = "product",
        ["complaint"] = "general",
        ["review"] = "general",
        ["contact_customer_service"] = "general",
        ["contact_human_agent"] = "general",
    };

    private static readonly Dictionary<string, string> EmotionOf = new()
    {
        ["anger"] = "angry",
        ["disgust"] = "angry",
        ["annoyance"] = "frustrated",
        ["disappointment"] = "frustrated",
        ["disapproval"] = "frustrated",
        ["confusion"] = "confused",
        ["joy"] = "happy",
        ["amusement"] = "happy",
        ["excitement"] = "happy",
        ["love"] = "happy",
        ["admiration"] = "happy",
        ["gratitude"] = "grateful",
        ["neutral"] = "neutral",
    };

    private static readonly HashSet<string> Positive = ["admiration", "amusement", "approval", "caring", "excitement", "gratitude", "joy", "love", "optimism", "pride", "relief"];
    private static readonly HashSet<string> Negative = ["anger", "annoyance", "disappointment", "disapproval", "disgust", "embarrassment", "fear", "grief", "nervousness", "remorse", "sadness"];

    public static async Task RunAsync(CancellationToken ct)
    {
        if (SharedData.TryFind("bitext-27-intents", out var bitext)) Categories(bitext);
        if (SharedData.TryFind("goemotions", out var goEmotions)) Moods(goEmotions);
        if (SharedData.TryFind("eshopsupport/tickets.json", out var tickets)) Throughput(tickets);
        await DeskTriage.RunAsync(ct);
    }

    private static void Categories(string folder)
    {
        var set = LabelledSet.Read(Path.Combine(folder, "Bitext_Sample_Customer_Service_Testing_Dataset.csv"), row => row.GetString("utterance")!, "intent");
        Print("Bitext test, category", [.. set.Texts.Zip(set.Labels, (text, intent) => (CategoryOfIntent[intent], Judge(text)[TriageField.Category]))]);
    }

    private static void Moods(string folder)
    {
        var names = File.ReadAllLines(Path.Combine(folder, "labels.txt"));
        var rows = File.ReadLines(Path.Combine(folder, "dev.tsv")).Select(line => line.Split('\t'))
            .Where(cells => !cells[1].Contains(','))
            .Select(cells => (Judged: Judge(cells[0]), Label: names[int.Parse(cells[1], CultureInfo.InvariantCulture)]))
            .ToList();
        Print("GoEmotions dev, sentiment", [.. rows.Where(row => Tone(row.Label) is not null).Select(row => (Tone(row.Label)!, row.Judged[TriageField.Sentiment]))]);
        Print("GoEmotions dev, emotion", [.. rows.Where(row => EmotionOf.ContainsKey(row.Label)).Select(row => (EmotionOf[row.Label], row.Judged[TriageField.Emotion]))]);

        static string? Tone(string label) => Positive.Contains(label) ? "positive" : Negative.Contains(label) ? "negative" : label is "neutral" ? "neutral" : null;
    }

    private static void Throughput(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var texts = json.RootElement.EnumerateArray().Select(ticket => new TicketText("",
            [.. ticket.GetProperty("Messages").EnumerateArray().Select(m => new TicketMessage(m.GetProperty("IsCustomerMessage").GetBoolean() ? AuthorKind.Requester : AuthorKind.Agent, m.GetProperty("Text").GetString()!, null))])).ToList();
        var satisfied = json.RootElement.EnumerateArray().Select(ticket => ticket.GetProperty("CustomerSatisfaction").ValueKind is JsonValueKind.Number ? ticket.GetProperty("CustomerSatisfaction").GetInt32() : (int?)null).ToList();

        var judged = texts.AsParallel().AsOrdered().Select(text => TriageRules.Judge(text, null)).ToList();
        var clock = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        const int Rounds = 10;
        for (var round = 0; round < Rounds; round++) _ = texts.AsParallel().Select(text => TriageRules.Judge(text, null)).ToList();
        Console.WriteLine($"  {(Environment.CpuUsage.TotalTime - before).TotalMilliseconds / (Rounds * texts.Count):0.00} ms of processor time a thread, whatever else the machine does");
        Target.AtLeast("eShopSupport threads judged a second, all cores", Rounds * texts.Count / clock.Elapsed.TotalSeconds, 3000);

        foreach (var group in judged.Zip(satisfied).Where(pair => pair.Second is not null).GroupBy(pair => pair.Second <= 4 ? "1–4" : pair.Second <= 7 ? "5–7" : "8–10").OrderBy(group => group.Key))
        {
            Console.WriteLine($"  eShopSupport satisfaction {group.Key,-5} ({group.Count()} tickets): mean sentiment {group.Average(pair => pair.First.SentimentScore ?? 0):0.00}");
        }

        foreach (var field in TriageFields.Each)
        {
            var values = judged.Select(j => j[field]?.Value ?? "—").CountBy(value => value).OrderByDescending(pair => pair.Value).Take(6);
            Console.WriteLine($"  eShopSupport {field,-12} {string.Join(", ", values.Select(pair => $"{pair.Key} {pair.Value}"))}");
        }
    }

    private static Judgement Judge(string text) => TriageRules.Judge(new TicketText("", [new TicketMessage(AuthorKind.Requester, text, null)]), null);

    private static void Print(string what, List<(string Truth, FieldJudgement? Found)> judged)
    {
        var spoken = judged.Where(pair => pair.Found is not null).ToList();
        var right = spoken.Count(pair => pair.Found!.Value == pair.Truth);
        var majority = judged.CountBy(pair => pair.Truth).Max(pair => pair.Value) / (double)judged.Count;
        var macro = ClassificationMetrics.MacroF1([.. judged.Select(pair => pair.Truth)], [.. judged.Select(pair => pair.Found?.Value ?? "")]);
        Target.AtLeast($"{what}: right of all", right / (double)judged.Count, majority);
        Console.WriteLine($"  {judged.Count} texts (target: the commonest label's share), macro-F1 {macro:0.000}; they speak on {spoken.Count / (double)judged.Count:0.000} and are right on {right / (double)Math.Max(spoken.Count, 1):0.000} of those");
        foreach (var level in spoken.GroupBy(pair => ConfidenceLevel.Of(pair.Found!.Confidence)).OrderBy(group => group.Key))
        {
            Console.WriteLine($"  {level.Key,-7} {level.Count(),5} texts, right {level.Count(pair => pair.Found!.Value == pair.Truth) / (double)level.Count():0.000}, mean confidence {level.Average(pair => pair.Found!.Confidence):0.000}");
        }

        foreach (var miss in judged.Where(pair => pair.Found?.Value != pair.Truth).CountBy(pair => $"{pair.Truth} → {pair.Found?.Value ?? "—"}").OrderByDescending(pair => pair.Value).Take(5))
        {
            Console.WriteLine($"    {miss.Value,5} {miss.Key}");
        }
    }
}
