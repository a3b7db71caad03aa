using System.Globalization;

namespace SupportCopilot.Questions.Answers;

/// <summary>Figures as people read them, in an answer's words and in what is drawn of it.</summary>
public static class FigureWords
{
    /// <summary>«1,204», «3 h 12 min», «2.4 days», «81.5 %», «no figure».</summary>
    public static string Of(object? cell, string? unit) => cell is null ? "no figure" : unit is "instant" && cell is string moment ? moment : Of(Convert.ToDouble(cell, CultureInfo.InvariantCulture), unit);

    private static string Of(double value, string? unit) => unit switch
    {
        "minutes" => Time(value),
        "hours" => Time(value * 60),
        "share" => Percent(value),
        _ => Number(value),
    };

    /// <summary>A plain number: whole as it is, else with two decimals at most.</summary>
    public static string Number(double value) => value.ToString(value == Math.Floor(value) ? "N0" : "#,0.##", CultureInfo.InvariantCulture);

    /// <summary>A share: «12.5 %».</summary>
    public static string Percent(double share) => $"{(share * 100).ToString("0.#", CultureInfo.InvariantCulture)} %";

    /// <summary>A change: «12 % more», «the same».</summary>
    public static string Change(double change, string? unit)
    {
        if (Math.Abs(change) < 0.0005) return "the same";
        var (more, less) = unit is "minutes" or "hours" ? ("longer", "shorter") : unit is "share" ? ("higher", "lower") : ("more", "fewer");
        return $"{Percent(Math.Abs(change))} {(change > 0 ? more : less)}";
    }

    /// <summary>A count with its noun: «1 ticket», «41 tickets».</summary>
    public static string Count(long count, string plural) =>
        $"{count.ToString("N0", CultureInfo.InvariantCulture)} {(count == 1 && plural.EndsWith('s') ? plural[..^1] : plural)}";

    private static string Time(double minutes) => minutes switch
    {
        < 1 => $"{(minutes * 60).ToString("0", CultureInfo.InvariantCulture)} s",
        < 60 => $"{minutes.ToString("0.#", CultureInfo.InvariantCulture)} min",
        < 2880 => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(minutes / 60):0} h {Math.Floor(minutes % 60):0} min"),
        _ => $"{(minutes / 1440).ToString("0.#", CultureInfo.InvariantCulture)} days",
    };
}
