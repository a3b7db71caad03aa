using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SupportCopilot.Storage;

/// <summary>Shows what left the product, newest first: above all what nobody could confirm.</summary>
public sealed class ListEffects(SupportDbContext db)
{
    /// <param name="state">Only those in this state; null for all.</param>
    /// <param name="limit">How many, 1–200.</param>
    /// <param name="after">The id that the page before ended with.</param>
    /// <param name="ct">Cancels the look-up.</param>
    public async Task<(IReadOnlyList<EffectRow> Rows, string? Next)> RunAsync(EffectState? state, int limit, long? after, CancellationToken ct)
    {
        var found = await db.Effects.AsNoTracking()
            .Where(e => (state == null || e.State == state) && (after == null || e.Id < after))
            .OrderByDescending(e => e.Id).Take(limit + 1).ToListAsync(ct);
        var next = found.Count > limit ? found[limit - 1].Id.ToString(CultureInfo.InvariantCulture) : null;
        return ([.. found.Take(limit).Select(EffectRow.Of)], next);
    }
}

/// <summary>One thing that left the product, or was meant to.</summary>
/// <param name="Id">Our own number.</param>
/// <param name="Intent">What was meant, such as <c>digest/3/2026-W12</c>.</param>
/// <param name="Target">Where it went, such as <c>conversation/7</c>.</param>
/// <param name="State">meant, sending, done, refused, unconfirmed or dismissed.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Detail">Why it did not go out, or is unconfirmed.</param>
/// <param name="CreatedAt">When it was first meant (UTC).</param>
/// <param name="UpdatedAt">When its state last changed (UTC).</param>
public sealed record EffectRow(long Id, string Intent, string Target, string State, int Attempts, string? Detail, DateTime CreatedAt, DateTime UpdatedAt)
{
    /// <summary>The row of an effect.</summary>
    public static EffectRow Of(Effect effect) => new(
        effect.Id, effect.Intent, effect.Target, NameOf(effect.State), effect.Attempts, effect.Detail, effect.CreatedAt, effect.UpdatedAt);

    /// <summary>The state of a name, or null when there is none.</summary>
    public static EffectState? StateOf(string name) =>
        Enum.GetValues<EffectState>().Where(state => NameOf(state) == name).Select(state => (EffectState?)state).FirstOrDefault();

    private static string NameOf(EffectState state) => state.ToString().ToLowerInvariant();
}
