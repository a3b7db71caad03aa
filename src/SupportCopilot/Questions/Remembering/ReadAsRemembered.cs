using System.Text.Json;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Remembering;

/// <summary>Prefers the readings that somebody chose before; what they do not bear on stays as it was read.</summary>
internal static class ReadAsRemembered
{
    /// <param name="text">The question.</param>
    /// <param name="read">Its readings.</param>
    /// <param name="remembered">What the asker chose before.</param>
    /// <returns>The readings, and how words were read as chosen; empty where none was.</returns>
    public static (ReadResult Read, IReadOnlyList<RememberedChoice> Used) Of(string text, ReadResult read, IReadOnlyList<RememberedChoice> remembered)
    {
        if (remembered.Count == 0 || read.Readings.Count == 0) return (read, []);
        var spans = Spans.Of(text).ToHashSet();
        var used = new List<RememberedChoice>();
        foreach (var choice in remembered.Where(choice => spans.Contains(choice.Words)).DistinctBy(choice => choice.Words))
        {
            if (Preferred(read.Readings, choice) is not { } preferred) continue;
            read = read with { Readings = preferred };
            used.Add(choice);
        }

        return (read, used);
    }

    private static IReadOnlyList<Reading>? Preferred(IReadOnlyList<Reading> readings, RememberedChoice choice)
    {
        var best = readings[0];
        if (choice.Reading.StartsWith(ChosenReading.ReadDays, StringComparison.Ordinal))
            return First(readings.FirstOrDefault(reading => reading.Period == choice.Reading[ChosenReading.ReadDays.Length..] && (ReferenceEquals(reading, best) || ReadingsApart.InDays(best.Plan, reading.Plan))), readings, ReadingsApart.InDays);
        if (!choice.Reading.StartsWith('{')) return null;

        var filter = JsonSerializer.Deserialize(choice.Reading, PlanJson.Default.PlanFilter)!;
        var mentions = AsMention.Of([.. readings.Select(reading => reading.Plan)]).Select(plan => best with { Plan = plan });
        var chosen = readings.Concat(mentions).FirstOrDefault(reading => reading.Plan.Filters.Any(one => ReadingsApart.Same(one, filter)) && readings.Any(other => ReadingsApart.InFilter(reading.Plan, other.Plan) is var (mine, _) && ReadingsApart.Same(mine, filter)));
        return First(chosen, readings, (one, other) => ReadingsApart.InFilter(one, other) is var (mine, _) && ReadingsApart.Same(mine, filter));
    }

    /// <summary>A reading first, as likely as the likeliest was; those it was chosen over come after what is close.</summary>
    private static IReadOnlyList<Reading>? First(Reading? chosen, IReadOnlyList<Reading> readings, Func<Plan, Plan, bool> isChosenOver)
    {
        if (chosen is null) return null;
        var cost = readings[0].Cost;
        return [.. readings.Where(reading => !ReferenceEquals(reading, chosen))
            .Select(reading => isChosenOver(chosen.Plan, reading.Plan) ? reading with { Cost = Math.Max(reading.Cost, cost + Covers.CloseMargin) } : reading)
            .Append(chosen with { Cost = cost }).OrderBy(reading => reading.Cost).ThenBy(reading => reading.Plan == chosen.Plan ? 0 : 1)];
    }
}
