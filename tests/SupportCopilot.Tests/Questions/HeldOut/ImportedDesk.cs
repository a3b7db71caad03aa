using System.Globalization;
using System.Text;
using SupportCopilot.Tests.Importing;
using SupportCopilot.Tests.Questions.QuestionSet;
using SupportCopilot.Tickets;

namespace SupportCopilot.Tests.Questions.HeldOut;

/// <summary>
/// A stranger's export, brought in as it is: headings of ServiceNow, priorities like «2 - High», «?» for nobody, groups and
/// callers with numbers for names, and no type of ticket. What is expected is worked out of the rows that were written.
/// </summary>
public sealed class ImportedDesk : SetDesk
{
    private static readonly Dictionary<string, string> Priorities = new() { ["urgent"] = "1 - Critical", ["high"] = "2 - High", ["normal"] = "3 - Moderate", ["low"] = "4 - Low" };
    private static readonly string[] Impacts = ["2 - Medium", "3 - Low", "1 - High"];

    public ImportedDesk() => Tickets = [.. Live.Select((ticket, n) => Row(ticket, n))];

    private protected override async Task FillAsync()
    {
        var file = new StringBuilder("number,short_description,state,priority,impact,assignment_group,assigned_to,caller_id,company,contact_type,category,u_symptom,business_service,location,reassignment_count,reopen_count,made_sla,opened_at,resolved_at\n");
        foreach (var t in Tickets)
        {
            string?[] cells =
            [
                t.ExternalId, t.Subject, t.Status, t.Given.Priority is { } priority ? Priorities[priority] : "", t.Fields!["impact"], t.Group?.Name, t.Assignee?.Name ?? "?", t.Requester!.Name, t.Organization?.Name, t.Channel, t.Given.Category,
                t.Fields.GetValueOrDefault("u_symptom"), t.Product, t.Fields["location"], t.Fields["reassignment_count"], t.Reopens!.Value.ToString(CultureInfo.InvariantCulture), t.SlaMet switch { true => "TRUE", false => "FALSE", _ => "" }, At(t.CreatedAt), At(t.SolvedAt),
            ];
            file.AppendJoin(',', cells.Select(cell => $"\"{cell}\"")).Append('\n');
        }

        var run = await this.ImportAsync(file.ToString(), Tenant, "incidents.csv");
        Assert.Equal((null, Tickets.Count, 0), (run.Error, run.Created, run.Rejected));
    }

    private static IncomingTicket Row(IncomingTicket ticket, int n)
    {
        var dice = new Random(n * 3571 + 3);
        var fields = new Dictionary<string, string> { ["impact"] = Impacts[(int)(dice.NextDouble() * dice.NextDouble() * 3)], ["location"] = $"Location {1 + (int)(dice.NextDouble() * dice.NextDouble() * 12)}", ["reassignment_count"] = ((int)(dice.NextDouble() * dice.NextDouble() * 6)).ToString(CultureInfo.InvariantCulture) };
        if (dice.Next(3) > 0) fields["u_symptom"] = $"Symptom {dice.Next(2, 9)}";
        return ticket with
        {
            ExternalId = $"INC{10_000 + n}",
            Type = null,
            Brand = null,
            Tags = [],
            Group = ticket.Group is { } group ? Numbered("Group", group.Name, 70) : null,
            Assignee = ticket.Assignee is { } agent ? new IncomingPerson(agent.Name, Numbered("Resolver", agent.Name, 120).Name) : null,
            Requester = new IncomingPerson(ticket.Requester!.Name, Numbered("Caller", ticket.Requester.Name, 4400).Name),
            Product = ticket.Product is { } product ? Numbered("Service", product, 3).Name : null,
            Given = new() { Category = ticket.Given.Category is { } category ? Numbered("category", category, 40).Name : null, Priority = ticket.Given.Priority },
            Comments = [new("0", ticket.Subject!)],
            Fields = fields,
        };
    }

    /// <summary>A number in place of a name.</summary>
    private static IncomingName Numbered(string what, string name, int from)
    {
        var number = $"{what} {from + name.Sum(c => c) % 30}";
        return new(number.ToLowerInvariant(), number);
    }

    private static string? At(DateTime? instant) => instant?.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
