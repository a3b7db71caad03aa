using System.Globalization;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Running;
using SupportCopilot.Storage;
using SupportCopilot.Tickets;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// Reads all tickets of a tenant for their values and brings the kept rows in line: for a desk from before there were such
/// rows, and once a day to let go of what no ticket has any more. One pass over the tickets where rows are added up by the
/// program, else a grouping for each dimension.
/// </summary>
public sealed class CountValues(SupportDbContext db, CurrentTenant tenant, ISqlDialect dialect, TimeProvider clock)
{
    private const int MostSeconds = 300;
    private static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Counts where that was last done a day ago, or never.</summary>
    public async Task RunIfDueAsync(CancellationToken ct)
    {
        var last = await db.TicketValues.Where(v => v.Dimension == ValueKinds.Counted).Select(v => v.Value).FirstOrDefaultAsync(ct);
        var isRecent = DateTime.TryParseExact(last, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) && clock.GetUtcNow().UtcDateTime - at < Every;
        if (!isRecent) await RunAsync(ct);
    }

    /// <summary>Reads all tickets and brings the rows in line with them.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        var newest = await db.TicketValues.OrderByDescending(v => v.Id).Select(v => v.Id).FirstOrDefaultAsync(ct);
        var seen = await SeenAsync(ct);
        var gone = await BringInLineAsync(seen, newest, ct);
        // A ticket may have got such a value while the others were read: its writer found the row still there.
        foreach (var row in gone.Where(row => row.Dimension != ValueKinds.Counted))
            if (await IsThereAsync(row, ct)) db.TicketValues.Add(new TicketValue { Dimension = row.Dimension, Value = row.Value });
        await db.SaveUncontestedAsync(ct);
    }

    private async Task<List<TicketValue>> BringInLineAsync(HashSet<(string, string)> seen, long newest, CancellationToken ct)
    {
        var rows = await db.TicketValues.OrderBy(v => v.Id).ToListAsync(ct);
        var kept = new HashSet<(string, string)>();
        var gone = rows.FindAll(row => row.Id <= newest && !seen.Contains((row.Dimension, row.Value)) || !kept.Add((row.Dimension, row.Value)));
        db.TicketValues.RemoveRange(gone);
        foreach (var (dimension, value) in seen.Where(value => !kept.Contains(value))) db.TicketValues.Add(new TicketValue { Dimension = dimension, Value = value });
        db.TicketValues.Add(new TicketValue { Dimension = ValueKinds.Counted, Value = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture) });
        await db.SaveUncontestedAsync(ct);   // another process may be counting too, and have taken the same rows away
        return [.. gone.Where(row => !kept.Contains((row.Dimension, row.Value)))];
    }

    private async Task<bool> IsThereAsync(TicketValue row, CancellationToken ct)
    {
        var isNumber = long.TryParse(row.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        if (row.Dimension == ValueKinds.Agent) return isNumber && await db.Tickets.AnyAsync(t => t.AssigneeId == id, ct);
        if (row.Dimension == ValueKinds.Group) return isNumber && await db.Tickets.AnyAsync(t => t.GroupId == id, ct);
        if (row.Dimension == ValueKinds.Requester) return isNumber && await db.Tickets.AnyAsync(t => t.RequesterId == id, ct);
        if (row.Dimension is ValueKinds.Field or ValueKinds.FieldOfText or ValueKinds.FieldOfMany) return await db.TicketFields.AnyAsync(f => f.Name == row.Value, ct);
        var filter = new Planning.PlanFilter(row.Dimension, "is", [row.Value]);
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, MostSeconds, ct);
        return await connection.CountAsync(AnyTicket.With(filter, Context)) > 0;
    }

    private CompileContext Context => new(tenant.Id, Visibility.Everything, dialect, NameIds.None);

    private async Task<HashSet<(string, string)>> SeenAsync(CancellationToken ct)
    {
        var seen = new SeenValues();
        var tickets = db.Tickets.AsNoTracking().Where(t => t.Status != TicketStatus.Deleted);
        var requesters = dialect.Rows is not null ? await AddInOnePassAsync(seen, ct) : await AddOneByOneAsync(seen, tickets, ct);
        foreach (var tag in await db.TicketTags.Select(tag => tag.Tag).Distinct().ToListAsync(ct)) seen.AddTag(tag);
        await foreach (var field in db.TicketFields.Select(field => new { field.Name, field.Value }).Distinct().AsAsyncEnumerable().WithCancellation(ct)) seen.AddField(field.Name, field.Value);

        var all = seen.All.ToHashSet();
        foreach (var (name, values) in seen.Fields)
        {
            if (values.Count >= ValueKinds.MostOfField) all.Add((ValueKinds.FieldOfMany, name));
            else foreach (var value in values) all.Add((ValueKinds.Of(name), value));
        }

        foreach (var id in requesters.Select(id => id.ToString(CultureInfo.InvariantCulture)))
            if (all.Contains((ValueKinds.Agent, id))) all.Add((ValueKinds.Requester, id));
        return all;
    }

    /// <summary>The distinct values of all columns at once; linear in the tickets.</summary>
    private async Task<List<long>> AddInOnePassAsync(SeenValues seen, CancellationToken ct)
    {
        var columns = SeenValues.Columns.Select(column => Catalog.Dimension(column.Dimension).Column).Concat(["t.AssigneeId", "t.GroupId", "t.RequesterId"]).ToList();
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, MostSeconds, ct);
        var found = connection.Distinct(new PlanCompiler(Context).Columns(columns), columns.Count);
        for (var i = 0; i < SeenValues.Columns.Count; i++)
            foreach (var value in found[i].OfType<string>()) seen.Add(SeenValues.Columns[i].Dimension, value);
        foreach (var id in found[^3].OfType<long>()) seen.AddAgent(id);
        foreach (var id in found[^2].OfType<long>()) seen.AddGroup(id);
        return [.. found[^1].OfType<long>()];
    }

    private static async Task<List<long>> AddOneByOneAsync(SeenValues seen, IQueryable<Ticket> tickets, CancellationToken ct)
    {
        await AddAsync("type", t => t.Type);
        await AddAsync("status", t => t.Status);
        await AddAsync("channel", t => t.Channel);
        await AddAsync("product", t => t.Product);
        await AddAsync("brand", t => t.Brand);
        await AddAsync("category", t => t.Given.Category ?? t.Predicted.Category);
        await AddAsync("subcategory", t => t.Given.Subcategory ?? t.Predicted.Subcategory);
        await AddAsync("priority", t => t.Given.Priority ?? t.Predicted.Priority);
        await AddAsync("urgency", t => t.Given.Urgency ?? t.Predicted.Urgency);
        await AddAsync("sentiment", t => t.Given.Sentiment ?? t.Predicted.Sentiment);
        await AddAsync("emotion", t => t.Given.Emotion ?? t.Predicted.Emotion);
        await AddAsync("language", t => t.Given.Language ?? t.Predicted.Language);
        await AddAsync("rootCause", t => t.Given.RootCause ?? t.Predicted.RootCause);
        foreach (var id in await tickets.Where(t => t.AssigneeId != null).Select(t => t.AssigneeId!.Value).Distinct().ToListAsync(ct)) seen.AddAgent(id);
        foreach (var id in await tickets.Where(t => t.GroupId != null).Select(t => t.GroupId!.Value).Distinct().ToListAsync(ct)) seen.AddGroup(id);
        return await tickets.Where(t => t.RequesterId != null).Select(t => t.RequesterId!.Value).Distinct().ToListAsync(ct);

        async Task AddAsync(string dimension, Expression<Func<Ticket, string?>> column)
        {
            foreach (var value in await tickets.Select(column).Distinct().ToListAsync(ct))
                if (value is not null) seen.Add(dimension, value);
        }
    }
}
