using SupportCopilot.Tickets;
using static SupportCopilot.Tests.Questions.Tables.Expecting;

namespace SupportCopilot.Tests.Questions.Tables;

/// <summary>Counts, with every kind of demand on tickets.</summary>
internal static class CountsAndFilters
{
    public static IReadOnlyList<(string Question, Func<QuestionDesk, Expected> Expected)> All { get; } =
    [
        ("tickets", Count()),
        ("How many tickets do we have in total?", Count()),
        ("number of cases", Count()),
        ("high priority tickets", Count(t => t.Given.Priority == "high")),
        ("How many tickets have priority low?", Count(t => t.Given.Priority == "low")),
        ("tickets where priority is not normal", Count(t => t.Given.Priority != "normal")),
        ("tickets with urgency urgent", Count(t => t.Given.Urgency == "urgent")),
        ("tickets with priority urgent", Count(t => t.Given.Priority == "urgent")),
        ("tickets tagged urgent", Count(t => t.Tags!.Contains("urgent"))),
        ("how many billing tickets are there", Count(t => t.Given.Category == "billing")),
        ("tickets in category billing or shipping", Count(t => t.Given.Category is "billing" or "shipping")),
        ("billing, account and shipping tickets", Count(t => t.Given.Category is "billing" or "account" or "shipping")),
        ("tickets other than billing", Count(t => t.Given.Category != "billing")),
        ("tickets except billing and shipping", Count(t => t.Given.Category is not ("billing" or "shipping"))),
        ("tickets that are not billing and not from chat", Count(t => t.Given.Category != "billing", t => t.Channel != "chat")),
        ("non-billing tickets", Count(t => t.Given.Category != "billing")),
        ("urgent priority billing tickets from Contoso", Count(t => t.Given.Priority == "urgent", t => t.Given.Category == "billing", Of("Contoso"))),
        ("tickets from O'Brien & Sons", Count(Of("O'Brien & Sons"))),
        ("FABRIKAM LTD tickets", Count(Of("Fabrikam Ltd"))),
        ("tickets not from Contoso", Count(Not(Of("Contoso")))),
        ("tickets without an organization", Count(t => t.Organization is null)),
        ("tickets assigned to Amelia Hartley", Count(By("Amelia Hartley"))),
        ("How many tickets does Priya have?", Count(By("Priya Raman"))),
        ("Amelia's tickets", Count(By("Amelia Hartley"))),
        ("tickets handled by Jonas Keller", Count(By("Jonas Keller"))),
        ("tickets assigned to anyone other than Amelia Hartley", Count(t => t.Assignee is not null, Not(By("Amelia Hartley")))),
        ("unassigned tickets", Count(t => t.Assignee is null)),
        ("tickets with no agent", Count(t => t.Assignee is null)),
        ("tickets that have an agent", Count(t => t.Assignee is not null)),
        ("tickets in the Devices team", Count(t => t.Group?.Name == "Devices")),
        ("tickets for group Customer Support", Count(t => t.Group?.Name == "Customer Support")),
        ("Logistics Team tickets", Count(t => t.Group?.Name == "Logistics Team")),
        ("tickets by e-mail", Count(t => t.Channel == "email")),
        ("tickets about Gadget Pro", Count(t => t.Product == "Gadget Pro")),
        ("tickets for product Sprocket 9", Count(t => t.Product == "Sprocket 9")),
        ("tickets without a product", Count(t => t.Product is null)),
        ("tickets for the Northbay brand", Count(t => t.Brand == "Northbay")),
        ("tickets tagged with refund request", Count(t => t.Tags!.Contains("refund_request"))),
        ("tickets with tag black-friday", Count(t => t.Tags!.Contains("black-friday"))),
        ("tickets tagged vip and escalated", Count(t => t.Tags!.Contains("vip") && t.Tags!.Contains("escalated"))),
        ("tickets tagged vip or escalated", Count(t => t.Tags!.Contains("vip") || t.Tags!.Contains("escalated"))),
        ("tickets not tagged vip", Count(t => !t.Tags!.Contains("vip"))),
        ("untagged tickets", Count(t => t.Tags!.Count == 0)),
        ("tickets of type incident", Count(t => t.Type == "incident")),
        ("tickets on hold", Count(t => t.Status == "hold")),
        ("pending tickets", Count(t => t.Status == "pending")),
        ("tickets with status open", Count(t => t.Status == "open")),
        ("tickets with status closed", Count(t => t.Status == "closed")),
        ("solved tickets", Count(IsDone)),
        ("tickets that are not solved", Count(IsOpenNow)),
        ("unresolved tickets from Contoso", Count(IsOpenNow, Of("Contoso"))),
        ("German tickets", Count(t => t.Given.Language == "de")),
        ("tickets in French or German", Count(t => t.Given.Language is "fr" or "de")),
        ("angry customers' tickets", Count(t => t.Given.Emotion == "angry")),
        ("positive tickets", Count(t => t.Given.Sentiment == "positive")),
        ("password reset tickets", Count(t => t.Given.Subcategory == "password reset")),
        ("tickets with root cause bug", Count(t => t.Given.RootCause == "bug")),
        ("tickets mentioning Zürich", Count(Mentions("Zürich"))),
        ("tickets containing \"50%_off\"", Count(Mentions("50%_off"))),
        ("tickets that don't mention refund", Count(Not(Mentions("refund")))),
        ("tickets with \"sign in\" last month", Count(Created("2026-02-01", "2026-02-28"), Mentions("sign in"))),
        ("tickets with at least 5 replies", Count(t => t.Replies >= 5)),
        ("tickets with fewer than 2 replies", Count(t => t.Replies < 2)),
        ("tickets reopened more than once", Count(t => t.Reopens > 1)),
        ("reopened tickets", Count(t => t.Reopens > 0)),
        ("tickets that breached SLA", Count(t => t.SlaMet == false)),
        ("tickets within SLA", Count(t => t.SlaMet == true)),
        ("unanswered tickets", Count(t => t.FirstReplyAt is null)),
        ("tickets with a CSAT below 50%", Count(t => t.Csat < 0.5)),
        ("tickets with a first reply time over 1 hour", Count(t => FirstReply(t) > 60)),
        ("tickets solved within 2 days", Count(t => IsDone(t) && ResolutionHours(t) <= 48)),
        ("tickets that took more than 5 days to solve", Count(t => Took(t) > 5 * 24)),
        ("rated tickets", Count(t => t.Csat is not null)),
    ];

    private static Func<IncomingTicket, bool> Of(string organization) => t => t.Organization?.Name == organization;

    private static Func<IncomingTicket, bool> By(string agent) => t => t.Assignee?.Name == agent;

    private static double? Took(IncomingTicket t) => t.SolvedAt is { } solved && t.CreatedAt is { } created ? Math.Floor((solved - created).TotalMinutes) / 60 : null;
}
