using SupportCopilot.Questions;
using SupportCopilot.Questions.Requests;
using SupportCopilot.Reports.Sending;
using SupportCopilot.Teams.Cards.Format;

namespace SupportCopilot.Teams.Cards;

/// <summary>What was saved, listed or changed, each with the buttons that go with it; and what alerts and stopped reports say.</summary>
internal static class SavedCard
{
    private const int MostThings = 12;

    /// <summary>What came of a request.</summary>
    public static AdaptiveCard Of(Answer answer) => CardSize.Fit(detail => Card(answer.Text, detail,
    [
        .. answer.Saved.Take(Math.Min(MostThings, Math.Max(1, detail.Rows))).SelectMany(thing => Thing(thing, answer.Saved.Count, detail)),
        answer.Saved.Count > Math.Min(MostThings, Math.Max(1, detail.Rows)) ? Words.Note($"{Math.Min(MostThings, Math.Max(1, detail.Rows))} of {Words.Count(answer.Saved.Count)} shown.") : null,
    ]));

    /// <summary>A crossing, with buttons that keep the alert still for a while.</summary>
    public static AdaptiveCard Of(AlertPost alert) => CardSize.Fit(detail => Card($"{Words.Cut(alert.Name, detail.Name)}: {Words.Cut(alert.Text, detail.Characters)}", detail,
    [
        Words.Small(Words.Cut(alert.Note, detail.Characters)),
        Buttons(
        [
            ("Show the figure", $"run alert {alert.Number}"), ("Snooze 1 hour", $"snooze alert {alert.Number} for 1 hour"),
            ("Snooze until tomorrow", $"snooze alert {alert.Number} until tomorrow at 9"), ("Pause", $"pause alert {alert.Number}"),
        ]),
    ]));

    /// <summary>Words about a report or an alert.</summary>
    public static AdaptiveCard Of(NoticePost notice) => CardSize.Fit(detail => Card(notice.Text, detail, []));

    private static IEnumerable<CardElement?> Thing(SavedThing thing, int of, Detail detail)
    {
        yield return new RichTextBlock([Words.Run(Words.Cut(thing.Name, detail.Name)) with { Weight = TextWeight.Bolder }]) { Spacing = Spacing.Medium };
        yield return Words.Small(Words.Cut($"{Words.Sentence(thing.Kind)} {thing.Id}. {Coming(thing)}{(thing.Question == thing.Name || thing.Question.Length == 0 ? "" : $" It asks: {thing.Question}.")}", detail.Characters));
        if (of <= MostThings && thing.Kind != "digest") yield return Buttons(ActsOn(thing));
    }

    private static string Coming(SavedThing thing) => thing switch
    {
        { State: "stopped", StoppedBecause: { } why } => $"Stopped: {why}.",
        { State: "paused" } => "Paused.",
        { State: "snoozed", SnoozedUntil: { } until } => $"Snoozed until {Days.Minute(until)}.",
        { Kind: "alert", When: { } when, Place: { } place } => $"Watched, {when} ({place}).",
        { When: { } when, Next: { } next, Place: { } place } => $"Comes {when} ({place}), next on {next}.",
        _ => "Comes when it is asked for.",
    } + (thing.Owner is { } owner ? $" Of {owner}." : "");

    private static IReadOnlyList<(string, string)> ActsOn(SavedThing thing)
    {
        var it = $"{thing.Kind} {thing.Id}";
        (string, string)? still = thing switch
        {
            { State: "paused" or "stopped" or "snoozed" } => ("Resume", $"resume {it}"),
            { Kind: "alert" } => ("Snooze 1 hour", $"snooze {it} for 1 hour"),
            { State: "on" } => ("Pause", $"pause {it}"),
            _ => null,
        };
        return [("Run now", $"run {it}"), .. still is { } one ? new[] { one } : [], ("Delete", $"delete {it}")];
    }

    private static ActionSet? Buttons(IReadOnlyList<(string, string)> acts) => AskButton.Row(acts, longest: 200);

    private static AdaptiveCard Card(string text, Detail detail, IReadOnlyList<CardElement?> rest)
    {
        var words = Words.Cut(text, detail.Characters);
        return new([Words.Opening(words), .. rest.OfType<CardElement>()]) { FallbackText = Words.Summary(words), Speak = Words.Summary(words) };
    }
}
