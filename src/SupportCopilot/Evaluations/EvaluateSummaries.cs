using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SupportCopilot.Access;
using SupportCopilot.Models;
using SupportCopilot.Replies.Summaries;
using SupportCopilot.Replies.Summaries.Modelled;

namespace SupportCopilot.Evaluations;

/// <summary>Has the threads of a set summarised as an agent sees them, and holds the words against what must and must not be said.</summary>
internal sealed partial class EvaluateSummaries(FillDesk desk, AskModel models, CurrentTenant tenant, IServiceScopeFactory scopes) : IEvaluate
{
    private static readonly string[] Marks = ["Internal note:", "Tried by the customer:"];   // ours, before the sentence

    public string Task => "summaries";

    public async Task RunAsync(EvaluationSet set, Tally tally, IProgress<double>? progress, CancellationToken ct)
    {
        var ids = await desk.TicketsAsync([.. set.Cases.Select(FillDesk.TicketOf)], ct);
        await desk.TriageAsync(ct);
        await desk.IndexAsync(ct);
        var hasModel = await SummariseByModel.CanBeAskedAsync(models, ct);
        foreach (var (place, one) in set.Cases.Index())
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentTenant>().Set(tenant.Id);
            var summary = (await scope.ServiceProvider.GetRequiredService<SummariseByModel>().RunAsync(ids[one.Id], ct))!;
            if (hasModel && summary.Problem is not null) tally.Count(FigureNames.Modelled, summary.Source == Summary.Modelled);
            Judge(one, summary, tally);
            progress?.Report((place + 1d) / set.Cases.Count);
        }
    }

    private static void Judge(EvaluationCase one, Summary summary, Tally tally)
    {
        var open = string.Join('\n', summary.OpenQuestions);
        var all = string.Join('\n', [summary.Problem ?? "", .. summary.Done, open, summary.NextStep ?? ""]);
        var wrong = new List<string>();
        foreach (var fact in one.Facts) Count(FigureNames.Covered, fact, Fact.IsIn(fact, all));
        foreach (var fact in one.Problem) Count(FigureNames.Problem, fact, Fact.IsIn(fact, summary.Problem ?? ""));
        foreach (var question in one.Open) Count(FigureNames.Open, question, Fact.IsIn(question, open));
        foreach (var other in one.Not) Count(FigureNames.NothingElse, other, !Fact.IsIn(other, all));

        if (summary.Source == Summary.Extractive) JudgeSentences();
        if (wrong.Count > 0) tally.Miss(one, string.Join("; ", wrong));

        void JudgeSentences()
        {
            var thread = InOneLine(string.Join('\n', [one.Subject ?? "", .. one.Thread!.Select(message => message.Text)]));
            foreach (var sentence in summary.Done.Select(WithoutMark).Prepend(summary.Problem ?? "").SelectMany(said => Ends().Split(said)).Select(sentence => InOneLine(sentence).TrimEnd('…', '.')).Where(sentence => sentence.Length > 0))
                Count(FigureNames.Verified, sentence, thread.Contains(sentence, StringComparison.OrdinalIgnoreCase));
        }

        void Count(string figure, string what, bool isRight)
        {
            tally.Count(figure, isRight);
            if (!isRight) wrong.Add($"{figure}: {what}");
        }
    }

    private static string WithoutMark(string done) => Marks.FirstOrDefault(mark => done.StartsWith(mark, StringComparison.Ordinal)) is { } own ? done[own.Length..] : done;

    private static string InOneLine(string text) => Spaces().Replace(text, " ").Trim();

    [GeneratedRegex(@"(?<=[.!?。！？])\s+")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
