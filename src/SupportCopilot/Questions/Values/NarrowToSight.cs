using System.Collections.Concurrent;
using SupportCopilot.Access;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Compiling;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Vocabulary;
using SupportCopilot.Storage;
using SupportCopilot.Tickets.Values;

namespace SupportCopilot.Questions.Values;

/// <summary>
/// The values that some texts name, as far as a narrowed sight has a ticket with them. What is out of sight, and what nobody
/// looked for, is not in the index that comes out: it can be neither found nor offered. Each value is looked up once a
/// minute at most, by a statement that ends at the first ticket.
/// </summary>
internal sealed class NarrowToSight(SupportDbContext db, int tenantId, Visibility sight, ISqlDialect dialect, TimeProvider clock, ConcurrentDictionary<(string Dimension, string Value), SightVerdict> verdicts)
{
    private const int MostLookedUp = 60;   // a text of nothing but values is no question
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(1);

    // What the product knows of by itself tells nothing of a desk.
    private static readonly string[] OfNobody = ["status", "weekday", "sla", "hourOfDay"];
    private static readonly string[] Priorities = ["low", "normal", "high", "urgent"];

    /// <param name="whole">The values of the whole desk.</param>
    /// <param name="own">The tenant's own words.</param>
    /// <param name="texts">What will be read.</param>
    /// <param name="atOnce">Whether what was out of sight is looked for again: a word was not found, and may be new.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ValueIndex> RunAsync(ValueIndex whole, TenantWords own, IEnumerable<string> texts, bool atOnce, CancellationToken ct)
    {
        var named = texts.SelectMany(text => NamedIn(whole, own, text)).Distinct().ToList();
        var open = named.FindAll(value => !IsOfNobody(value) && !IsFresh(value, atOnce));
        if (open.Count > 0) await LookUpAsync(open.Take(MostLookedUp), ct);
        return whole.Only(named.Where(value => IsOfNobody(value) || IsInSight(value)));
    }

    /// <summary>The tenant's own words without the custom fields that no ticket in sight has; of fields that the texts do not name none is left.</summary>
    public async Task<TenantWords> RunAsync(TenantWords own, IEnumerable<string> texts, CancellationToken ct)
    {
        if (own.Fields.Count == 0) return own;
        var named = texts.SelectMany(text => Spans(text).SelectMany(own.Find)).Select(entry => entry.Part).OfType<DimensionPart>().Select(part => part.Name).ToHashSet();
        var fields = own.Fields.Where(field => named.Contains(field.Dimension)).Select(field => new KnownValue(ValueKinds.Field, field.Name, [field.Name])).ToList();
        var open = fields.FindAll(value => !IsFresh(value, atOnce: false));
        if (open.Count > 0) await LookUpAsync(open, ct);
        return own.WithFields([.. own.Fields.Where(field => named.Contains(field.Dimension) && IsInSight(new KnownValue(ValueKinds.Field, field.Name, [])))]);
    }

    private bool IsInSight(KnownValue value) => verdicts.TryGetValue(KeyOf(value), out var verdict) && verdict.IsInSight;

    private static (string, string) KeyOf(KnownValue value) => (value.Dimension, value.Value);

    private static IEnumerable<KnownValue> NamedIn(ValueIndex whole, TenantWords own, string text)
    {
        foreach (var key in Spans(text))
        {
            foreach (var match in whole.Find(key)) yield return match.Value;
            foreach (var (dimension, value) in own.FindValues(key))
                foreach (var match in whole.Said(dimension, value)) yield return match.Value;
        }

        foreach (var quoted in text.Split('"', '“', '”', '„', '«', '»'))
            foreach (var value in whole.Exactly(quoted)) yield return value;
    }

    private static IEnumerable<string> Spans(string text)
    {
        var words = WordReader.Read(text).Where(word => !word.IsMark).Select(word => word.Text).ToList();
        for (var start = 0; start < words.Count; start++)
            for (var count = 1; count <= ValueIndex.Longest && start + count <= words.Count; count++) yield return string.Join(' ', words.GetRange(start, count));
    }

    private bool IsFresh(KnownValue value, bool atOnce) =>
        verdicts.TryGetValue(KeyOf(value), out var verdict) && (verdict.IsInSight || !atOnce) && clock.GetElapsedTime(verdict.At) < GoodFor;

    private static bool IsOfNobody(KnownValue value) => OfNobody.Contains(value.Dimension) || value.Dimension == "priority" && Priorities.Contains(value.Value);

    private async Task LookUpAsync(IEnumerable<KnownValue> values, CancellationToken ct)
    {
        await using var connection = await QuestionConnection.OpenAsync(db, dialect, RunningLimits.Seconds, ct);
        foreach (var value in values)
        {
            var ids = value.Ids.Count == 0 ? NameIds.None : new NameIds(new Dictionary<(string, string), IReadOnlyList<long>> { [(value.Dimension, value.Value)] = value.Ids });
            var filter = value.Dimension == ValueKinds.Field
                ? new PlanFilter(Catalog.FieldPrefix + value.Value, "notEmpty", [])
                : new PlanFilter(value.Dimension, "is", value.Ids.Count == 0 ? value.Spellings : [value.Value]);
            var any = AnyTicket.With(filter, new CompileContext(tenantId, sight, dialect, ids));
            verdicts[KeyOf(value)] = new SightVerdict(await connection.CountAsync(any) > 0, clock.GetTimestamp());
        }
    }
}

/// <summary>Whether a sight has a ticket with a value.</summary>
/// <param name="IsInSight">Whether.</param>
/// <param name="At">When that was seen.</param>
internal sealed record SightVerdict(bool IsInSight, long At);
