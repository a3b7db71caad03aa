using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Replies.Threads;
using SupportCopilot.Storage;

namespace SupportCopilot.Replies.Outlook;

/// <summary>Tells how likely a ticket goes wrong and when it will be solved, with the reasons.</summary>
public sealed class TellOutlook
{
    private readonly SupportDbContext db;
    private readonly CurrentTenant tenant;
    private readonly CurrentCaller caller;
    private readonly OutlooksKept kept;
    private readonly TimeProvider clock;

    internal TellOutlook(SupportDbContext db, CurrentTenant tenant, CurrentCaller caller, OutlooksKept kept, TimeProvider clock) =>
        (this.db, this.tenant, this.caller, this.kept, this.clock) = (db, tenant, caller, kept, clock);

    private const double Low = 0.1, High = 0.9;
    private const double TellingOdds = 0.1;       // log-odds: a tenth more or less is not worth a line
    private const double TellingFactor = 0.15;    // log of the factor in time
    private const int MostReasons = 3;

    /// <summary>How it does; null before anything was learned, and for who sees only a part of the desk.</summary>
    public async Task<OutlookFigures?> FiguresAsync(CancellationToken ct)
    {
        if (!SeesAll || await ModelAsync(ct) is not { } model) return null;
        return new OutlookFigures(await db.Outlooks.Select(o => o.Tickets).SingleAsync(ct), model.Risk?.Figures, model.Time?.Figures);
    }

    internal async Task<(RiskOutlook? Risk, TimeOutlook? Time)> OfAsync(TicketThread thread, CancellationToken ct)
    {
        var ticket = thread.Ticket;
        if (thread.IsDone || await ModelAsync(ct) is not { } model) return (null, null);
        var values = ReadFacts.Of(ticket);
        return (model.Risk is { } risk ? Risk(risk, values) : null, model.Time is { } time && ticket.CreatedAt is { } at ? Time(time, values, at) : null);
    }

    private RiskOutlook Risk(RiskModel model, IReadOnlyDictionary<string, string> values)
    {
        var (chance, usual) = (model.ChanceOf(values), model.Means.Overall);
        var because = model.Figures.IsBetter ? Reasons(model.Weights, model.Inputs(values), values, model.Means, TellingOdds, mean => mean) : [];
        return new RiskOutlook(Math.Round(chance, 3), Math.Round(usual, 3), chance >= 2 * usual || chance >= 0.5 ? "high" : chance >= 1.3 * usual ? "medium" : "low",
            because.ConvertAll(reason => reason.OfRisk()), SeesAll ? model.Figures : null)
        { Because = because };
    }

    private TimeOutlook Time(TimeModel model, IReadOnlyDictionary<string, string> values, DateTime createdAt)
    {
        var elapsed = (clock.GetUtcNow().UtcDateTime - createdAt).TotalMinutes;
        var because = model.Figures.IsBetter ? Reasons(model.Weights, model.Inputs(values), values, model.Means, TellingFactor, Math.Exp) : [];
        DateTime By(double share) => createdAt.AddMinutes(Math.Min(model.Quantile(values, share, Math.Max(0, elapsed)), MostMinutes));
        return new TimeOutlook(By(0.5), By(Low), By(High), Math.Round(Math.Exp(model.Means.Overall)), because.ConvertAll(reason => reason.OfTime()), SeesAll ? model.Figures : null)
        { Because = because };
    }

    private const double MostMinutes = 60 * 24 * 365 * 10;

    /// <summary>Figures count tickets of the whole desk: who sees only a part of it is told in words alone.</summary>
    private bool SeesAll => caller.Visibility.IsEverything;

    private List<OutlookReason> Reasons(
        double[] weights, double[] inputs, IReadOnlyDictionary<string, string> values, FieldMeans means, double least, Func<double, double> shown) =>
    [
        .. OutlookFields.All.Select((field, i) => (Field: field, By: weights[i + 1] * inputs[i])).Where(reason => Math.Abs(reason.By) >= least && values.ContainsKey(reason.Field))
            .OrderByDescending(reason => Math.Abs(reason.By)).Take(MostReasons)
            .Select(reason => OutlookReason.Of(reason.Field, values[reason.Field], reason.By > 0, SeesAll ? (Math.Round(shown(means.Of(reason.Field, values)), 3), Math.Round(shown(means.Overall), 3)) : null)),
    ];

    private async Task<OutlookModel?> ModelAsync(CancellationToken ct)
    {
        var learnedAt = await db.Outlooks.AsNoTracking().Select(o => (DateTime?)o.LearnedAt).SingleOrDefaultAsync(ct);
        if (learnedAt is not { } at) return null;
        if (kept.Of(tenant.Id, at) is { } known) return known;
        var json = await db.Outlooks.AsNoTracking().Select(o => o.Model).SingleAsync(ct);
        return kept.Keep(tenant.Id, at, JsonSerializer.Deserialize(json, OutlookJson.Default.OutlookModel)!);
    }
}

/// <summary>The models read so far, by tenant; one learned anew takes the place of the old one.</summary>
internal sealed class OutlooksKept
{
    private readonly ConcurrentDictionary<int, (DateTime At, OutlookModel Model)> _kept = new();

    public OutlookModel? Of(int tenantId, DateTime learnedAt) => _kept.TryGetValue(tenantId, out var found) && found.At == learnedAt ? found.Model : null;

    public OutlookModel Keep(int tenantId, DateTime learnedAt, OutlookModel model)
    {
        _kept[tenantId] = (learnedAt, model);
        return model;
    }
}

/// <summary>How likely a ticket goes wrong: is reopened, misses its service level, or is rated badly.</summary>
/// <param name="Chance">0–1.</param>
/// <param name="Usual">The share of all the desk's tickets that do.</param>
/// <param name="Level">low, medium or high.</param>
/// <param name="Reasons">What speaks for more or less than usual, the strongest first.</param>
/// <param name="Judged">How such chances did on tickets not learned from; null for who sees only a part of the desk.</param>
public sealed record RiskOutlook(double Chance, double Usual, string Level, IReadOnlyList<string> Reasons, RiskFigures? Judged)
{
    /// <summary>The reasons in parts.</summary>
    public IReadOnlyList<OutlookReason> Because { get; init; } = [];
}

/// <summary>When a ticket is expected to be solved (UTC).</summary>
/// <param name="At">Half of such tickets are solved by then.</param>
/// <param name="From">A tenth of them are solved before.</param>
/// <param name="To">Nine tenths of them are solved by then.</param>
/// <param name="UsualMinutes">What tickets of the desk usually take (geometric mean).</param>
/// <param name="Reasons">What speaks for longer or shorter than usual, the strongest first.</param>
/// <param name="Judged">How such times did on tickets not learned from; null for who sees only a part of the desk.</param>
public sealed record TimeOutlook(DateTime At, DateTime From, DateTime To, double UsualMinutes, IReadOnlyList<string> Reasons, TimeFigures? Judged)
{
    /// <summary>The reasons in parts.</summary>
    public IReadOnlyList<OutlookReason> Because { get; init; } = [];
}
