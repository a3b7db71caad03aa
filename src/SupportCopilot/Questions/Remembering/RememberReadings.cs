using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Values;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Remembering;

/// <summary>
/// Learns how a person wants doubtful words read, and reads by it. A choice is made by asking the very words that it was
/// offered in, as the person's next question; a button in Teams sends the same words. Nobody writes those by chance: values
/// stand in quotes, days in digits. Anything asked in between, and the moment is over.
/// </summary>
internal sealed class RememberReadings(SupportDbContext db, CurrentCaller caller, ValuesInSight inSight, TimeProvider clock)
{
    private static readonly TimeSpan RightAfter = TimeSpan.FromMinutes(30);

    /// <summary>What the caller chose before, the newest first; nothing for commands and jobs, which are nobody.</summary>
    public async Task<IReadOnlyList<RememberedChoice>> OfCallerAsync(CancellationToken ct) => caller.Value is { PersonId: > 0 and var person }
        ? await db.RememberedChoices.AsNoTracking().Where(choice => choice.PersonId == person).OrderByDescending(choice => choice.ChosenAt).ToListAsync(ct)
        : [];

    /// <summary>Remembers the reading where a message is a choice that was just offered; saved with the answer.</summary>
    public async Task LearnAsync(QuestionTurn turn, CancellationToken ct)
    {
        if (caller.Value is not { PersonId: > 0 and var person } || !ChosenReading.MayBe(turn.Ask.Text) || await BeforeAsync(turn.Ask, person, ct) is not { } asked) return;
        var (values, own) = await inSight.ForAsync([asked, turn.Ask.Text], atOnce: false, ct);
        if (ChosenReading.Of(asked, turn.Ask.Text, values, turn.Context with { Words = own }) is not { } chosen) return;

        var known = await db.RememberedChoices.FirstOrDefaultAsync(choice => choice.PersonId == person && choice.Words == chosen.Words, ct);
        if (known is null) db.RememberedChoices.Add(known = new RememberedChoice { PersonId = person, Words = chosen.Words, Reading = chosen.Reading, Label = chosen.Label });
        (known.Reading, known.Label, known.ChosenAt) = (chosen.Reading, chosen.Label, clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The person's last question, where it was asked right before, in this conversation or outside of any.</summary>
    private async Task<string?> BeforeAsync(Ask ask, long person, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime - RightAfter;
        var last = await db.Questions.AsNoTracking().Where(q => q.PersonId == person && q.AskedAt >= since).OrderByDescending(q => q.AskedAt)
            .Select(q => new { q.Text, q.Conversation }).FirstOrDefaultAsync(ct);
        return last is null || last.Conversation != ask.Conversation && last.Conversation is not null && ask.Conversation is not null ? null : last.Text;
    }
}
