using System.Text.RegularExpressions;
using SupportCopilot.Tickets.Mapping.Cells;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>What values alone can tell of a column whose name says nothing.</summary>
/// <param name="Field">What it then is.</param>
/// <param name="Unless">Not where one of these is known already.</param>
/// <param name="Confidence">How sure that is, 0–1.</param>
/// <param name="Why">What spoke for it.</param>
/// <param name="Fits">Whether a column, its name and its place speak for it.</param>
internal sealed record ContentGuess(TicketFieldName Field, TicketFieldName[] Unless, double Confidence, string Why, Func<ColumnContent, string, int, bool> Fits);

internal static partial class ContentGuesses
{
    private const int FewestToTell = 3;
    private const int MostInSet = 15;

    /// <summary>The guesses, the surest first; each takes the first column that fits.</summary>
    public static IReadOnlyList<ContentGuess> All { get; } =
    [
        new(TicketFieldName.Comments, [], 0.9, "its values are threads of messages", (c, _, _) => c.Share(ThreadCell.IsThread) >= 0.8),
        new(TicketFieldName.RequesterEmail, [TicketFieldName.RequesterEmail], 0.7, "its values are addresses", (c, _, _) => c.Share(PersonCell.IsEmail) >= 0.8),
        new(TicketFieldName.CreatedAt, [TicketFieldName.CreatedAt], 0.6, "its values are the first dates of a row",
            (c, _, _) => c.Share(value => value.IndexOfAny(['-', '/', '.', ' ']) > 0 && DateCell.Read(value) is not null) >= 0.8),
        new(TicketFieldName.Id, [TicketFieldName.Id], 0.6, "its values are numbered, and each stands once",
            (c, header, i) => c.Filled == 1 && c.Distinct == c.Values.Count && (i == 0 || IdName().IsMatch(header)) && c.Share(value => Numbered().IsMatch(value)) == 1),
        new(TicketFieldName.Status, [TicketFieldName.Status], 0.7, "its values are statuses", (c, _, _) => IsSet(c, value => KnownValues.Status(value) is not null)),
        new(TicketFieldName.Priority, [TicketFieldName.Priority, TicketFieldName.Urgency], 0.6, "its values are priorities", (c, _, _) => IsSet(c, value => KnownValues.Level(value) is not null)),
        new(TicketFieldName.Channel, [TicketFieldName.Channel], 0.6, "its values are channels", (c, _, _) => IsSet(c, value => KnownValues.Channel(value) is not null)),
        new(TicketFieldName.Description, [TicketFieldName.Description, TicketFieldName.Comments], 0.6, "its values are long texts, nearly all different",
            (c, header, _) => !IsSummary(header) && c.AverageLength >= 60 && c.Distinct >= 0.7 * c.Values.Count && c.Share(value => value.Contains(' ', StringComparison.Ordinal)) > 0.8 && c.Share(value => value[0] is '[' or '{') < 0.1),
        new(TicketFieldName.Subject, [TicketFieldName.Subject, TicketFieldName.Description, TicketFieldName.Comments], 0.5, "its values are short texts, nearly all different",
            (c, header, _) => !IsSummary(header) && c.AverageLength is >= 12 and < 160 && c.Distinct >= 0.7 * c.Values.Count && c.Share(value => value.Count(ch => ch == ' ') >= 2) > 0.6 && c.Share(value => DateCell.Read(value) is not null) < 0.1),
    ];

    /// <summary>What another program made of a ticket's words is not the ticket's words.</summary>
    private static bool IsSummary(string header) => header.Contains("summary", StringComparison.OrdinalIgnoreCase);

    private static bool IsSet(ColumnContent content, Func<string, bool> isKnown) =>
        content.Values.Count >= FewestToTell && content.Distinct is >= 2 and <= MostInSet && content.Values.TrueForAll(value => char.IsLetter(value[0])) && content.Share(isKnown) == 1;

    [GeneratedRegex(@"(^|[\s_.-])(id|no|nr|nummer|number|key|ref|#)\.?$|Id$|ID$", RegexOptions.CultureInvariant)]
    private static partial Regex IdName();

    [GeneratedRegex(@"^#?[A-Za-z]{0,12}[-_ ]?\d{1,18}$|^[0-9a-fA-F-]{32,36}$", RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();
}
