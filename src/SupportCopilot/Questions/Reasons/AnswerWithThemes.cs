using SupportCopilot.Learning.Statistics;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Questions.Reasons.Asking;
using SupportCopilot.Questions.Reasons.Themes;

namespace SupportCopilot.Questions.Reasons;

/// <summary>Answers what tickets have in common: themes with their shares, their moods, and what became of them since the period before.</summary>
internal sealed class AnswerWithThemes(GatherTickets gather, FindThemes find, DescribeThemes describe, PickQuotes quotes)
{
    private const int Shown = 6;
    private const int Quoted = 3;   // where there are no themes to stand under
    private const string Rest = "(other)";

    public async Task<Outcome> RunAsync(string id, WhyAsk ask, WorkProgress progress, CancellationToken ct)
    {
        var now = await gather.RunAsync(ask.Plan, ask.Topics, progress.Read, ct);
        var before = ask.Before is { } period ? await gather.RunAsync(PeriodOf(ask, period), ask.Topics, progress.Read, ct) : null;
        progress.Say(0.75, "finding themes");
        var groups = await find.RunAsync(now, before ?? [], ask.Plan.Filters.Where(filter => filter.Op == "is").Select(filter => filter.Field).ToHashSet(), ct);
        progress.Say(0.9, "choosing quotes");
        var themes = await describe.RunAsync([.. groups.Where(group => group.Now.Count > 0).Take(Shown)], [.. ask.Topics, .. ask.Hints], now.Count, before?.Count, isExplained: false, ct);

        var answer = new Answer(id, AnswerKind.Answer, Text(ask, now, before, themes))
        {
            Interpretation = WhyAnswers.Interpretation(ask),
            Plan = ask.Shown,
            Columns = Columns(before is not null),
            Rows = Rows(themes, now.Count, before?.Count),
            Total = now.Count,
            Tickets = WhyAnswers.Tickets(id, now),
            Themes = themes,
            Quotes = themes.Count > 0 ? null : await quotes.RunAsync(now, ask.Topics, Quoted, ct),
        };
        answer = answer with { Chart = ChartOf.OfParts(answer.Columns, answer.Rows) };
        return new Outcome(answer, WhyAnswers.Run(ask, answer, now));
    }

    private static Planning.Plan PeriodOf(WhyAsk ask, Planning.PlanPeriod before) => ask.Plan with { From = before.From, To = before.To, Days = before.Days };

    private static List<AnswerColumn> Columns(bool isCompared)
    {
        List<AnswerColumn> columns = [new("theme", "dimension"), new("tickets", "measure", "tickets")];
        if (isCompared) columns.AddRange([new("tickets", "before", "tickets"), new("tickets", "change", "share")]);
        columns.Add(new("shareOfAll", "measure", "share"));
        return columns;
    }

    /// <summary>A row for each theme and one for the rest, so that they add up to all tickets.</summary>
    private static List<IReadOnlyList<object?>> Rows(IReadOnlyList<AnswerTheme> themes, int now, int? before)
    {
        var rows = themes.Select(theme => Row(theme.Name, theme.Tickets, before is null ? null : theme.Before, now)).ToList();
        var (rest, restBefore) = (now - themes.Sum(theme => theme.Tickets), before - themes.Sum(theme => theme.Before ?? 0));
        if (rest > 0 || restBefore > 0) rows.Add(Row(Rest, rest, restBefore, now));
        return rows;
    }

    private static IReadOnlyList<object?> Row(string name, int now, int? before, int all)
    {
        var row = new List<object?> { name, (long)now };
        if (before is { } was) row.AddRange([(long)was, was == 0 ? null : Math.Round((double)(now - was) / was, 6)]);
        row.Add(all == 0 ? null : Math.Round((double)now / all, 6));
        return row;
    }

    private static string Text(WhyAsk ask, IReadOnlyList<SpokenTicket> now, IReadOnlyList<SpokenTicket>? before, IReadOnlyList<AnswerTheme> themes)
    {
        var parts = new List<string> { WhyAnswers.Counted(ask, now.Count) + Compared(ask, now.Count, before?.Count) + "." };
        if (now.Count == 0) return $"{parts[0]} There is nothing to explain.";
        if (ask.IsComplaint) parts.Add("I take tickets that sound negative for complaints.");
        if (now.Count < WhyAnswers.Small) parts.Add("That is a small sample; its shares say little.");
        if (themes.Count == 0)
        {
            parts.Add("They have too little in common for themes.");
            return string.Join(' ', parts);
        }

        parts.Add($"By theme: {string.Join("; ", themes.Take(3).Select(theme => $"{theme.Name}, {FigureWords.Count(theme.Tickets, "tickets")} ({FigureWords.Percent(theme.Share)}){Since(theme)}"))}.");
        var named = themes.Sum(theme => theme.Tickets);
        if (named < now.Count) parts.Add($"{FigureWords.Count(now.Count - named, "tickets")} {(now.Count - named == 1 ? "belongs" : "belong")} to none of the themes shown.");
        return string.Join(' ', parts);
    }

    private static string Since(AnswerTheme theme) => theme.Before is not { } before ? "" : before == theme.Tickets ? ", as many as before" : $", {FigureWords.Number(before)} before";

    private static string Compared(WhyAsk ask, int now, int? before)
    {
        if (before is not { } was) return "";
        var when = WhyAnswers.BeforeWhen(ask);
        if (was == 0) return $"; there were none {when}";
        var change = FigureWords.Change((double)(now - was) / was, "tickets");
        var chance = now != was && PoissonComparison.PValue(now, was) > 0.05 ? ", which chance alone can do" : "";
        return $", {(now == was ? "as many as" : $"{change} than")} {when} ({FigureWords.Number(was)}){chance}";
    }
}
