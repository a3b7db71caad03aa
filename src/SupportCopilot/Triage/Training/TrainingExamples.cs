using Microsoft.EntityFrameworkCore;
using SupportCopilot.Learning.Classification;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Text;

namespace SupportCopilot.Triage.Training;

/// <summary>Texts, what stood beside them, and given labels of one field. Rare labels are left out: see <see cref="TrainClassifiers.MinOfLabel"/>.</summary>
/// <param name="Labelled">How many labelled tickets there are, those left out included.</param>
/// <param name="Texts">What was known when each ticket came in.</param>
/// <param name="Given">What each ticket was given that may speak for the field: see <see cref="GivenBeside"/>.</param>
/// <param name="Labels">The label of each text.</param>
internal sealed record TrainingExamples(int Labelled, IReadOnlyList<string> Texts, IReadOnlyList<IReadOnlyList<GivenValue>> Given, IReadOnlyList<string> Labels)
{
    public bool AreEnough => Texts.Count >= TrainClassifiers.MinExamples && Labels.Distinct().Count() >= 2;
}

/// <summary>
/// Reads what a tenant's tickets were labelled with, and what was known when they came in: the subject and the customer's
/// first message, and what it was given besides. What is said later is not read, for it is not there when a new ticket is
/// judged; what is only filled in at the end is left out for the same reason.
/// </summary>
internal sealed class LabelledTickets(SupportDbContext db)
{
    // What begins a ticket stands at its beginning; a customer who first speaks later was answered by the desk before.
    private const int LastOpeningPosition = 3;

    // A pasted log adds weight and hours, no topic.
    private const int LongestText = 4_000;
    private const int IdsPerQuery = 500;

    private readonly Dictionary<long, string> _texts = [];
    private readonly Dictionary<long, List<GivenValue>> _given = [];

    /// <summary>How many tickets the desk has labelled, by field.</summary>
    public async Task<IReadOnlyDictionary<TriageField, int>> CountAsync(CancellationToken ct)
    {
        var counts = new Dictionary<TriageField, int>();
        foreach (var field in TrainClassifiers.Fields) counts[field] = await Of(field).CountAsync(ct);
        return counts;
    }

    /// <summary>The newest labelled tickets of a field, at most <see cref="TrainClassifiers.MaxExamples"/>.</summary>
    public async Task<TrainingExamples> ReadAsync(TriageField field, CancellationToken ct)
    {
        var name = field.ToString();
        var labelled = await Of(field)
            .OrderByDescending(t => t.CreatedAt).ThenByDescending(t => t.Id)
            .Take(TrainClassifiers.MaxExamples)
            .Select(t => new { t.Id, t.Subject, t.Status, Columns = new GivenColumns(t.Type, t.Channel, t.Product, t.Brand, t.Given.Category, t.Given.Subcategory), Label = EF.Property<string>(t.Given, name) })
            .ToListAsync(ct);
        var count = labelled.Count;
        var frequent = labelled.CountBy(row => row.Label).Where(pair => pair.Value >= TrainClassifiers.MinOfLabel).Select(pair => pair.Key).ToHashSet();
        labelled = [.. labelled.Where(row => frequent.Contains(row.Label))];

        foreach (var chunk in labelled.Where(row => !_texts.ContainsKey(row.Id)).Chunk(IdsPerQuery))
        {
            List<long> ids = [.. chunk.Select(row => row.Id)];
            var openings = await OpeningsAsync(ids, ct);
            var fields = await FieldsAsync(ids, ct);
            foreach (var row in chunk) (_texts[row.Id], _given[row.Id]) = (Opening(row.Subject, openings[row.Id]), GivenBeside.Of(row.Columns, fields[row.Id]));
        }

        var worded = labelled.Where(row => _texts[row.Id].Length > 0).ToList();
        var seen = GivenBeside.SeenInWork([.. worded.Select(row => (TicketStatus.IsUnsolved(row.Status), (IReadOnlyList<GivenValue>)_given[row.Id]))]);
        seen.RemoveWhere(given => !GivenBeside.MaySpeakFor(field, given));
        return new TrainingExamples(
            count, [.. worded.Select(row => _texts[row.Id])], [.. worded.Select(row => _given[row.Id].FindAll(value => seen.Contains(value.Field)))], [.. worded.Select(row => row.Label)]);
    }

    private IQueryable<Ticket> Of(TriageField field)
    {
        var name = field.ToString();
        return db.Tickets.AsNoTracking().Where(t => t.Status != TicketStatus.Deleted && EF.Property<string>(t.Given, name) != null);
    }

    private async Task<ILookup<long, Comment>> OpeningsAsync(List<long> ids, CancellationToken ct)
    {
        var comments = await db.Comments.AsNoTracking()
            .Where(c => ids.Contains(c.TicketId) && c.AuthorKind == AuthorKind.Requester && c.IsPublic && c.Position <= LastOpeningPosition)
            .ToListAsync(ct);
        return comments.ToLookup(comment => comment.TicketId);
    }

    private async Task<ILookup<long, TicketField>> FieldsAsync(List<long> ids, CancellationToken ct) =>
        (await db.TicketFields.AsNoTracking().Where(f => ids.Contains(f.TicketId)).ToListAsync(ct)).ToLookup(field => field.TicketId);

    private static string Opening(string subject, IEnumerable<Comment> comments)
    {
        var text = TicketText.Of(subject, comments).AtCreation;
        return text.Length <= LongestText ? text : text[..LongestText];
    }
}
