using System.Globalization;
using NodaTime;
using SupportCopilot.Tickets.Mapping.Cells;
using SupportCopilot.Tickets.Reading;

namespace SupportCopilot.Tickets.Mapping;

/// <summary>Makes a ticket of a row.</summary>
internal sealed class ReadTicket(ColumnMapping mapping, IReadOnlyList<string> headers, DateTimeZone zone)
{
    /// <summary>The source of tickets that came in files.</summary>
    public const string FileSource = "file";

    private const int LongestId = 100;

    private readonly ReadThread _threads = new(mapping, zone);

    public TicketReading Run(TableRow row)
    {
        if (row.Problem is not null) return new(null, row.Problem);
        var cells = new RowCells(mapping, headers, row);
        var id = cells[TicketFieldName.Id];
        if (mapping.Of(TicketFieldName.Id) is { } column)
        {
            if (id is null) return new(null, $"Line {row.Line}: {column.Column} is blank, and without it a ticket cannot be told from others.");
            if (id.Length > LongestId) return new(null, $"Line {row.Line}: {column.Column} is longer than {LongestId} characters, which no id is.");
        }

        var instants = new Dictionary<TicketFieldName, DateTime?>();
        foreach (var dated in mapping.Columns.Where(c => c.Field.IsInstant()))
        {
            if (cells[dated.Field] is not { } text) continue;
            if (!TryInstant(text, dated.Dates, out var at)) return new(null, $"Line {row.Line}: {dated.Column} \"{text}\" is no date; give the format with --dates.");
            instants[dated.Field] = at;
        }

        var ticket = Ticket(cells, id ?? StableId.Of(cells, row), instants);
        return new TicketReading(ticket, null)
        {
            Revision = long.TryParse(cells[TicketFieldName.Revision], NumberStyles.Integer, CultureInfo.InvariantCulture, out var revision) ? revision : null,
            Author = PersonCell.Read(cells[TicketFieldName.Author]) ?? ticket.Requester,
        };
    }

    private IncomingTicket Ticket(RowCells cells, string id, Dictionary<TicketFieldName, DateTime?> instants)
    {
        var solvedAt = instants.GetValueOrDefault(TicketFieldName.SolvedAt);
        var requester = PersonCell.Read(cells[TicketFieldName.Requester], cells[TicketFieldName.RequesterEmail])
            ?? (cells[TicketFieldName.Requester] is null ? PersonCell.Read(cells[TicketFieldName.Author]) : null);
        var assignee = PersonCell.Read(cells[TicketFieldName.Assignee], cells[TicketFieldName.AssigneeEmail]);
        var (offered, rating) = cells[TicketFieldName.Csat] is { } csat ? mapping.Csat.Read(csat) : default;
        var tags = cells.All(TicketFieldName.Tags).SelectMany(TagCell.Read).Distinct(StringComparer.Ordinal).ToList();
        var status = Status(cells, solvedAt);
        var comments = _threads.Run(cells, requester, assignee, instants.GetValueOrDefault(TicketFieldName.CreatedAt));
        return new IncomingTicket(FileSource, id)
        {
            Subject = mapping.Of(TicketFieldName.Subject) is null ? OpeningWords.Of(comments)
                : cells[TicketFieldName.Subject] is { } subject ? HtmlText.Of(subject).Replace('\n', ' ') : null,
            Status = status,
            Type = cells[TicketFieldName.Type]?.ToLowerInvariant(),
            Channel = cells[TicketFieldName.Channel] is { } channel ? KnownValues.Channel(channel) ?? channel.ToLowerInvariant() : null,
            Product = cells[TicketFieldName.Product],
            Brand = cells[TicketFieldName.Brand],
            Requester = requester,
            Assignee = assignee,
            Group = PersonCell.ReadName(cells[TicketFieldName.Group]),
            Organization = PersonCell.ReadName(cells[TicketFieldName.Organization]),
            Given = Given(cells),
            CreatedAt = instants.GetValueOrDefault(TicketFieldName.CreatedAt),
            UpdatedAt = instants.GetValueOrDefault(TicketFieldName.UpdatedAt),
            FirstReplyAt = instants.GetValueOrDefault(TicketFieldName.FirstReplyAt),
            SolvedAt = solvedAt,
            DueAt = instants.GetValueOrDefault(TicketFieldName.DueAt),
            FirstReplyMinutes = Minutes(cells, TicketFieldName.FirstReplyMinutes),
            ResolutionMinutes = Minutes(cells, TicketFieldName.ResolutionMinutes),
            Reopens = Count(cells[TicketFieldName.Reopens]),
            Replies = Count(cells[TicketFieldName.Replies]),
            SlaMet = cells[TicketFieldName.SlaMet] is { } sla ? KnownValues.Flag(sla) : null,
            CsatOffered = offered,
            Csat = rating,
            Comments = comments,
            Tags = tags.Count > 0 ? tags : null,
            Fields = cells.Custom,
        };
    }

    /// <summary>A status that is not known counts as open, or as solved where there is a date of it, and is kept as it was beside.</summary>
    private string? Status(RowCells cells, DateTime? solvedAt)
    {
        if (cells[TicketFieldName.Status] is not { } text) return solvedAt is null ? null : TicketStatus.Solved;
        if (KnownValues.Status(text) is { } status) return status;
        cells.Keep(mapping.Of(TicketFieldName.Status)!.Column, text);
        return solvedAt is null ? TicketStatus.Open : TicketStatus.Solved;
    }

    private static TriageValues Given(RowCells cells)
    {
        static string? Level(string? text) => text is null ? null : KnownValues.Level(text) ?? text.ToLowerInvariant();
        return new TriageValues
        {
            Category = cells[TicketFieldName.Category]?.ToLowerInvariant(),
            Subcategory = cells[TicketFieldName.Subcategory]?.ToLowerInvariant(),
            RootCause = cells[TicketFieldName.RootCause]?.ToLowerInvariant(),
            Priority = Level(cells[TicketFieldName.Priority]),
            Urgency = Level(cells[TicketFieldName.Urgency]),
            Sentiment = cells[TicketFieldName.Sentiment] is { } sentiment ? KnownValues.Sentiment(sentiment) : null,
            Emotion = cells[TicketFieldName.Emotion]?.ToLowerInvariant(),
            Language = LanguageCell.Read(cells[TicketFieldName.Language]),
        };
    }

    private bool TryInstant(string text, DateOrder order, out DateTime? at)
    {
        at = null;
        if (DateCell.Read(text) is { } cell) return cell.TryResolve(order, zone, out at);
        return !text.Any(char.IsDigit);   // «TBD» or «never» say that there is no date
    }

    private int? Minutes(RowCells cells, TicketFieldName field) =>
        cells[field] is { } text && mapping.Of(field) is { } column ? DurationCell.Read(text, column.Column) : null;

    private static int? Count(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var count) && count <= int.MaxValue ? (int)count : null;
}
