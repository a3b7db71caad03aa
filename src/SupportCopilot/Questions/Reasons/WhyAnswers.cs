using SupportCopilot.Questions.Answers;
using SupportCopilot.Questions.Planning;
using SupportCopilot.Questions.Quotes;
using SupportCopilot.Questions.Reasons.Asking;
using SupportCopilot.Questions.Running;

namespace SupportCopilot.Questions.Reasons;

/// <summary>What the answers to questions for reasons and quotes have in common.</summary>
internal static class WhyAnswers
{
    /// <summary>Fewer tickets than these say little.</summary>
    public const int Small = 20;

    private const int Sampled = 5;
    private static readonly string[] NeedsNo = ["last", "this", "the ", "yesterday", "today", "since", "until", "before", "after", "between", "from", "on ", "week", "past", "previous"];

    /// <summary>How it was read: the plan's own words, and what the tickets are about.</summary>
    public static string Interpretation(WhyAsk ask)
    {
        var read = Answers.Interpretation.Of(ask.Plan with { Before = ask.Kind is WhyKind.Quotes ? null : ask.Before });
        return ask.Topics.Count == 0 ? read : $"{read}, about: {About(ask)} (words of the subject or of the customer's public comments)";
    }

    public static string About(WhyAsk ask) => string.Join(" and ", ask.Topics.Select(topic => topic.Words));

    /// <summary>«41 tickets with sentiment is negative about "delivery" were created in March».</summary>
    public static string Counted(WhyAsk ask, int count)
    {
        var noun = ask.Plan.Measures[0].Name is "reopened" ? "reopened tickets" : "tickets";
        noun = count == 0 ? "No " + noun : FigureWords.Count(count, noun);
        var like = Like(ask);
        return $"{noun}{like} {Verb(ask, count)} {When(ask)}";
    }

    /// <summary>The demands of the plan and the topics, after «tickets».</summary>
    public static string Like(WhyAsk ask)
    {
        var filters = ask.Plan.Filters.Select(Said).ToList();
        var like = filters.Count == 0 ? "" : " with " + string.Join(" and ", filters);
        return ask.Topics.Count == 0 ? like : $"{like} about {About(ask)}";
    }

    public static string When(WhyAsk ask)
    {
        if (ask.Plan.Measures[0].Clock == "open") return ask.Plan.To is null ? "now" : DayWords.Moment(ask.Plan, inWords: true);
        if (ask.Plan.Days is not { } days) return "at any time";
        var said = ask.Period is { Length: > 0 } period ? $"{(NeedsNo.Any(word => period.StartsWith(word, StringComparison.Ordinal)) ? "" : "in ")}{period} ({DayWords.Of(days)})" : $"({DayWords.Of(days)})";
        return ask.IsPartial ? $"{said}, which is not over" : said;
    }

    public static string BeforeWhen(WhyAsk ask) => (ask.Plan.Measures[0].Clock == "open" ? "at the end of " : "in ") + DayWords.Of(ask.Before!.Days);

    public static AnswerTickets Tickets(string id, IReadOnlyList<SpokenTicket> tickets) =>
        new(tickets.Count, [.. tickets.Take(Sampled).Select(ticket => ticket.Id)], $"/api/questions/{id}/tickets");

    /// <summary>The very tickets as the list behind the answer.</summary>
    public static PlanRun Run(WhyAsk ask, Answer answer, IReadOnlyList<SpokenTicket> tickets) =>
        new(ask.Shown, answer.Columns, answer.Rows, answer.Total, tickets.Count, [.. tickets.Take(Sampled).Select(ticket => ticket.Id)])
        {
            Only = new Compiling.Restriction(null, null) { Tickets = [.. tickets.Select(ticket => ticket.Id)] },
        };

    private static string Said(PlanFilter filter) => filter is { Op: "is", Field: not ("firstReplyMinutes" or "resolutionMinutes" or "text" or "subject") }
        ? $"{Catalogue.Catalog.Dimension(filter.Field).Title} {string.Join(" or ", filter.Values.GroupBy(value => value.ToLowerInvariant()).Select(same => same.First()))}"
        : Answers.Interpretation.Filter(filter);

    private static string Verb(WhyAsk ask, int count) => (ask.Plan.Measures[0].Clock, count == 1) switch
    {
        ("open", true) => ask.Plan.To is null ? "is open" : "was open",
        ("open", _) => ask.Plan.To is null ? "are open" : "were open",
        (var clock, true) => $"was {clock}",
        (var clock, _) => $"were {clock}",
    };
}
