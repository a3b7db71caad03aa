using System.Globalization;
using System.Text.Json;
using SupportCopilot.Questions;
using SupportCopilot.Questions.Answers;

namespace SupportCopilot.Teams.Cards;

/// <summary>Writes an answer's cells, as its words write them.</summary>
internal static class Figures
{
    /// <summary>Stands where there is nothing to count or to average.</summary>
    public const string None = "–";

    /// <summary>A cell as people read it.</summary>
    public static string Of(object? value, AnswerColumn column) =>
        Number(value) is not { } number ? column.Role == "dimension" ? Name(value, column) : None
        : column.Role == "change" ? Change(number)
        : Of(number, column.Unit);

    /// <summary>A figure with its unit.</summary>
    /// <param name="value">The figure.</param>
    /// <param name="unit">tickets, minutes, hours, share, …; null for a bare number.</param>
    public static string Of(double value, string? unit) => FigureWords.Of(value, unit);

    /// <summary>A change as a share of what was before, with its sign.</summary>
    public static string Change(double share) => (share * 100).ToString("+0.#;−0.#;0", CultureInfo.InvariantCulture) + " %";

    /// <summary>A cell as a number; null where it is none.</summary>
    public static double? Number(object? value) => value switch
    {
        double number => number,
        float number => number,
        int number => number,
        long number => number,
        decimal number => (double)number,
        JsonElement { ValueKind: JsonValueKind.Number } json => json.GetDouble(),   // an answer that was kept and read again
        _ => null,
    };

    /// <summary>A day, a week or a month as people write it; any other name as it stands.</summary>
    private static string Name(object? value, AnswerColumn column)
    {
        var name = Text(value);
        return column.Name switch
        {
            "day" or "week" when Days.TryRead(name, out var day) => Days.Day(day),
            "month" when Days.TryRead(name + "-01", out var first) => Days.Month(first),
            _ => name,
        };
    }

    /// <summary>A cell as a name; “none” for the tickets that have no such thing.</summary>
    public static string Text(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => "none",
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
