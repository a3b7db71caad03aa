using System.Net.Http.Json;
using System.Text.Json;
using SupportCopilot.Access;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>What it takes for an answer to be right: each row, each figure, and each ticket behind it.</summary>
internal static class Judge
{
    public static async Task<Verdict> OfAsync(SetDesk desk, string question, Expected expected, CancellationToken ct, string? conversation = null)
    {
        // Some hundred lists in a minute are more than one person may page through.
        var client = desk.As(Role.Analyst, user: $"analyst-{(conversation ?? question).Sum(c => c) % 16}");
        using var response = await client.PostAsJsonAsync("/api/questions", new { text = question, conversation, timeZone = SetDesk.Zone, asOf = SetDesk.AsOf }, ct);
        var body = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode) return new(Mark.Wrong, $"{(int)response.StatusCode}: {body}");
        var answer = JsonDocument.Parse(body).RootElement;
        var (kind, said) = (answer.GetProperty("kind").GetString()!, Said(answer));
        if (expected.AnyOf.Count == 0)
        {
            if (kind is not ("refusal" or "choices")) return new(Mark.Wrong, $"should be {expected.Kind}: {said}");
            var isNamed = expected.Names is not { } names || body.Contains(names, StringComparison.OrdinalIgnoreCase);
            return kind == expected.Kind || expected.Kind == "refusal" ? new(isNamed ? Mark.Right : Mark.NoAnswer, $"does not name «{expected.Names}»: {said}") : new(Mark.NoAnswer, $"should be {expected.Kind}: {said}");
        }

        if (kind == "choices" && expected.MayBeAsked) return new(Mark.Right, "");
        if (kind is "refusal" or "choices") return new(Mark.NoAnswer, said);
        if (kind != "answer") return new(Mark.Wrong, $"{kind}: {said}");
        var drilled = await DrillAsync(client, answer, ct);
        var faults = expected.AnyOf.Select(outcome => FaultOf(outcome, answer, drilled)).ToList();
        return faults.Contains(null) ? new(Mark.Right, "") : new(Mark.Wrong, $"{faults[0]}\n    {said}");
    }

    private static string Said(JsonElement answer)
    {
        var choices = string.Join(" / ", answer.GetProperty("choices").EnumerateArray().Select(choice => choice.GetProperty("label").GetString()));
        return $"{answer.GetProperty("kind").GetString()}: {answer.GetProperty("text").GetString()} [{answer.GetProperty("interpretation").GetString()}] {choices}";
    }

    private static string? FaultOf(Outcome outcome, JsonElement answer, List<string> drilled)
    {
        var got = answer.GetProperty("rows").EnumerateArray().Select(row => Read(answer, row)).ToList();
        outcome = outcome.Choosing?.Invoke(got) ?? outcome;
        var isMean = outcome.Says is { } mean && got is [{ Labels.Count: 0, Figures: [{ } only] }] && Near(only, mean);
        if (!isMean)
        {
            if (outcome.Says is { } says && !Enumerable.Range(0, 3).Any(digits => Text(answer).Contains(Math.Round(says, digits).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)))
                return $"does not say {says}";
            if (RowFault(outcome, got) is { } fault) return fault;
        }

        var count = answer.GetProperty("tickets").GetProperty("count").GetInt32();
        if (count != drilled.Count) return $"counts {count} tickets but lists {drilled.Count}";
        return outcome.Tickets.Select(t => t.ExternalId).Order().SequenceEqual(drilled.Order()) ? null : $"expected {outcome.Tickets.Count} tickets behind it, got {drilled.Count}";
    }

    private static string? RowFault(Outcome outcome, List<Row> got)
    {
        var wanted = outcome.Rows;
        if (outcome.IsRanked && !wanted.Zip(got).All(pair => Near(pair.First.Figures[0], pair.Second.Figures[0]))) return $"expected {Show(wanted)}, got {Show(got)}";
        // Only one split by time alone shows its empty steps in one right way.
        if (wanted is [{ Labels.Count: > 0 }, ..] && !outcome.IsOrdered || wanted is [{ Labels.Count: > 1 }, ..]) (wanted, got) = ([.. wanted.Where(row => !row.IsNothing)], [.. got.Where(row => !row.IsNothing)]);
        if (!outcome.IsOrdered || wanted is [{ Labels.Count: > 1 }, ..]) (wanted, got) = ([.. wanted.OrderBy(row => row.Key, StringComparer.Ordinal)], [.. got.OrderBy(row => row.Key, StringComparer.Ordinal)]);
        if (!wanted.Select(row => row.Key).SequenceEqual(got.Select(row => row.Key))) return $"expected rows {Show(wanted)}, got {Show(got)}";
        return wanted.Zip(got).All(pair => pair.First.Figures.Count == pair.Second.Figures.Count && pair.First.Figures.Zip(pair.Second.Figures).All(figures => Near(figures.First, figures.Second)))
            ? null : $"expected {Show(wanted)}, got {Show(got)}";
    }

    private static string Show(IReadOnlyList<Row> rows) => string.Join("; ", rows.Take(8).Select(row => $"{row.Key}: {string.Join(", ", row.Figures)}"));

    private static string Text(JsonElement answer) => answer.GetProperty("text").GetString()!;

    private static bool Near(double? a, double? b) => a is { } left && b is { } right ? Math.Abs(left - right) < 0.0001 : a is null && b is null;

    private static Row Read(JsonElement answer, JsonElement row)
    {
        var labels = answer.GetProperty("columns").EnumerateArray().Count(column => column.GetProperty("role").GetString() == "dimension");
        var cells = row.EnumerateArray().ToList();
        return new([.. cells.Take(labels).Select(cell => cell.GetString())], [.. cells.Skip(labels).Select(cell => cell.ValueKind is JsonValueKind.Null ? (double?)null : cell.GetDouble())]);
    }

    private static async Task<List<string>> DrillAsync(HttpClient client, JsonElement answer, CancellationToken ct)
    {
        var (ids, after) = (new List<string>(), "");
        while (true)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{answer.GetProperty("tickets").GetProperty("href").GetString()}?limit=200{after}", ct);
            ids.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("externalId").GetString()!));
            if (page.GetProperty("next").GetString() is not { } next) return ids;
            after = $"&after={next}";
        }
    }
}

/// <summary>What became of a question.</summary>
internal enum Mark
{
    /// <summary>Answered as it must be, or refused where it must be.</summary>
    Right,

    /// <summary>Refused or asked back, where there is an answer.</summary>
    NoAnswer,

    /// <summary>Another answer than the right one.</summary>
    Wrong,
}

/// <summary>What became of a question, and why.</summary>
internal sealed record Verdict(Mark Mark, string Why);
