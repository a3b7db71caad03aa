using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Dates;
using SupportCopilot.Questions.Parsing.Words;
using SupportCopilot.Questions.Requests.Keeping;
using SupportCopilot.Questions.Requests.Sentences;

namespace SupportCopilot.Questions.Requests;

/// <summary>Makes a typed request of what a sentence wants, in its conversation.</summary>
internal sealed class MakeRequest(QuestionTurn turn, IReadOnlyList<SavedThing> mine, IReadOnlyList<AskedQuestion> said)
{
    private const string NothingSaid = "There is no answer in this conversation that I could keep. Ask the question first, and then say «save this as …».";

    /// <summary>Whether it is to come to the asker alone.</summary>
    public static bool IsToMe(Wish wish) => wish is SendWish { Times.IsToMe: true } or SaveWish { Times.IsToMe: true };

    public (ReportRequest? Request, string? Problem) Of(Wish wish) => wish switch
    {
        SaveWish save => Asked() is { Kept: { } question } ? (new SaveReport(question, save.Name, save.Times?.Times), null) : (null, Asked().Problem),
        SendWish send => Send(send),
        RetimeWish retime => Retime(retime),
        WatchWish watch => Watch(watch),
        BoundWish bound => For(bound.What with { Kind = "alert" }, thing => new SetBound(thing.Id, bound.Op, bound.Value, bound.Unit)),
        SnoozeWish snooze => Snooze(snooze),
        RenameWish rename => For(rename.What, thing => new RenameReport(thing.Id, rename.Name)),
        ChangeWish change => For(change.What, thing => new ChangeReport(thing.Id, change.To)),
        ListWish list => (new ListMine(list.Kind), null),
        _ => (null, "I cannot do that."),
    };

    private (ReportRequest?, string?) For(Referent what, Func<SavedThing, ReportRequest> make)
    {
        var to = new PointTo(what, mine, said);
        return to.One() is { } thing ? (make(thing), null) : (null, to.Problem);
    }

    private (ReportRequest?, string?) Send(SendWish send)
    {
        var to = new PointTo(send.What, mine, said);
        if (to.One() is { } thing)
            return thing.Kind == "report" ? (new SendReport(thing.Id, send.Times.Times), null) : (null, $"«{thing.Name}» is an alert: it tells when its bound is crossed, and not at set times.");
        if (send.What.Things.Count > 1) return (null, to.Problem);
        if (send.What.IsIt) return Asked() is { Kept: { } asked } ? (new SaveReport(asked, NameOf(asked.Text), send.Times.Times), null) : (null, Asked().Problem);
        if (send.What.Kind is not null) return (null, to.Problem);

        var (kept, _, problem) = KeepQuestion.OfWords(turn, send.What.Words);
        return kept is { } question ? (new SaveReport(question, NameOf(question.Text), send.Times.Times), null) : (null, $"{problem} {to.Problem}");
    }

    /// <summary>The same days at another time.</summary>
    private (ReportRequest?, string?) Retime(RetimeWish retime)
    {
        var to = new PointTo(retime.What, mine, said);
        if (to.One() is not { } thing) return (null, to.Problem);
        if (thing.Kind != "report" || thing.Cron is not { } cron || cron.Split(' ') is not [_, _, var day, var month, var week]) return (null, $"Say the days as well: «send {thing.Name} here every Monday at 9».");
        if (retime.Minutes.Select(minute => minute % 60).Distinct().Count() > 1) return (null, "Several times a day have to be at the same minute of the hour, as 9:30 and 17:30.");
        var hours = string.Join(',', retime.Minutes.Select(minute => (minute / 60).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return (new SendReport(thing.Id, new ReportTimes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{retime.Minutes[0] % 60} {hours} {day} {month} {week}"), thing.TimeZone)), null);
    }

    private (ReportRequest?, string?) Watch(WatchWish watch)
    {
        var (kept, plan, problem) = KeepQuestion.OfWords(turn, watch.Question);
        if (kept is null || plan is null) return (null, problem);
        if (RunKept.Watchable(plan) is not { Unit: { } unit } fits) return (null, RunKept.Watchable(plan).Problem);
        if (BoundIn(unit, watch.Value, watch.Unit) is not { } bound) return (null, $"{char.ToUpperInvariant(watch.Question[0])}{watch.Question[1..]} is counted in {UnitWords(unit)}; give the bound in that.");
        return (new WatchFigure(kept, watch.Op, bound, unit, NameOf(watch.Question)) { IsRolling = IsRolling(watch.Question, turn) }, null);
    }

    /// <summary>The bound in the figure's unit; null where it was said in another.</summary>
    /// <param name="unit">The figure's.</param>
    /// <param name="value">The number as it was said.</param>
    /// <param name="said">What was said behind it; null for nothing.</param>
    public static double? BoundIn(string unit, double value, string? said) => (said, unit) switch
    {
        ("share", "share") => value is >= 0 and <= 1 ? value : null,
        (null, "share") => value is > 1 and <= 100 ? value / 100 : value is >= 0 and <= 1 ? value : null,
        ("minutes", "minutes") => value,
        ("minutes", "hours") => value / 60,
        (null, "minutes" or "hours" or "share") => null,   // 200 of what?
        (null, _) => value,
        ("tickets", "tickets") => value,
        _ => null,
    };

    /// <summary>Whether the days of a question move on with every day.</summary>
    public static bool IsRolling(string text, QuestionTurn turn) => new DateReader().Read(WordReader.Read(text), turn.Context.Dates).Any(days => days.Kind is DateReadingKind.Rolling or DateReadingKind.Hours);

    private (ReportRequest?, string?) Snooze(SnoozeWish snooze)
    {
        var to = new PointTo(snooze.What with { Kind = "alert" }, mine, said);
        if (to.Alert() is not { } alert)
            return (null, snooze.What.Things is [{ Kind: not "alert" } other] ? $"«{other.Name}» is no alert. Say «pause {other.Name}» to have it come no more for a while." : to.Problem);
        return SnoozeEnd.Of(snooze.For, turn.Context.Dates) is { } until
            ? (new SnoozeAlert(alert.Id, until), null)
            : (null, "That time is over already, or more than a year away. Say, for example, «snooze that for 2 hours».");
    }

    private (KeptQuestion? Kept, string? Problem) Asked()
    {
        if (said.Count == 0 || KeptAnswer.AnswerOf(said[0]) is not { Kind: AnswerKind.Answer }) return (null, NothingSaid);
        return KeepQuestion.OfAsked(turn, said[0], [.. said.Skip(1)]) is { } kept
            ? (kept, null)
            : (null, "I cannot say that answer's question in words that would mean the same next week. Ask it in one sentence, and then save that.");
    }

    /// <summary>A question's words as a name.</summary>
    public static string NameOf(string text)
    {
        var name = text.Trim().TrimEnd('?', '.', '!').Trim();
        return name.Length <= ReadSaving.LongestName ? name : name[..(ReadSaving.LongestName - 1)].TrimEnd() + "…";
    }

    /// <summary>What a unit is called where a bound is asked for.</summary>
    public static string UnitWords(string unit) => unit is "share" ? "percent" : unit is "hours" or "minutes" ? "time, as 90 minutes or 4 hours" : unit;
}
