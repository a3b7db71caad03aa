using System.Globalization;
using Microsoft.Extensions.Options;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Background;
using SupportCopilot.Questions.Catalogue;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Questions.Reasons.Asking;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Reasons;

/// <summary>Answers questions for reasons and for customers' words: frame → plan and topic → at once, or in the background.</summary>
internal sealed class AnswerWhy(OpenTurn open, OfferChoices offer, RunPlan run, WorkOutReasons work, StartInBackground background, IOptions<BackgroundOptions> options)
{
    private const int MostChoices = 3;
    private const double MostSecondsToCount = 2;   // words and custom fields may be looked for in millions of tickets
    private const double TicketsPerSecond = 6_000;   // read with their words, as measured on the demo desk; slower machines are found out by the clock

    /// <returns>The answer; null for a question that asks for neither reasons nor words.</returns>
    public async Task<Outcome?> TryAsync(QuestionTurn turn, CancellationToken ct)
    {
        if (FollowUps.PickChoice.Of(turn.Ask.Text, turn.Before?.Offered ?? []) is { } picked) turn = await open.WithTextAsync(turn, picked, ct);
        if (new ReadFrame(turn.Ask.Text, turn.Context.Dates).Run() is not { } frame) return null;
        if (frame.Kind is WhyKind.FollowUp) return FollowUp(turn) is { } known ? await AnswerAsync(turn, known, ct) : Refuse("Why what? Ask for a figure first, or name it: \"why did CSAT drop in March?\"");

        var resolved = new ResolveFrame(turn, frame).Run();
        if (resolved.Ask is null && resolved.Close.Count == 0 && await open.WithNewestAsync(turn, ct) is { } newest) (turn, resolved) = (newest, new ResolveFrame(newest, frame).Run());
        if (resolved.Close.Count > 1)
        {
            if (await BetweenAsync(turn, frame, resolved, ct) is { } choices) return new Outcome(choices, null);
            resolved = new ResolveFrame(turn, frame, takesFirst: true).Run();   // only one of them can be asked for in words of its own
        }

        if (resolved.Ask is { } ask)
        {
            var those = AboutThose.Of(turn, ask);
            return those is { Problem: { } problem } ? Refuse(problem) : await AnswerAsync(turn, those?.Ask ?? ask, ct);
        }

        return new Outcome(await UnresolvedAsync(turn, frame, resolved, ct), null);
    }

    private async Task<Outcome> AnswerAsync(QuestionTurn turn, WhyAsk ask, CancellationToken ct)
    {
        var id = AnswerQuestion.NewId();
        var limit = options.Value.BackgroundAfterSeconds;
        try
        {
            using var quickly = CancellationTokenSource.CreateLinkedTokenSource(ct);
            quickly.CancelAfter(TimeSpan.FromSeconds(MostSecondsToCount));
            int? tickets = null;
            try
            {
                tickets = await work.TicketsAsync(ask, quickly.Token);
                quickly.CancelAfter(TimeSpan.FromSeconds(Math.Max(limit, 1)));   // from now on: of what is quick to read the count took no time
                if (tickets / TicketsPerSecond < limit) return await work.RunAsync(id, ask.ToJson(), new Progress<WorkStep>(), quickly.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                // It takes longer than was thought; the background begins anew and has the time.
            }

            var soFar = new Answer(id, AnswerKind.Working, $"Reading {(tickets is { } known ? FigureWords.Count(known, "tickets") : "the tickets")}; the answer comes here as soon as it is ready.") { Interpretation = WhyAnswers.Interpretation(ask), Plan = ask.Shown };
            return await background.RunAsync(turn.Ask, new WorkOrder(work.Kind, ask.ToJson(), tickets is { } all ? string.Create(CultureInfo.InvariantCulture, $"reading {all:N0} tickets") : "counting the tickets"), soFar, ct);
        }
        catch (TimeoutException)
        {
            return Refuse("That took longer than a question may. Ask for a shorter period.");
        }
        catch (ArgumentException impossible)
        {
            return Refuse(impossible.Message);
        }
    }

    /// <summary>«why?» about the figure before: its change where it has a period, else what its tickets have in common.</summary>
    private static WhyAsk? FollowUp(QuestionTurn turn)
    {
        if (turn.Before?.Plan is not { } plan) return null;
        var one = plan with { GroupBy = [], Grain = null, Limit = null, Skip = null, Each = null, Having = null, Order = null, Measures = [plan.Measures[0]] };
        var (topics, filters) = (one.Filters.Where(filter => filter is { Field: "text", Op: "contains" }).Select(filter => new Topic(filter.Values)).ToList(), one.Filters.Where(filter => filter is not { Field: "text", Op: "contains" }).ToList());
        var ask = new WhyAsk(WhyKind.Reasons, one with { Filters = filters, Compare = null, Before = null }) { Topics = topics, IsComplaint = filters.Any(filter => filter.Field == "sentiment") };
        var before = one.Before ?? (PlanWords.Of(one with { Filters = [], Compare = null, Before = null }) is { } words
            && Parsing.ReadQuestion.Of(words + " compared with the previous period", turn.Values, turn.Context) is { Readings: [{ Plan: { Before: { } previous } again }, ..] } && again.From == one.From ? previous : null);
        if (before is not null && topics.Count == 0) return ask with { Kind = WhyKind.Change, Before = before, Plan = one with { Filters = filters, Compare = one.Compare ?? "previousPeriod", Before = before } };
        return Catalog.Measure(one.Measures[0].Name).Over is Aggregate.Count ? ask with { Before = before } : null;
    }

    private async Task<Answer> UnresolvedAsync(QuestionTurn turn, WhyFrame frame, Resolved resolved, CancellationToken ct)
    {
        if (resolved.Problem is ResolveFrame.NeedsPeriod) return await PeriodsAsync(turn, frame, ct);
        if (resolved.Problem is { Length: > 0 } problem) return new Answer(AnswerQuestion.NewId(), AnswerKind.Refusal, problem);
        return Framed(await offer.ForUnreadAsync(resolved.Text, resolved.Read, turn.Values, turn.Context, ct), PrefixOf(frame));
    }

    /// <summary>The same question for the last full week, month and quarter, each with its count.</summary>
    private async Task<Answer> PeriodsAsync(QuestionTurn turn, WhyFrame frame, CancellationToken ct)
    {
        var (choices, counts) = (new List<AnswerChoice>(), new CountChoices(run));
        foreach (var period in new[] { "last week", "last month", "last quarter" })
        {
            var text = $"{turn.Ask.Text.TrimEnd(' ', '?', '!', '.')} {period}";
            if (new ReadFrame(text, turn.Context.Dates).Run() is not { } again || new ResolveFrame(turn, again).Run() is not { Ask: { Before: not null } ask }) continue;
            int? count = ask.Topics.Count > 0 ? null : await counts.OfAsync(ask.Plan with { Compare = null, Before = null }, ct);
            choices.Add(new AnswerChoice(WhyAnswers.Interpretation(ask), count, text));
        }

        return choices.Count == 0
            ? new Answer(AnswerQuestion.NewId(), AnswerKind.Refusal, $"{ResolveFrame.NeedsPeriod} As in: \"why did {(frame.Rest.Length > 0 ? frame.Rest : "tickets")} change last month?\"")
            : new Answer(AnswerQuestion.NewId(), AnswerKind.Choices, ResolveFrame.NeedsPeriod) { Choices = choices };
    }

    /// <summary>Readings as likely as each other, each in words that have it alone; how many tickets speak about something is known once they were read.</summary>
    private async Task<Answer?> BetweenAsync(QuestionTurn turn, WhyFrame frame, Resolved resolved, CancellationToken ct)
    {
        var (choices, counts) = (new List<AnswerChoice>(), new CountChoices(run));
        foreach (var reading in resolved.Close)
        {
            if (choices.Count == MostChoices) break;
            var topics = reading.Plan.Filters.Where(filter => filter is { Field: "text", Op: "contains" }).Select(filter => new Topic([.. filter.Values])).Concat(resolved.Topics).ToList();
            List<Planning.PlanFilter> filters = [.. reading.Plan.Filters.Where(filter => filter is not { Field: "text", Op: "contains" })];
            if ((frame.IsComplaint || frame.Feeling is not null) && new ResolveFrame(turn, frame).Negative is { } negative) filters.Add(negative);
            if (PlanWords.Of(reading.Plan with { Filters = filters, From = null, To = null, Days = null, Compare = null, Before = null }) is not { } words) continue;

            var text = $"{PrefixOf(frame)}{words} {reading.Period}".TrimEnd() + (topics.Count > 0 ? $" about {string.Join(" and ", topics.Select(topic => topic.Words))}" : "");
            if (new ReadFrame(text, turn.Context.Dates).Run() is not { } again || new ResolveFrame(turn, again).Run() is not { Ask: { } ask }) continue;
            if (ask.Topics.Count != topics.Count || !ask.Plan.Filters.Select(Interpretation.Filter).ToHashSet().SetEquals(filters.Select(Interpretation.Filter)) || ask.Plan.From != reading.Plan.From) continue;
            choices.Add(new AnswerChoice(WhyAnswers.Interpretation(ask), topics.Count > 0 ? null : await counts.OfAsync(ask.Plan with { Compare = null, Before = null }, ct), text));
        }

        return choices.Count < 2 ? null : new Answer(AnswerQuestion.NewId(), AnswerKind.Choices, $"That can mean {(choices.Count == 2 ? "two" : "three")} things. Which one?") { Choices = choices };
    }

    private static string PrefixOf(WhyFrame frame) => frame.Kind switch { WhyKind.Quotes => "quotes from ", WhyKind.Change => "what drove the change in ", _ => "reasons for " };

    private static Answer Framed(Answer answer, string prefix) => answer with { Choices = [.. answer.Choices.Select(choice => choice with { Text = prefix + choice.Text })] };

    private static Outcome Refuse(string why) => new(new Answer(AnswerQuestion.NewId(), AnswerKind.Refusal, why), null);
}
