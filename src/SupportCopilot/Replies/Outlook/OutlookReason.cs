using System.Globalization;

namespace SupportCopilot.Replies.Outlook;

/// <summary>What speaks for more or less than usual, in parts, so that whoever shows it can say it in the agent's language and with their figures.</summary>
/// <param name="Field">category, subcategory, priority, channel, product, brand, language, organization, requester or hour.</param>
/// <param name="Value">What the ticket says there; null where the field alone tells (organization, requester, hour).</param>
/// <param name="More">Whether such tickets go wrong more often, or take longer.</param>
/// <param name="Mean">Their share that goes wrong, 0–1, or their usual minutes; null for who sees only a part of the desk, whose tickets it counts.</param>
/// <param name="Usual">The same of all the desk's tickets.</param>
public sealed record OutlookReason(string Field, string? Value, bool More, double? Mean, double? Usual)
{
    internal static OutlookReason Of(string field, string value, bool more, (double Mean, double Usual)? counted) =>
        new(field, field is "organization" or "requester" or "hour" ? null : value, more, counted?.Mean, counted?.Usual);

    internal string OfRisk() => $"{Subject} {(More ? "go wrong more often" : "go wrong less often")}{(Mean is { } mean && Usual is { } usual ? $", {Share(mean)} against {Share(usual)}" : "")}.";

    internal string OfTime() => $"{Subject} {(More ? "take longer" : "are solved sooner")}{(Mean is { } mean && Usual is { } usual ? $", usually {Duration(mean)} against {Duration(usual)}" : "")}.";

    private string Subject => Field switch
    {
        "organization" => "Tickets of this organization",
        "requester" => "This customer's tickets",
        "hour" => "Tickets that come at this time of the week",
        _ => $"Tickets with {Field} {Value}",
    };

    private static string Share(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private static string Duration(double minutes) => minutes switch
    {
        < 90 => string.Create(CultureInfo.InvariantCulture, $"{minutes:0} min"),
        < 2880 => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:0.#} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{minutes / 1440:0.#} days"),
    };
}
