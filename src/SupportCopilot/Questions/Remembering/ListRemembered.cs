using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Remembering;

/// <summary>Shows somebody how their doubtful words are read, and forgets what they want forgotten: their own alone.</summary>
public sealed class ListRemembered(SupportDbContext db, CurrentCaller caller)
{
    /// <summary>The caller's choices, the newest first.</summary>
    public async Task<IReadOnlyList<RememberedView>> RunAsync(CancellationToken ct) =>
        await Own().OrderByDescending(choice => choice.ChosenAt).ThenByDescending(choice => choice.Id).Select(choice => new RememberedView(choice.Id, choice.Words, choice.Label, choice.ChosenAt)).ToListAsync(ct);

    /// <summary>Forgets one; from then on the words are doubtful again.</summary>
    /// <returns>False for one that is not there, or is another's.</returns>
    public async Task<bool> ForgetAsync(long id, CancellationToken ct)
    {
        if (await Own().SingleOrDefaultAsync(choice => choice.Id == id, ct) is not { } found) return false;
        db.RememberedChoices.RemoveRange(await Own().Where(choice => choice.Words == found.Words).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
        return true;
    }

    private IQueryable<RememberedChoice> Own()
    {
        var person = caller.Value?.PersonId ?? 0;
        return db.RememberedChoices.Where(choice => choice.PersonId == person && person != 0);
    }
}

/// <summary>How somebody's words are read.</summary>
/// <param name="Id">What to forget it by.</param>
/// <param name="Words">The words.</param>
/// <param name="Label">What they are read as.</param>
/// <param name="ChosenAt">When that was chosen (UTC).</param>
public sealed record RememberedView(long Id, string Words, string Label, DateTime ChosenAt);
