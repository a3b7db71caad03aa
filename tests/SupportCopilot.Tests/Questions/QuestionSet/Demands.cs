using System.Globalization;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.QuestionSet;

/// <summary>What tickets can be like, and the calendar of New York: words to write expectations in.</summary>
internal static class Demands
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById(SetDesk.Zone);

    public static Func<IncomingTicket, bool> Category(params string[] any) => t => any.Contains(t.Given.Category);

    public static Func<IncomingTicket, bool> Priority(string priority) => t => t.Given.Priority == priority;

    public static Func<IncomingTicket, bool> Channel(params string[] any) => t => any.Contains(t.Channel);

    public static Func<IncomingTicket, bool> Type(string type) => t => t.Type == type;

    public static Func<IncomingTicket, bool> From(string organization) => t => t.Organization?.Name == organization;

    public static Func<IncomingTicket, bool> Team(string group) => t => t.Group?.Name == group;

    public static Func<IncomingTicket, bool> By(string agent) => t => t.Assignee?.Name == agent;

    public static Func<IncomingTicket, bool> Product(string product) => t => t.Product == product;

    public static Func<IncomingTicket, bool> Brand(string brand) => t => t.Brand == brand;

    public static Func<IncomingTicket, bool> Tagged(string tag) => t => t.Tags!.Contains(tag);

    public static Func<IncomingTicket, bool> Language(string language) => t => t.Given.Language == language;

    public static Func<IncomingTicket, bool> Sentiment(string sentiment) => t => t.Given.Sentiment == sentiment;

    public static Func<IncomingTicket, bool> Not(Func<IncomingTicket, bool> that) => t => !that(t);

    public static Func<IncomingTicket, bool> Mentions(string text) => t =>
        t.Subject!.Contains(text, StringComparison.OrdinalIgnoreCase) || t.Comments!.Any(comment => comment.Body.Contains(text, StringComparison.OrdinalIgnoreCase));

    public static bool IsDone(IncomingTicket t) => t.Status is "solved" or "closed";

    public static bool IsOpen(IncomingTicket t) => !IsDone(t);

    /// <summary>Created before an instant and not solved before it.</summary>
    public static Func<IncomingTicket, bool> OpenAt(DateTime instant) => t => t.CreatedAt < instant && (!IsDone(t) || t.SolvedAt >= instant);

    /// <summary>Open when a local day was over.</summary>
    public static Func<IncomingTicket, bool> OpenAfter(string day) => OpenAt(Midnight(DateTime.Parse(day, CultureInfo.InvariantCulture).AddDays(1)));

    public static bool IsAnswered(IncomingTicket t) => FirstReply(t) is not null;

    public static int ReplyCount(IncomingTicket t) => t.Comments!.Skip(1).Count(comment => comment is { AuthorKind: AuthorKind.Agent, IsPublic: true });

    /// <summary>Minutes to the first public comment of an agent.</summary>
    public static double? FirstReply(IncomingTicket t) =>
        t.CreatedAt is { } created && t.Comments!.FirstOrDefault(comment => comment is { AuthorKind: AuthorKind.Agent, IsPublic: true })?.CreatedAt is { } replied ? Math.Floor((replied - created).TotalMinutes) : null;

    /// <summary>Hours to the solution, of tickets that are solved.</summary>
    public static double? Resolution(IncomingTicket t) =>
        IsDone(t) && t.SolvedAt is { } solved && t.CreatedAt is { } created ? Math.Floor((solved - created).TotalMinutes) / 60 : null;

    public static DateTime Local(DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(instant, NewYork);

    public static DateTime Midnight(DateTime day) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(day, DateTimeKind.Unspecified), NewYork);

    public static string? Day(DateTime? instant) => instant is { } at ? AsDay(Local(at)) : null;

    public static Func<IncomingTicket, bool> Created(string first, string last) => Within(t => t.CreatedAt, first, last);

    public static Func<IncomingTicket, bool> SolvedIn(string first, string last) => t => IsDone(t) && Within(t => t.SolvedAt, first, last)(t);

    /// <summary>In local days, first and last included.</summary>
    public static Func<IncomingTicket, bool> Within(Func<IncomingTicket, DateTime?> clock, string first, string last) =>
        t => Day(clock(t)) is { } day && string.CompareOrdinal(day, first) >= 0 && string.CompareOrdinal(day, last) <= 0;

    public static Func<IncomingTicket, bool> OnDays(params DayOfWeek[] days) => t => t.CreatedAt is { } at && days.Contains(Local(at).DayOfWeek);

    /// <summary>From an hour of the day on, up to another one.</summary>
    public static Func<IncomingTicket, bool> Hours(int from, int to) => t => t.CreatedAt is { } at && Local(at).Hour >= from && Local(at).Hour < to;

    public static string AsDay(DateTime local) => local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string AsWeek(DateTime local) => AsDay(local.Date.AddDays(-(((int)local.DayOfWeek + 6) % 7)));

    public static Func<IncomingTicket, bool> Field(string name, string value) => t => t.Fields!.GetValueOrDefault(name) == value;

    public static Func<IncomingTicket, string?> Field(string name) => t => t.Fields!.GetValueOrDefault(name);

    /// <summary>Weeks from Sunday to Saturday.</summary>
    public static string AsSundayWeek(DateTime local) => AsDay(local.Date.AddDays(-(int)local.DayOfWeek));

    /// <summary>Fiscal years from February, named after the year they end in.</summary>
    public static string AsFiscalYear(DateTime local) => $"FY{local.Year + (local.Month >= 2 ? 1 : 0)}";

    public static string AsFiscalQuarter(DateTime local) => $"{AsFiscalYear(local)}-Q{(local.Month + 10) % 12 / 3 + 1}";

    public static string AsMonth(DateTime local) => local.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    public static string AsQuarter(DateTime local) => $"{local.Year}-Q{(local.Month + 2) / 3}";

    public static string AsYear(DateTime local) => local.ToString("yyyy", CultureInfo.InvariantCulture);
}
