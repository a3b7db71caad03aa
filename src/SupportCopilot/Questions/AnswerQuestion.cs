using System.Diagnostics;
using NodaTime;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Running;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions;

/// <summary>Answers a manager's question: parse → plan → compile → run → check → answer.</summary>
public sealed class AnswerQuestion
{
    private readonly SupportDbContext _db;
    private readonly CurrentTenant _tenant;
    private readonly CurrentCaller _caller;
    private readonly TimeProvider _clock;
    private readonly ValueIndexes _values;
    private readonly RunPlan _run;
    private readonly OfferChoices _offer;

    internal AnswerQuestion(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, TimeProvider clock, ValueIndexes values, RunPlan run, OfferChoices offer) =>
        (_db, _tenant, _caller, _clock, _values, _run, _offer) = (db, tenant, caller, clock, values, run, offer);

    /// <summary>Answers within the sight of the scope's caller, and keeps the answer.</summary>
    /// <exception cref="ArgumentException">The text is empty or longer than <see cref="Ask.MostCharacters"/>, or the zone is none; the message says which.</exception>
    public async Task<Answer> RunAsync(Ask ask, CancellationToken ct)
    {
        if (ask.Problem is { } problem) throw new ArgumentException(problem, nameof(ask));
        var started = Stopwatch.GetTimestamp();
        var context = await ContextAsync(ask, ct);

        var (values, read) = await ReadAsync(ask.Text, context, ct);
        var (answer, only) = read.Readings.Count == 0
            ? (await _offer.ForUnreadAsync(ask.Text, read, values, context, ct), null)
            : read.Close.Count > 1 && await _offer.BetweenAsync(ask.Text, read.Close, values, context, ct) is { } choices
                ? (choices, null)
                : await ComputedAsync(read, ct);

        answer = answer with { ElapsedMs = Math.Round(Stopwatch.GetElapsedTime(started).TotalMilliseconds, 1) };
        await KeepAsync(ask, answer, only, ct);
        return answer;
    }

    private async Task<PlanContext> ContextAsync(Ask ask, CancellationToken ct)
    {
        var zone = ask.TimeZone ?? await _db.TimeZoneOfAsync(_tenant.Id, ct);
        var now = ask.AsOf is { } fixedAt ? Instant.FromDateTimeUtc(fixedAt.ToUniversalTime()) : Instant.FromDateTimeOffset(_clock.GetUtcNow());
        return new PlanContext(new DateContext(now, DateTimeZoneProviders.Tzdb[zone]), ask.AsOf is null);
    }

    /// <summary>Reads the question; where a word was not found, once more with the newest values.</summary>
    private async Task<(ValueIndex Values, ReadResult Read)> ReadAsync(string text, PlanContext context, CancellationToken ct)
    {
        var values = await _values.OfAsync(_db, _tenant.Id, _caller.Visibility, atOnce: false, ct);
        var read = ReadQuestion.Of(text, values, context);
        if (read.Unplaced.Count == 0) return (values, read);
        var newest = await _values.OfAsync(_db, _tenant.Id, _caller.Visibility, atOnce: true, ct);
        return ReferenceEquals(newest, values) ? (values, read) : (newest, ReadQuestion.Of(text, newest, context));
    }

    private async Task<(Answer, PlanRun?)> ComputedAsync(ReadResult read, CancellationToken ct)
    {
        var reading = read.Readings[0];
        try
        {
            var run = await _run.RunAsync(reading.Plan, ct);
            return (ComposeAnswer.Of(NewId(), reading, read.Readings, run), run);
        }
        catch (TimeoutException)
        {
            return (Refusals.TooSlow(NewId(), reading), null);
        }
        catch (ArgumentException impossible)
        {
            return (Refusals.Impossible(NewId(), reading, impossible), null);
        }
    }

    private async Task KeepAsync(Ask ask, Answer answer, PlanRun? run, CancellationToken ct)
    {
        _db.Questions.Add(KeptAnswer.Of(ask, answer, run, _caller.Value?.PersonId, _clock.GetUtcNow().UtcDateTime));
        await _db.SaveChangesAsync(ct);
    }

    internal static string NewId() => Guid.NewGuid().ToString("N");
}

/// <summary>A question as it is asked.</summary>
/// <param name="Text">The words; at most <see cref="MostCharacters"/>.</param>
public sealed record Ask(string Text)
{
    /// <summary>The longest question that is read.</summary>
    public const int MostCharacters = 2000;

    /// <summary>The asker's own id of the conversation, which carries follow-ups; at most 300 characters.</summary>
    public string? Conversation { get; init; }

    /// <summary>The zone of the asker's days, by IANA name; null takes the tenant's.</summary>
    public string? TimeZone { get; init; }

    /// <summary>What relative dates are relative to (UTC); null for now.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Problem =>
        string.IsNullOrWhiteSpace(Text) ? "There is no question; write one as text."
        : Text.Length > MostCharacters ? $"The question is longer than {MostCharacters:N0} characters; ask it in fewer."
        : Conversation is { Length: > 300 } ? "The conversation's id is longer than 300 characters."
        : TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null ? $"\"{(zone.Length > 60 ? zone[..60] : zone)}\" is no time zone; use an IANA name such as Europe/London."
        : null;
}
