using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>Gathers what the answer to a message needs to know: the moment, the zone, the values in sight, and what was said before.</summary>
internal sealed class OpenTurn(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, ValueIndexes values, RememberConversation conversations, TimeProvider clock)
{
    public async Task<QuestionTurn> RunAsync(Ask ask, CancellationToken ct) =>
        new(ask, await ContextAsync(ask, ct), await ValuesAsync(atOnce: false, ct), await conversations.RecallAsync(ask, ct));

    /// <summary>The same turn with the newest values; null where those it has are the newest.</summary>
    public async Task<QuestionTurn?> WithNewestAsync(QuestionTurn turn, CancellationToken ct) =>
        await ValuesAsync(atOnce: true, ct) is var newest && ReferenceEquals(newest, turn.Values) ? null : turn with { Values = newest };

    private Task<ValueIndex> ValuesAsync(bool atOnce, CancellationToken ct) => values.OfAsync(db, tenant.Id, caller.Visibility, atOnce, ct);

    private async Task<PlanContext> ContextAsync(Ask ask, CancellationToken ct)
    {
        var zone = ask.TimeZone ?? await db.TimeZoneOfAsync(tenant.Id, ct);
        var now = ask.AsOf is { } fixedAt ? Instant.FromDateTimeUtc(fixedAt.ToUniversalTime()) : Instant.FromDateTimeOffset(clock.GetUtcNow());
        return new PlanContext(new DateContext(now, DateTimeZoneProviders.Tzdb[zone]), ask.AsOf is null);
    }
}
