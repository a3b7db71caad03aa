using System.Text.Json.Serialization;
using SupportCopilot.Tickets.Mapping.Cells;

namespace SupportCopilot.Tickets.Importing;

/// <summary>What the one who sends a file says about it.</summary>
/// <param name="Map">Field by column, as <c>subject=Title</c>; a column alone, as <c>Title=</c>, is left out.</param>
/// <param name="Dates">dmy, mdy or ymd; null leaves it to the values.</param>
public sealed record ImportInstructions(IReadOnlyList<string> Map, string? Dates)
{
    /// <summary>Nothing was said.</summary>
    public static ImportInstructions None { get; } = new([], null);

    /// <summary>What is wrong with them, for the one who said them; null when nothing is.</summary>
    public string? Problem =>
        Map.FirstOrDefault(entry => entry.IndexOf('=', StringComparison.Ordinal) < 1) is { } odd ? $"map \"{odd}\" is not understood: write field=Column, such as subject=Title."
        : Dates is not null && Order is null ? $"dates \"{Dates}\" is not understood: say dmy, mdy or ymd."
        : null;

    internal DateOrder? Order => Dates is not null && Enum.TryParse<DateOrder>(Dates, ignoreCase: true, out var order) && !char.IsDigit(Dates[0]) ? order : null;

    internal IReadOnlyList<KeyValuePair<string, string>> Overrides =>
        [.. Map.Select(entry => entry.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0].Trim(), parts[1].Trim()))];
}

[JsonSerializable(typeof(ImportInstructions))]
internal sealed partial class ImportInstructionsJson : JsonSerializerContext;
