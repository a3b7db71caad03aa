using SupportCopilot.Learning.Statistics;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Questions.Reasons.Asking;
using SupportCopilot.Questions.Reasons.Changes;
using SupportCopilot.Questions.Reasons.Themes;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Reasons;

/// <summary>
/// Answers why a figure changed: which part of the desk the difference lies in, and what those tickets are about. It says what went
/// along with the difference; what caused it no figure can tell. What did not change as was said is refused, with the figures.
/// </summary>
internal sealed class AnswerChange(GatherTickets gather, SplitChange split, CountGathered counted, FindThemes find, DescribeThemes describe)
{
    private static readonly string[] Dimensions = ["category", "subcategory", "product", "channel", "organization", "group", "priority", "language", "brand", "type"];
    private static readonly string[] Secondary = ["priority", "language", "type", "group", "brand"];
    private const double Less = 0.2;   // they follow from what tickets are about: named first only where they tell far more
    private const int DimensionsShown = 3;
    private const int ThemesShown = 4;
    private const int MostForThemes = 50_000;   // tickets of both periods; more take minutes and say the same

    public async Task<Outcome> RunAsync(string id, WhyAsk ask, WorkProgress progress, CancellationToken ct)
    {
        var before = ask.Before!;
        var measure = Catalog.Measure(ask.Plan.Measures[0].Name);
        var isChosen = ask.Topics.Count > 0;   // by what is said in them: those are counted here, and not by the database
        if (isChosen && measure.Name is not ("tickets" or "solved" or "reopened")) return Refuse(id, ask, $"I can count tickets about {WhyAnswers.About(ask)}, but not explain the {measure.Title} of them. Name a category or another value of the desk, or ask why there were more of them.");

        if (!ComesApart(measure)) return Refuse(id, ask, $"I cannot take {measure.Title} apart: the figures of its parts do not make up that of the whole. Ask for it by category or by agent in both periods.");

        var told = ToldOf(ask.Plan);
        var now = isChosen ? await gather.RunAsync(ask.Plan, ask.Topics, progress.Read, ct) : null;
        var was = isChosen ? await gather.RunAsync(PeriodOf(ask.Plan, before), ask.Topics, progress.Read, ct) : null;
        var (whole, wholeBefore) = isChosen ? (new ChangedFigure(now!.Count, now.Count, []), new ChangedFigure(was!.Count, was.Count, [])) : await split.WholeAsync(ask.Plan, before, ct);
        if (ProblemOf(ask, measure, whole, wholeBefore) is { } problem) return Refuse(id, ask, problem);

        // A median does not come apart into the medians of parts; the average does, and stands beside it.
        var apart = measure.Over is Aggregate.Percentile ? ask.Plan with { Measures = [Average(ask.Plan.Measures[0], measure)] } : ask.Plan;
        apart = apart with { Filters = [.. apart.Filters, .. Having(apart.Measures[0].Name)] };
        var (parted, partedBefore) = ReferenceEquals(apart.Measures, ask.Plan.Measures) ? (whole, wholeBefore) : await split.WholeAsync(apart, before, ct);
        var dimensions = await ByDimensionsAsync(ask, apart, before, parted, partedBefore, now, was, progress, ct);

        progress.Say(0.8, "finding themes");
        var themes = await ThemesAsync(ask, told, whole, wholeBefore, now, was, progress, ct);
        var best = dimensions.FirstOrDefault();
        var answer = new Answer(id, AnswerKind.Answer, Text(ask, measure, whole, wholeBefore, parted, partedBefore, dimensions, themes))
        {
            Interpretation = WhyAnswers.Interpretation(ask),
            Plan = ask.Shown,
            Columns = Columns(best, apart.Measures[0].Name),
            Rows = Rows(best, measure.AddsUp),
            Total = measure.AddsUp ? whole.Value : null,
            Tickets = new AnswerTickets((int)whole.Tickets, isChosen ? [.. now!.Take(5).Select(ticket => ticket.Id)] : whole.Sample, $"/api/questions/{id}/tickets"),
            Contributions = [.. dimensions.SelectMany(dimension => dimension.Parts.Select(part => new AnswerContribution(dimension.Dimension, part.Value, part.Now, part.Before, Math.Round(part.Contribution, 6))))],
            Themes = themes,
        };
        answer = answer with { Chart = ChartOf.OfParts(answer.Columns, answer.Rows) };
        return new Outcome(answer, isChosen
            ? WhyAnswers.Run(ask, answer, now!)
            : new PlanRun(ask.Plan, answer.Columns, answer.Rows, answer.Total, (int)whole.Tickets, whole.Sample));
    }

    private async Task<List<ChangeByDimension>> ByDimensionsAsync(
        WhyAsk ask, Plan apart, PlanPeriod before, ChangedFigure whole, ChangedFigure wholeBefore, IReadOnlyList<SpokenTicket>? now, IReadOnlyList<SpokenTicket>? was, WorkProgress progress, CancellationToken ct)
    {
        var fixedTo = ask.Plan.Filters.Where(filter => filter.Op == "is" && filter.Values.Select(value => value.ToLowerInvariant()).Distinct().Count() == 1).Select(filter => filter.Field).ToHashSet();
        var found = new List<ChangeByDimension>();
        foreach (var dimension in Dimensions.Where(dimension => !fixedTo.Contains(dimension)))
        {
            var parts = now is not null ? await counted.RunAsync(dimension, now, was!, ct) : await split.RunAsync(apart, before, dimension, whole, wholeBefore, ct);
            if (parts is not null) found.Add(parts);
            progress.Say(0.7, $"splitting by {Catalog.Dimension(dimension).Title}");
        }

        return [.. found.OrderByDescending(one => Math.Round(one.Concentration - (Secondary.Contains(one.Dimension) ? Less : 0), 3)).ThenBy(one => Array.IndexOf(Dimensions, one.Dimension)).Take(DimensionsShown)];
    }

    private async Task<IReadOnlyList<AnswerTheme>> ThemesAsync(
        WhyAsk ask, ToldTickets told, ChangedFigure whole, ChangedFigure wholeBefore, IReadOnlyList<SpokenTicket>? now, IReadOnlyList<SpokenTicket>? was, WorkProgress progress, CancellationToken ct)
    {
        if (whole.Tickets + wholeBefore.Tickets > MostForThemes) return [];
        var plan = told.Of(ask.Plan, wholeBefore.Value);
        now ??= await gather.RunAsync(plan, [], progress.Read, ct);
        was ??= await gather.RunAsync(PeriodOf(plan, ask.Before!), [], progress.Read, ct);
        var isUp = told.IsAll ? whole.Value > wholeBefore.Value : now.Count > was.Count;
        var groups = (await find.RunAsync(now, was, ask.Plan.Filters.Where(filter => filter.Op == "is").Select(filter => filter.Field).ToHashSet(), ct))
            .Where(group => isUp ? group.Now.Count > group.Before.Count : group.Before.Count > group.Now.Count)
            .OrderByDescending(group => Math.Abs(group.Now.Count - group.Before.Count)).Take(ThemesShown).ToList();
        progress.Say(0.95, "choosing quotes");
        return await describe.RunAsync(groups, ask.Topics, now.Count, was.Count, isExplained: told.IsAll, ct);
    }

    private static string? ProblemOf(WhyAsk ask, Measure measure, ChangedFigure whole, ChangedFigure before)
    {
        var (when, then) = (WhyAnswers.When(ask), WhyAnswers.BeforeWhen(ask));
        var name = Named(ask, measure);
        if (whole.Value is null || before.Value is null) return $"There is no {measure.Title} {(whole.Value is null ? when : then)}, so there is no change to explain.";
        var figures = $"{Figure(before.Value, measure)} {then}, {Figure(whole.Value, measure)} {when}";
        if (whole.Value == before.Value) return $"{name} did not change: {figures}.";
        if (ask.Up is { } up && whole.Value > before.Value != up) return $"{name} did not {(up ? "rise" : "drop")}: {figures}.";
        return null;
    }

    private static string Text(
        WhyAsk ask, Measure measure, ChangedFigure whole, ChangedFigure before, ChangedFigure parted, ChangedFigure partedBefore, IReadOnlyList<ChangeByDimension> dimensions, IReadOnlyList<AnswerTheme> themes)
    {
        var isUp = whole.Value > before.Value;
        var change = isUp ? "rise" : "drop";
        var parts = new List<string> { $"{Named(ask, measure)} {(isUp ? "rose" : "fell")} from {Figure(before.Value, measure)} {WhyAnswers.BeforeWhen(ask)} to {Figure(whole.Value, measure)} {WhyAnswers.When(ask)}{Percent(measure, whole, before)}." };
        var isCount = measure.AddsUp && measure.Unit == "tickets";
        if (isCount && measure.Clock != "open" && PoissonComparison.PValue((int)whole.Value!, (int)before.Value!) > 0.05) parts.Add("A difference of this size can be chance.");
        if (whole.Tickets < WhyAnswers.Small || before.Tickets < WhyAnswers.Small) parts.Add($"The sample is small ({FigureWords.Number(before.Tickets)} and {FigureWords.Count(whole.Tickets, "tickets")}); its parts say little.");
        if (!ReferenceEquals(whole, parted)) parts.Add($"The average, which unlike the median comes apart by its parts, went from {Figure(partedBefore.Value, measure)} to {Figure(parted.Value, measure)}.");
        foreach (var dimension in dimensions.Where(dimension => dimension.Concentration > 0.05))
        {
            var top = dimension.Parts.Where(part => !part.IsRest && part.Value is not null && part.Contribution > 0).MaxBy(part => part.Contribution - part.Weight);
            if (top is null) continue;
            var what = ReferenceEquals(whole, parted) ? $"the {change}" : $"the {(parted.Value > partedBefore.Value ? "rise" : "drop")} of the average";
            parts.Add($"By {Catalog.Dimension(dimension.Dimension).Title}, {top.Value} accounts for {FigureWords.Percent(top.Contribution)} of {what} ({Figure(top.Before, measure)} before, {Figure(top.Now, measure)} now).");
        }

        if (dimensions.All(dimension => dimension.Concentration <= 0.05)) parts.Add("It is spread over the desk: no category, product, channel or other part stands out.");
        if (themes.Count > 0) parts.Add($"What went along with it: {string.Join("; ", themes.Take(3).Select(theme => $"{theme.Name} ({theme.Before} before, {theme.Tickets} now)"))}.");
        parts.Add("These figures show what went together, not what caused it.");
        return string.Join(' ', parts);
    }

    private static string Percent(Measure measure, ChangedFigure whole, ChangedFigure before) =>
        measure.Unit == "share" || before.Value is 0 ? "" : $", {FigureWords.Change((whole.Value!.Value - before.Value!.Value) / before.Value.Value, measure.Unit)}";

    private static string Named(WhyAsk ask, Measure measure)
    {
        var name = measure.Name switch { "tickets" => "Tickets", _ => char.ToUpperInvariant(measure.Title[0]) + measure.Title[1..] };
        if (measure.Name == "share") name = "The share with " + string.Join(" and ", ask.Plan.Measures[0].Part.Select(Interpretation.Filter));
        var like = WhyAnswers.Like(ask);
        return like.Length == 0 || measure.AddsUp ? name + like : $"{name} of tickets{like}";
    }

    private static string Figure(double? value, Measure measure) => FigureWords.Of(value, measure.Unit);

    private static Plan PeriodOf(Plan plan, PlanPeriod before) => plan with { Compare = null, Before = null, From = before.From, To = before.To, Days = before.Days };

    /// <summary>Counts, sums, averages and shares do; a median by the average beside it. Different customers do not: one stands in several parts.</summary>
    private static bool ComesApart(Measure measure) => measure.Clock is "created" or "solved" or "updated" or "open" && measure.Over switch
    {
        Aggregate.Count or Aggregate.Sum => measure.AddsUp,
        Aggregate.Average or Aggregate.Share => measure.Clock != "open",
        Aggregate.Percentile => measure.Family is "csat" or "firstReply" or "resolution",
        _ => false,
    };

    private static PlanMeasure Average(PlanMeasure median, Measure known)
    {
        var average = Catalog.Measures.Single(other => other.Family == known.Family && other.Over is Aggregate.Average);
        return median with { Name = average.Name };
    }

    /// <summary>Only tickets that have what is averaged: their number is the weight of a part.</summary>
    private static IEnumerable<PlanFilter> Having(string measure) => measure switch
    {
        "csat" => [new PlanFilter("csat", "notEmpty", [])],
        "averageFirstReplyMinutes" => [new PlanFilter("firstReplyMinutes", "notEmpty", [])],
        "averageResolutionHours" => [new PlanFilter("resolutionMinutes", "notEmpty", [])],
        _ => [],
    };

    /// <summary>The tickets that tell what a change is about: of a rating the bad ones, of a rate those that make it.</summary>
    private static ToldTickets ToldOf(Plan plan) => plan.Measures[0].Name switch
    {
        "csat" => new(_ => [new PlanFilter("csat", "atMost", ["0.5"])]),
        "slaMet" => new(_ => [new PlanFilter("sla", "is", ["missed"])]),
        "reopenRate" => new(_ => [new PlanFilter("reopens", "atLeast", ["1"])]),
        "share" => new(_ => plan.Measures[0].Part),
        _ when Catalog.Measure(plan.Measures[0].Name).Family == "firstReply" => new(before => Slower("firstReplyMinutes", before)),
        _ when Catalog.Measure(plan.Measures[0].Name).Family == "resolution" => new(before => Slower("resolutionMinutes", before * 60)),
        _ => new(_ => []) { IsAll = true },
    };

    private static IReadOnlyList<PlanFilter> Slower(string field, double? than) =>
        than is { } minutes ? [new PlanFilter(field, "moreThan", [minutes.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture)])] : [];

    private static List<AnswerColumn> Columns(ChangeByDimension? best, string measure)
    {
        var known = Catalog.Measure(measure);
        List<AnswerColumn> figures = [new(measure, "measure", known.Unit), new(measure, "before", known.Unit), new(measure, "change", "share")];
        return best is null ? [] : [new(best.Dimension, "dimension"), .. figures, new("contribution", "contribution", "share")];
    }

    private static List<IReadOnlyList<object?>> Rows(ChangeByDimension? best, bool isWhole) => best is null ? [] : [.. best.Parts.Select(part => (IReadOnlyList<object?>)
    [
        part.Value, Cell(part.Now, isWhole), Cell(part.Before, isWhole),
        part.Before is { } was && part.Now is { } now && was != 0 ? Math.Round((now - was) / was, 6) : null,
        Math.Round(part.Contribution, 6),
    ])];

    private static object? Cell(double? value, bool isWhole) => value is not { } number ? null : isWhole ? (long)Math.Round(number) : Math.Round(number, 6);

    private static Outcome Refuse(string id, WhyAsk ask, string why) => new(new Answer(id, AnswerKind.Refusal, why) { Interpretation = WhyAnswers.Interpretation(ask), Plan = ask.Shown }, null);

    /// <summary>Which tickets tell of a change.</summary>
    private sealed record ToldTickets(Func<double?, IReadOnlyList<PlanFilter>> Demands)
    {
        /// <summary>Whether they are all tickets of the figure, so that their themes are parts of the difference.</summary>
        public bool IsAll { get; init; }

        public Plan Of(Plan plan, double? before)
        {
            var counted = plan.Measures[0].Clock == "solved" ? "solved" : plan.Measures[0].Clock == "open" ? "open" : plan.Measures[0].Name is "reopened" ? "reopened" : "tickets";
            return plan with { Measures = [new PlanMeasure(counted, plan.Measures[0].Clock)], Compare = null, Before = null, Filters = [.. plan.Filters, .. Demands(before)] };
        }
    }
}
