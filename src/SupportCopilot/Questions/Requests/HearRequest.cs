using Microsoft.EntityFrameworkCore;
using SupportCopilot.Access;
using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Requests.Keeping;
using SupportCopilot.Questions.Requests.Sentences;
using SupportCopilot.Storage;

namespace SupportCopilot.Questions.Requests;

/// <summary>Hears whether a message asks for a report or an alert to be saved, sent, watched, listed, run or changed, and has it done.</summary>
internal sealed class HearRequest(SupportDbContext db, CurrentCaller caller, RunKept run, IEnumerable<IKeepReports> keepers)
{
    private const int LookedBack = 20;

    /// <returns>What was done, or what to say instead; null where the message is about something else.</returns>
    public async Task<Outcome?> TryAsync(QuestionTurn turn, CancellationToken ct) =>
        // A request that cannot be done gives way to a question that can be answered: «email» and «share» are words of both.
        await HearAsync(turn, ct) is { } outcome && !(outcome.Answer.Kind is AnswerKind.Refusal && ReadKept.Read(turn).Readings.Count > 0) ? outcome : null;

    private async Task<Outcome?> HearAsync(QuestionTurn turn, CancellationToken ct)
    {
        var words = new Tokens(turn.Ask.Text);
        if (!ReadRequest.MayBe(words) || keepers.SingleOrDefault() is not { } reports) return null;

        var mine = await reports.MineAsync(ct);
        if (ReadRequest.Of(words, mine) is not { } wish) return null;
        if (wish is UnclearWish unclear) return Refused(unclear.Problem);
        if (caller.Value is not { PersonId: > 0 } person) return Refused("What is saved belongs to a person, and a command has none: say it in Teams, or over HTTP.");

        var said = await SaidAsync(turn, person.PersonId, ct);
        said = [.. said.SkipWhile(asked => KeptAnswer.AnswerOf(asked).Kind is AnswerKind.Refusal)];   // what was refused is nothing that «this» could be
        var place = new RequestPlace(turn.Ask.Conversation, turn.Context.Dates.Zone.Id);
        if (wish is ExportWish) return Exported(said);
        // «Remove that» is said of a filter, too: where nothing saved was spoken of, it is.
        if (wish is ChangeWish { To: ReportChange.Deleted, What.IsIt: true } gone && words.MatchAny(0, "remove", "forget") > 0 && new PointTo(gone.What, mine, said).One() is null) return null;
        return wish switch
        {
            WatchWish { IsCertain: false } watch when KeepQuestion.OfWords(turn, watch.Question).Kept is null => null,   // «tell me when …» can begin a question too
            RunWish again => await RunAsync(reports, new PointTo(again.What, mine, said), turn, ct),
            _ => await DoAsync(reports, new MakeRequest(turn, mine, said).Of(wish), place with { IsToMe = MakeRequest.IsToMe(wish) }, ct),
        };
    }

    private async Task<Outcome> DoAsync(IKeepReports reports, (ReportRequest? Request, string? Problem) made, RequestPlace place, CancellationToken ct)
    {
        if (made.Request is not { } request) return Refused(made.Problem!);
        var result = await reports.DoAsync(request, place, ct);
        return result.IsDone
            ? new Outcome(new Answer(AnswerQuestion.NewId(), AnswerKind.Saved, result.Text) { Saved = result.Things }, null)
            : Refused(result.Text);
    }

    private async Task<Outcome> RunAsync(IKeepReports reports, PointTo what, QuestionTurn turn, CancellationToken ct)
    {
        if (what.One() is not { } thing) return Refused(what.Problem);
        if (await reports.QuestionOfAsync(thing.Id, ct) is not { } question) return Refused($"«{thing.Name}» cannot be run.");
        var outcome = await run.OutcomeAsync(question, ct);
        return outcome.Outcome is { } answered
            ? answered with { Answer = answered.Answer with { Saved = [thing] } }
            : Refused($"«{thing.Name}» asks «{question.Text}», and {outcome.Problem}. I give no figure that may be another than the one you saved.");
    }

    /// <summary>What this person was told in this conversation, newest first.</summary>
    private async Task<IReadOnlyList<AskedQuestion>> SaidAsync(QuestionTurn turn, long personId, CancellationToken ct)
    {
        if (turn.Ask.Conversation is not { } conversation) return [];
        return await db.Questions.AsNoTracking().Where(q => q.Conversation == conversation && q.PersonId == personId).OrderByDescending(q => q.AskedAt).Take(LookedBack).ToListAsync(ct);
    }

    private static Outcome Exported(IReadOnlyList<AskedQuestion> said)
    {
        if (said.FirstOrDefault(asked => asked.Plan is not null) is not { } asked) return Refused("There is no answer in this conversation that could be exported. Ask the question first.");
        var path = $"/api/questions/{asked.Id}";
        return new Outcome(new Answer(AnswerQuestion.NewId(), AnswerKind.Saved, $"The figures of «{asked.Text}» as a file: {path}/export?format=csv, or xlsx. The tickets behind them: {path}/tickets/export?format=csv, or xlsx."), null);
    }

    private static Outcome Refused(string why) => new(new Answer(AnswerQuestion.NewId(), AnswerKind.Refusal, why), null);
}
