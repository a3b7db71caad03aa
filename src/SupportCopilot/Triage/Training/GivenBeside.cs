using SupportCopilot.Learning.Classification;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Mapping;

namespace SupportCopilot.Triage.Training;

/// <summary>
/// Which values, given to a ticket beside its words, may speak for a triaged field. One rule:
/// <list type="bullet">
/// <item>they were given, by a form, the desk or a person: never what triage itself said;</item>
/// <item>they say what the ticket is or comes with: type, channel, product, brand, category, subcategory, custom fields. Who
/// wrote it, who has it, numbers, dates and what became of it say nothing that holds for the next ticket;</item>
/// <item>they are known before the field is decided: not the field itself, not what is chosen within it or weighed together
/// with it, and only fields that tickets in work carry as well as finished ones (<see cref="SeenInWork"/>);</item>
/// <item>they are no copy of the field, and not rare: <see cref="TicketClassifier"/> leaves those out by the training labels.</item>
/// </list>
/// </summary>
internal static class GivenBeside
{
    private const string CustomPrefix = "field.";
    private const int LongestValue = 200;   // longer ones are texts
    private const int MinInWork = 8;
    private const double OftenEnough = 0.5;   // against finished tickets: less often, and it is mostly filled in at the end

    // Weighed together with how soon something must be done, by the same person in the same minute.
    private static readonly HashSet<string> WeighedWithUrgency = ["impact", "severity", "criticality", "priority", "urgency", "auswirkung", "schweregrad", "impacto", "gravite", "gravedad"];

    // What a custom field's name may be taken for and still count; all else by which desks name columns is a person, a number, a date, words or an outcome.
    private static readonly HashSet<TicketFieldName> MayBe = [TicketFieldName.Type, TicketFieldName.Channel, TicketFieldName.Product, TicketFieldName.Brand, TicketFieldName.Category, TicketFieldName.Subcategory, TicketFieldName.Priority, TicketFieldName.Urgency];

    /// <summary>All that a ticket was given, whatever it may speak for; a classifier takes of it what it learned from.</summary>
    public static List<GivenValue> Of(GivenColumns columns, IEnumerable<TicketField> fields) =>
    [
        .. new (string Field, string? Value)[]
        {
            ("type", columns.Type), ("channel", columns.Channel), ("product", columns.Product), ("brand", columns.Brand),
            (TriageField.Category.Name(), columns.Category), (TriageField.Subcategory.Name(), columns.Subcategory),
        }.Where(column => !string.IsNullOrWhiteSpace(column.Value)).Select(column => new GivenValue(column.Field, column.Value!)),
        .. fields.Where(field => field.Value.Length is > 0 and <= LongestValue).Select(field => new GivenValue(CustomPrefix + field.Name, field.Value)),
    ];

    /// <summary>Whether values of this field may speak for a triaged one.</summary>
    public static bool MaySpeakFor(TriageField told, string field)
    {
        if (CustomNameOf(field) is { } custom) return MaySpeakFor(told, custom, ColumnNames.Find(custom)?.Field);
        return field != told.Name() && (told is not TriageField.Category || field != TriageField.Subcategory.Name());   // that is chosen within it
    }

    /// <summary>The name of a custom field; null for a field that every ticket may have.</summary>
    public static string? CustomNameOf(string field) => field.StartsWith(CustomPrefix, StringComparison.Ordinal) ? field[CustomPrefix.Length..] : null;

    /// <summary>The fields that are filled in while tickets are in work, and not only when they are finished.</summary>
    public static HashSet<string> SeenInWork(IReadOnlyCollection<(bool IsInWork, IReadOnlyList<GivenValue> Given)> tickets)
    {
        var (inWork, done) = (tickets.Count(ticket => ticket.IsInWork), tickets.Count(ticket => !ticket.IsInWork));
        return
        [
            .. tickets.SelectMany(ticket => ticket.Given.Select(value => (value.Field, ticket.IsInWork))).GroupBy(seen => seen.Field, seen => seen.IsInWork)
                .Where(seen => seen.Count(isInWork => isInWork) >= MinInWork && seen.Count(isInWork => isInWork) / (double)inWork >= OftenEnough * seen.Count(isInWork => !isInWork) / Math.Max(1, done))
                .Select(seen => seen.Key),
        ];
    }

    private static bool MaySpeakFor(TriageField told, string custom, TicketFieldName? takenFor)
    {
        if (takenFor is { } name && (!MayBe.Contains(name) || name.Name() == told.Name())) return false;
        if (told is TriageField.Category && takenFor is TicketFieldName.Subcategory) return false;
        if (told is TriageField.Urgency or TriageField.Priority) return takenFor is not (TicketFieldName.Urgency or TicketFieldName.Priority) && !WeighedWithUrgency.Contains(ColumnNames.Plain(custom));
        return true;
    }
}

/// <summary>What a ticket's own columns say that it was given.</summary>
internal sealed record GivenColumns(string? Type, string? Channel, string? Product, string? Brand, string? Category, string? Subcategory)
{
    public static GivenColumns Of(Ticket ticket) => new(ticket.Type, ticket.Channel, ticket.Product, ticket.Brand, ticket.Given.Category, ticket.Given.Subcategory);
}
