using SupportCopilot.Databases.Writing;
using SupportCopilot.Storage;

namespace SupportCopilot.Databases.SqlServer;

/// <summary>Threads, tags, fields and changes of a batch in SQL Server.</summary>
internal sealed class SqlServerTicketDetails(SqlServerStage stage, int tenantId)
{
    private static readonly (string Name, Type Type)[] Comment =
    [
        ("TicketId", typeof(long)), ("ExternalId", typeof(string)), ("Position", typeof(int)), ("AuthorId", typeof(long)),
        ("AuthorKind", typeof(int)), ("IsPublic", typeof(bool)), ("Body", typeof(string)), ("CreatedAt", typeof(long)),
    ];

    public async Task SaveAsync(IReadOnlyList<TicketPlan> plans, CancellationToken ct)
    {
        await SaveThreadsAsync(plans.Where(plan => plan.Comments is not null).ToList(), ct);
        await ReplaceAsync(
            "TicketTags", plans, plan => plan.Said.Tags, [("Tag", typeof(string))],
            tags => tags.Select(tag => Clip.To(tag, 200)).Distinct(StringComparer.OrdinalIgnoreCase).Select(tag => (object?[])[tag]), ct);
        await ReplaceAsync(
            "TicketFields", plans, plan => plan.Said.Fields, [("Name", typeof(string)), ("Value", typeof(string))],
            fields => fields.Select(field => (object?[])[Clip.To(field.Key, 200), field.Value]).DistinctBy(row => (string)row[0]!, StringComparer.OrdinalIgnoreCase), ct);
        await ReplaceAsync(
            "TicketChanges", plans, plan => plan.Said.Changes, [("At", typeof(long)), ("Field", typeof(string)), ("From", typeof(string)), ("To", typeof(string))],
            changes => changes.Select(change => (object?[])[UtcMilliseconds.ToMilliseconds(change.At), Clip.To(change.Field, 60), change.From, change.To]), ct);
    }

    private async Task SaveThreadsAsync(List<TicketPlan> plans, CancellationToken ct)
    {
        var emptied = plans.Where(plan => !plan.IsNew && plan.Comments!.Count == 0).Select(plan => (object?[])[plan.Id]).ToList();
        if (emptied.Count > 0)
        {
            await stage.FillAsync("EmptyThreads", [("Id", typeof(long))], emptied, ct);
            await stage.RunAsync(SqlServerTicketSql.EmptyThreads, ct);
        }

        var rows = plans.SelectMany(plan => plan.Comments!.Select(c => (object?[])
            [plan.Id, c.ExternalId, c.Position, c.AuthorId, (int)c.AuthorKind, c.IsPublic, c.Body, c.CreatedAt is { } at ? UtcMilliseconds.ToMilliseconds(at) : null])).ToList();
        if (rows.Count == 0) return;
        await stage.FillAsync("Comments", Comment, rows, ct);
        await stage.RunAsync(SqlServerTicketSql.PutComments, ct);
    }

    private async Task ReplaceAsync<T>(
        string table, IReadOnlyList<TicketPlan> plans, Func<TicketPlan, T?> said, (string Name, Type Type)[] columns, Func<T, IEnumerable<object?[]>> rows, CancellationToken ct) where T : class
    {
        var replaced = plans.Where(plan => said(plan) is not null).ToList();
        if (replaced.Count == 0) return;
        await stage.FillAsync(table, [("Id", typeof(long))], replaced.Where(plan => !plan.IsNew).Select(plan => (object?[])[plan.Id]), ct);
        await stage.RunAsync(SqlServerTicketSql.Replace(table), ct);
        await stage.CopyAsync(
            table, [("TenantId", typeof(int)), ("TicketId", typeof(long)), .. columns],
            replaced.SelectMany(plan => rows(said(plan)!).Select(row => (object?[])[tenantId, plan.Id, .. row])), ct);
    }
}
