using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.FollowUps;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Remembering;
using SupportCopilot.Questions.Values;
using SupportCopilot.Questions.Vocabulary;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>Gathers what the answer to a message needs to know: the moment, the zone, the values in sight, and what was said before.</summary>
internal sealed class OpenTurn(SupportDbContext db, CurrentTenant tenant, ValuesInSight values, RememberConversation conversations, RememberReadings remembered, TimeProvider clock)
{
    public async Task<QuestionTurn> RunAsync(Ask ask, CancellationToken ct)
    {
        var (known, own) = await values.ForAsync([ask.Text], atOnce: false, ct);
        var chosen = await remembered.OfCallerAsync(ct);
        return new(ask, await ContextAsync(ask, own, chosen, ct), known, await conversations.RecallAsync(ask, ct)) { Remembered = chosen };
    }

    /// <summary>The same turn with the newest values; null where those it has are the newest.</summary>
    public async Task<QuestionTurn?> WithNewestAsync(QuestionTurn turn, CancellationToken ct)
    {
        var (newest, own) = await values.ForAsync([turn.Ask.Text], atOnce: true, ct);
        return ReferenceEquals(newest, turn.Values) ? null : turn with { Values = newest, Context = turn.Context with { Words = own } };
    }

    /// <summary>The same turn with other words, which stand for those that were said.</summary>
    public async Task<QuestionTurn> WithTextAsync(QuestionTurn turn, string text, CancellationToken ct)
    {
        var (known, own) = await values.ForAsync([text], atOnce: false, ct);
        return turn with { Ask = turn.Ask with { Text = text }, Before = null, Values = known, Context = turn.Context with { Words = own } };
    }

    private async Task<PlanContext> ContextAsync(Ask ask, TenantWords own, IReadOnlyList<RememberedChoice> chosen, CancellationToken ct)
    {
        var zone = ask.TimeZone ?? await db.TimeZoneOfAsync(tenant.Id, ct);
        var now = ask.AsOf is { } fixedAt ? Instant.FromDateTimeUtc(fixedAt.ToUniversalTime()) : Instant.FromDateTimeOffset(clock.GetUtcNow());
        return new PlanContext(new DateContext(now, DateTimeZoneProviders.Tzdb[zone], OtherWeek.StartIn(chosen) ?? own.Calendar.WeekStart, own.Calendar.FiscalYearStart), ask.AsOf is null) { Words = own };
    }
}
