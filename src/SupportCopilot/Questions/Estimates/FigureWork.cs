using System.Text.Json;
using System.Text.Json.Serialization;
using SupportCopilot.Questions.Planning;

namespace SupportCopilot.Questions.Estimates;

/// <summary>A reading as it is written down for the background: its plan with every date resolved, and what its words need.</summary>
internal sealed record FigureWork(Plan Plan, DateTime Now)
{
    public string? Period { get; init; }

    public bool IsPartial { get; init; }

    public bool ComparesWholeSteps { get; init; }

    public bool WantsMean { get; init; }

    public bool CountsHolidays { get; init; }

    public bool CountsGroups { get; init; }

    public Plan? Follows { get; init; }

    public static string Of(Reading reading, DateTime now) => JsonSerializer.Serialize(new FigureWork(reading.Plan, now)
    {
        Period = reading.Period,
        IsPartial = reading.IsPartial,
        ComparesWholeSteps = reading.ComparesWholeSteps,
        WantsMean = reading.WantsMean,
        CountsHolidays = reading.CountsHolidays,
        CountsGroups = reading.CountsGroups,
        Follows = reading.Follows,
    }, FigureWorkJson.Default.FigureWork);

    public static (Reading Reading, DateTime Now) Read(string work)
    {
        var kept = JsonSerializer.Deserialize(work, FigureWorkJson.Default.FigureWork)!;
        return (new Reading(kept.Plan, 0)
        {
            Period = kept.Period,
            IsPartial = kept.IsPartial,
            ComparesWholeSteps = kept.ComparesWholeSteps,
            WantsMean = kept.WantsMean,
            CountsHolidays = kept.CountsHolidays,
            CountsGroups = kept.CountsGroups,
            Follows = kept.Follows,
        }, kept.Now);
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(FigureWork))]
internal sealed partial class FigureWorkJson : JsonSerializerContext;
